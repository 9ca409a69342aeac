"""The ways to count, one file each, by their standard names."""

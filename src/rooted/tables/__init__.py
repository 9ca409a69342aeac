"""Reads a file as a table: bytes in, rows out. Pure: no database, and never the whole file at once."""

"""Counting votes, and nothing else. Pure: plain values in, plain values out, no Django, no float in a decision."""

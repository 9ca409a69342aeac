"""Drawings for pages, as SVG text: a world map, a timeline, bars. Pure: plain values in, text out, no Django."""

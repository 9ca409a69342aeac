"""Fills that are told apart without colour, and in print: full, hatched, empty, dotted, ruled, crossed."""

from rooted.charts import svg

# What is drawn in a square of 8 units, in the colour of the text; None is nothing at all.
_LINE = '<path d="{}" stroke="currentColor" stroke-width="{}"/>'
SIDE = 8
DRAWN = {
    "hatched": _LINE.format("M-2 2L2-2M0 8L8 0M6 10L10 6", 2),
    "dotted": '<circle cx="4" cy="4" r="1.8" fill="currentColor"/>',
    "ruled": _LINE.format("M0 4H8", 1.2),
    "crossed": _LINE.format("M0 4H8M4 0V8", 1),
    "few": _LINE.format("M-2 6L2 10M0 0L8 8M6-2L10 2", 1.2),
}
ORDER = ["full", "hatched", "empty", "dotted", "ruled", "crossed"]  # the fills of the first, second … kind


def fill(index: int, name: str) -> str:
    """The fill of the kind with this number, in the drawing whose ids begin with `name`."""
    look = ORDER[index]
    return {"full": "currentColor", "empty": "none"}.get(look, f"url(#{svg.ident(name)}-{look})")


def definitions(kinds: int, name: str, *, few: bool) -> str:
    """The patterns that a drawing with so many kinds needs."""
    looks = [look for look in ORDER[:kinds] if look in DRAWN] + (["few"] if few else [])
    parts = (
        f'<pattern id="{svg.ident(name)}-{look}" width="{SIDE}" height="{SIDE}" patternUnits="userSpaceOnUse">'
        f"{DRAWN[look]}</pattern>"
        for look in looks
    )
    return "<defs>" + "".join(parts) + "</defs>" if looks else ""

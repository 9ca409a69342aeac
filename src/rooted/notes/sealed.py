"""What this app seals. Times are ISO 8601 in UTC; `seat` is the writer's seat id.

A version names its note and its number, so that one put into another's place is not read as it.
"""

from rooted.circles.kinds import SealedKind

WRITTEN = ("note", "number", "title", "held_on", "text", "seat", "at", "brought_back")

ANNOUNCEMENT = SealedKind(
    name="notes.announcement",
    fields=("title", "text", "seat", "at", "corrected_at", "withdrawn_by"),
)
NOTE = SealedKind(name="notes.note", fields=WRITTEN)
EARLIER = SealedKind(name="notes.earlier", fields=WRITTEN, searched=False)

"""What this app seals. Times are ISO 8601 in UTC; `seat` is the writer's seat id.

Each names its area, its piece and its number, so that one put into another's place is not read as it. `before` is a
list with the text that stood there, so that a search looks only through what stands there now.
"""

from rooted.circles.kinds import SealedKind

BOUNDS = SealedKind(
    name="areas.bounds",
    fields=("area", "number", "around", "lands", "branches", "seat", "at"),
    searched=False,
)
TEXT = SealedKind(name="areas.text", fields=("area", "name", "number", "text", "before", "seat", "at"))
FORWARD = SealedKind(name="areas.forward", fields=("area", "number", "seat", "at"), searched=False)

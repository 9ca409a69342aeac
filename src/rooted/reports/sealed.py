"""What this app seals. Times are ISO 8601 in UTC; `seat` is the writer's seat id.

`record` is what struggles.plain makes of it, and under "kept" the marks of what is kept back; `text` its words, for the
search in the group, empty in earlier versions.
A version names its report and its number, so that one put into another's place is not read as it.
"""

from rooted.circles.kinds import SealedKind

WRITTEN = (
    "report", "number", "title", "text", "record", "participant", "notes", "step", "seat", "at", "brought_back",
)  # fmt: skip

REPORT = SealedKind(name="reports.report", fields=WRITTEN)
EARLIER = SealedKind(name="reports.earlier", fields=WRITTEN, searched=False)
FORWARD = SealedKind(
    name="reports.forward",
    fields=("report", "number", "deed", "words", "publish_on", "why", "seat", "at"),
    searched=False,
)

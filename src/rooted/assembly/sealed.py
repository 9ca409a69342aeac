"""What this app seals. `seat` is the id of the seat that wrote it; days and hours are ISO 8601."""

from rooted.circles.kinds import SealedKind

CALL = ("about", "notice", "notice_days", "quorum")
# `urgent`: called sooner than the group's rules ask for. `seconder`: who stands behind the call beside `seat`, or 0.
LATER = {"urgent": False, "seconder": 0}  # what earlier calls do not say
# `quorum`: how many must be there in all, 0 for no number. `present`: how many were counted, or None; `counted`,
# `checked`: the two seats that typed this number in.
ASSEMBLY = SealedKind(name="assembly.assembly", fields=(*CALL, "seat", *LATER))
POINT = SealedKind(name="assembly.point", fields=("title", "text", "seat"))
SITTING = SealedKind(
    name="assembly.sitting",
    fields=(
        "shift",
        "place",
        "hour",
        "language",
        "facilitator",
        "minute_taker",
        "new_first",
        "present",
        "counted",
        "checked",
    ),
)
SPEAKER = SealedKind(name="assembly.speaker", fields=("name",), searched=False)
# `what`: "present", "hands" or "sheet"; `heading`: the point that was spoken about; `typed`: as in agreeing.py, of what
# is in filling.py; `seat`: whoever typed it first.
FILLED = SealedKind(name="assembly.filled", fields=("what", "heading", "typed", "seat"), searched=False)

"""What this app seals. `seat` is the id of the seat that wrote it; days and hours are ISO 8601."""

from rooted.circles.kinds import SealedKind

# Assemblies: models/meeting.py. `quorum`: how many must be there in all, 0 for no number. `present`: how many were
# counted, or None; `counted`, `checked`: the seats that typed this number in.
ASSEMBLY = SealedKind(name="assembly.assembly", fields=("about", "notice", "notice_days", "quorum", "seat"))
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

# Proposals: models/proposal.py. `terms`: what follows if it is carried (proposing.py); `rules`: what it makes the
# group's rules (rules.py), {} for any other; `seconder`: who stands behind these words beside `seat`, 0 for nobody;
# `why`: it was withdrawn.
PROPOSAL = SealedKind(
    name="assembly.proposal",
    fields=("title", "text", "method", "options", "terms", "rules", "seat", "seconder", "why"),
)
# `about`: the paragraph as it was, "" for all of it.
REMARK = SealedKind(name="assembly.remark", fields=("about", "text", "seat", "at"))
# `answer`: "accepted", "declined" or "" yet; `because`: why it was declined.
AMENDMENT = SealedKind(name="assembly.amendment", fields=("before", "after", "why", "seat", "at", "answer", "because"))
RULES = SealedKind(name="assembly.rules", fields=("rules", "seat"), searched=False)

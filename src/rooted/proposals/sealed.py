"""What this app seals. `seat` is the id of the seat that wrote it; days and hours are ISO 8601.

The names begin with "assembly", where proposals once were: a kind's name is bound into what is sealed, and what was
sealed under another name could never be opened again.
"""

from rooted.circles.kinds import SealedKind

# `terms`: what follows if it is carried (proposing.py); `rules`: what it makes the group's rules (rules.rules), {} for
# any other; `seconder`: who stands behind these words beside `seat`, 0 for nobody; `why`: it was withdrawn; `here`: the
# seats that were members when it was written, where the group's rules ask for them.
PROPOSAL = SealedKind(
    name="assembly.proposal",
    fields=("title", "text", "method", "options", "terms", "rules", "seat", "seconder", "why", "here"),
)
# `about`: the paragraph as it was, "" for all of it.
REMARK = SealedKind(name="assembly.remark", fields=("about", "text", "seat", "at"))
# `answer`: "accepted", "declined" or "" yet; `because`: why it was declined.
AMENDMENT = SealedKind(name="assembly.amendment", fields=("before", "after", "why", "seat", "at", "answer", "because"))
# `sitting`: its name, "" where nobody said which; `seat` wrote it down, which is not to say that they objected.
OBJECTION = SealedKind(name="proposals.objection", fields=("sitting", "reason", "seat", "at"))

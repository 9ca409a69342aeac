"""What this app seals. The name begins with "assembly", where rules once were: it is bound into what is sealed."""

from rooted.circles.kinds import SealedKind

# `rules`: rules.HowWeDecide as plain values. `seat`: the id of the seat under whose hand they were carried.
RULES = SealedKind(name="assembly.rules", fields=("rules", "seat"), searched=False)

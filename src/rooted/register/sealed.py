"""What this app seals. `seat` is the id of the seat that wrote it down, `origin` of what it came from."""

from rooted.circles.kinds import SealedKind

# What the commitment stands for; an exported file holds just these.
COMMITTED = ("title", "text", "tally", "bound", "tasks", "in_force_from", "in_force_until", "method", "salt")

DECISION = SealedKind(name="register.decision", fields=(*COMMITTED, "origin", "seat"))

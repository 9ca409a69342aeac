"""What this app seals. `seat` is the id of the seat that wrote it first."""

from rooted.circles.kinds import SealedKind

TASK = SealedKind(name="tasks.task", fields=("text", "seat"))
DUTY = SealedKind(name="tasks.duty", fields=("kind", "name", "hour", "seat"))
ROLE = SealedKind(name="tasks.role", fields=("name", "about", "seat"))
SECTION = SealedKind(name="tasks.section", fields=("title", "text", "seat"))

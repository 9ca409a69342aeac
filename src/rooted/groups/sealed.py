"""What groups seals."""

from rooted.circles.kinds import SealedKind

SEAT = SealedKind(name="groups.seat", fields=("name", "holds_recovery"))
SMALL_CIRCLE = SealedKind(name="groups.small_circle", fields=("name",))

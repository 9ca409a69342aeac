"""What groups seals."""

from rooted.circles.kinds import SealedKind

SEAT = SealedKind(name="groups.seat", fields=("name", "holds_recovery"))

"""What groups seals."""

from rooted.circles.kinds import SealedKind

SEAT = SealedKind(name="groups.seat", fields=("name", "holds_recovery"))
SMALL_CIRCLE = SealedKind(name="groups.small_circle", fields=("name",))
NEWCOMER = SealedKind(name="groups.newcomer", fields=("name",), write_only=True)
VOUCHER = SealedKind(name="groups.voucher", fields=("key", "by"))

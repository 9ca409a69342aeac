"""What this app seals. Times are ISO 8601 in UTC; `seat` is the writer's seat id."""

from rooted.circles.kinds import SealedKind

ASKED = ("brings", "text", "date", "way", "reach")  # what the letter page asks

LETTER = SealedKind(
    name="intake.letter",
    fields=(*ASKED, "language", "promised", "at"),
    write_only=True,
)
ANSWER = SealedKind(name="intake.answer", fields=("text", "seat", "at"))
NOTE = SealedKind(name="intake.note", fields=("text", "seat", "at"))

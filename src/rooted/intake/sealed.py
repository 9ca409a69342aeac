"""What this app seals. Times are ISO 8601 in UTC; `seat` is the writer's seat id."""

from rooted.circles.kinds import SealedKind

ASKED = ("brings", "text", "date", "way", "reach")  # what the letter page asks

LETTER = SealedKind(
    name="intake.letter",
    fields=(*ASKED, "language", "promised", "at"),
    write_only=True,
)
# A letter about a record of the chronicle: its title and its address on this server, as they were on that day.
ABOUT = ("about", "about_url")
QUESTION = SealedKind(name="intake.question", fields=(*LETTER.fields, *ABOUT), write_only=True)
# A letter that a member wrote down at the phone or the door; `how` says which.
SPOKEN = SealedKind(name="intake.spoken", fields=(*LETTER.fields, "how", "seat"))
ANSWER = SealedKind(name="intake.answer", fields=("text", "seat", "at"))
NOTE = SealedKind(name="intake.note", fields=("text", "seat", "at"))
# What an interpreter without account wrote beside a letter.
RENDERING = SealedKind(name="intake.rendering", fields=("text", "at"), write_only=True)
# The stranger ticks the first marks, members set them anew; then `seat` is theirs.
DANGER = SealedKind(name="intake.danger", fields=("marks", "words", "seat", "at"), write_only=True, searched=False)
# `brings` and `language` are those of the first letter: where it stands in the tally.
OUTCOME = SealedKind(name="intake.outcome", fields=("outcome", "brings", "language"), searched=False)
# `counts`: {"outcome|brings|language": number} of the letters that came in one month.
TALLY = SealedKind(name="intake.tally", fields=("counts",), searched=False)
ENTRY = SealedKind(name="intake.entry", fields=("name", "what", "languages", "phone", "area", "seat", "at"))
# `texts`: {code of a language: the answer in it}.
QUICK = SealedKind(name="intake.quick", fields=("name", "texts", "seat", "at"))

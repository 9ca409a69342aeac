"""What this app seals. `seat` is the id of the seat that wrote it down, `at` a time in ISO 8601 in UTC."""

from rooted.circles.kinds import SealedKind

POSTER = SealedKind(name="posters.poster", fields=("place", "text", "language", "kind", "note", "seat", "at"))

"""What this app seals. `seat`: who put the file there; `at`: when, ISO 8601 in UTC."""

from rooted.circles.kinds import SealedKind

SHELF_FILE = SealedKind(name="shelf.file", fields=("title", "seat", "at"))

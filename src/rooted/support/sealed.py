"""What this app seals. Times are ISO 8601 in UTC; `group` is a group's id as text."""

from rooted.circles.kinds import SealedKind

# Beside a letter, by a stranger: `town_id` is a town of places or None.
WISH = SealedKind(name="support.wish", fields=("town", "town_id", "alone", "introduce"), write_only=True)
# By another group: that it asks to be stood by, and the key to what the two would share.
ASK = SealedKind(name="support.ask", fields=("text", "byline", "at"), write_only=True)
KEY = SealedKind(name="support.key", fields=("secret",), write_only=True, searched=False)
# In the circle of two groups.
MESSAGE = SealedKind(name="support.message", fields=("text", "byline", "group", "at"))
STEPS = SealedKind(name="support.steps", fields=("steps", "at"))

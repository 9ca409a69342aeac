"""Plain makers for tests of circles."""

from dataclasses import dataclass

from rooted.circles import actions
from rooted.circles.keys import OpenCircle
from rooted.circles.kinds import SealedKind
from rooted.circles.models import Circle, Holder

NOTE = SealedKind("test.note", ("text",))
LETTER = SealedKind("test.letter", ("text",), write_only=True)


@dataclass
class Key:
    """A holder with the secret that a keyring would hold."""

    holder: Holder
    secret: bytes

    def open(self, circle: Circle) -> OpenCircle:
        return actions.open_circle(circle, self.holder, self.secret)


def key() -> Key:
    return Key(*actions.new_holder())


def circle(first: Key, *others: Key) -> OpenCircle:
    keys = actions.new_circle(first.holder, first.secret)
    for other in others:
        actions.admit(keys, other.holder)
    return keys

"""A form that somebody writes in: who, what they type, how it can be wrong."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse

from tests.walk.world import World

# What never comes back in a page: whoever sits down at the phone next would read it. All else comes back, the recovery
# code and the words of a receipt too (somebody typed them from paper and would have to find it again).
NEVER_BACK = {"passphrase", "passphrase_again", "old"}

TEXT = 'They said: "leave by Friday" & <b>pay</b> – العربية 🌱\nSecond line, with  two spaces.'
LINE = 'Saltend & "Docks" <i>العربية</i> 🌱 street'
NEW = "seven otters under the old pier"
BAD = "a\0b"

Typed = dict[str, str]


def changed(form: "TypedForm", response, tables: list[str]) -> bool:
    return bool(set(tables) & set(form.stores))


def letter_shown(_form: "TypedForm", response, _tables: list[str]) -> bool:
    return reverse("intake:letter-delete").encode() in response.content


def file_given(_form: "TypedForm", response, _tables: list[str]) -> bool:
    return "attachment" in response.get("Content-Disposition", "")


def looked(_form: "TypedForm", response, _tables: list[str]) -> bool:
    return b"Nothing found" in response.content


@dataclass(frozen=True)
class TypedForm:
    """`typed(world)`: the fields of a form that goes through; `wrong`: what makes it refused, by field."""

    route: str
    who: str  # a role of tests/walk/world.py, whose session does it
    typed: Callable[[World], Typed]
    wrong: Typed | Callable[[World], Typed]
    slow: bool = False  # derives a key, so that it may find too many waiting
    stores: tuple[str, ...] = ("circles_sealeditem",)
    done: Callable[["TypedForm", object, list[str]], bool] = changed
    settings: dict = field(default_factory=dict)
    name: str = ""
    beside: frozenset[str] = frozenset()  # what need not come back, with the reason beside it

    def __str__(self) -> str:
        return f"{self.name or self.route} as {self.who}"

    def mistyped(self, world: World) -> Typed:
        """The same with a mistake in it."""
        return self.typed(world) | (self.wrong(world) if callable(self.wrong) else self.wrong)


def typed(**values: str) -> Callable[[World], Typed]:
    return lambda _world: dict(values)

"""Sentences about a count, as a name and its values: plain data, so that any page can say them in its own language.

`tell(sentence)` says it in English. A page hands over its own `gettext`, `ngettext` and way to write numbers; the texts
(templates.py) are collected for translation with those of the pages.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rooted.counting.templates import TEMPLATES

Amount = int | Fraction
Value = Amount | str | Sequence[str] | Mapping[str, Amount]  # a number, a name, names, or what each of them got

MANY = 100
PLACES = 5  # decimals in which amounts are written at most; the Scottish rules count in them


@dataclass(frozen=True)
class Sentence:
    """`key` names the text in templates.py, `values` fill its gaps."""

    key: str
    values: Mapping[str, Value]

    def __str__(self) -> str:
        return tell(self)


def sentence(key: str, **values: Value) -> Sentence:
    """A sentence; a name that templates.py does not have is a KeyError here, not on somebody's page."""
    if key not in TEMPLATES:
        raise KeyError(key)
    return Sentence(key, values)


class Refused(ValueError):
    """What was asked cannot be counted. `sentence` says why; str() says it in English."""

    def __init__(self, key: str, **values: Value) -> None:
        super().__init__(key)
        self.sentence = sentence(key, **values)

    def __str__(self) -> str:
        return tell(self.sentence)


def number(amount: Amount) -> str:
    """An amount in figures: 12, 12.4, 0.33333. Cut after five decimals, never rounded up."""
    whole, rest = divmod(int(abs(amount) * 10**PLACES), 10**PLACES)
    decimals = f"{rest:0{PLACES}}".rstrip("0")
    sign = "-" if amount < 0 else ""
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"


def as_it_is(text: str) -> str:
    """English: the text itself."""
    return text


def one_or_many(one: str, many: str, n: int) -> str:
    """English has a text for one, and one for all other numbers."""
    return one if n == 1 else many


def tell(
    said: Sentence,
    *,
    gettext: Callable[[str], str] = as_it_is,
    ngettext: Callable[[str, str, int], str] = one_or_many,
    number: Callable[[Amount], str] = number,
    name: Callable[[str], str] = as_it_is,
    join: Callable[[Sequence[str]], str] = ", ".join,
) -> str:
    """The sentence in words. `gettext` and `ngettext` translate; `join` puts names in a row, `name` says each."""
    template = TEMPLATES[said.key]
    if template.by:
        text = ngettext(template.one, template.many, _plural(said.values[template.by]))
    else:
        text = gettext(template.one)
    return text % {gap: _written(value, number, name, join) for gap, value in said.values.items()}


def _plural(value: Value) -> int:
    """The number that decides between one and many. Parts of a vote are said like a hundred: as many in every language
    that has a form for two or for a few."""
    if isinstance(value, int | Fraction):
        return int(value) if value == int(value) else MANY
    return len(value)


def _written(
    value: Value, number: Callable[[Amount], str], name: Callable[[str], str], join: Callable[[Sequence[str]], str]
) -> str:
    if isinstance(value, str):
        return name(value)
    if isinstance(value, int | Fraction):
        return number(value)
    if isinstance(value, Mapping):
        return join([f"{name(one)} {number(amount)}" for one, amount in value.items()])
    return join([name(one) for one in value])

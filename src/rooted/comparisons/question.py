"""A question to the chronicle: among which records, what is held against each other, what is asked, split by what.

    /struggles/compare/?form=strike&held=led_by&one=wildcat&one=union&asked=won&by=decade

The address is the question: `from_query(QueryDict(question.query())) == question`. Filters are those of the list.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode
from uuid import UUID

from rooted.comparisons.measures import MEASURES, Measure
from rooted.comparisons.traits import TRAITS, Trait
from rooted.struggles.finding import Selection

MOST = 6  # groups held against each other at once: as many as stay readable
LONGEST = 240


@dataclass(frozen=True)
class Question:
    """`held` and `by` are keys of TRAITS, `by` may be ""; `one`: codes of `held`, none for the most frequent ones."""

    among: Selection
    held: str = "led_by"
    asked: str = "won"
    by: str = ""
    one: tuple[str, ...] = ()

    @property
    def trait(self) -> Trait:
        return TRAITS[self.held]

    @property
    def measure(self) -> Measure:
        return MEASURES[self.asked]

    @property
    def split(self) -> Trait | None:
        return TRAITS[self.by] if self.by else None

    def query(self) -> str:
        """The query string of its address, always the same for the same question."""
        own = [("held", self.held), *(("one", code) for code in self.one), ("asked", self.asked)]
        own += [("by", self.by)] if self.by else []
        return "&".join(part for part in (self.among.query(), urlencode(own, safe=":")) if part)

    def of_all(self) -> "Question":
        """The same for the most frequent groups."""
        return replace(self, one=())


def codes_given(held: str, given: Iterable[str]) -> tuple[str, ...]:
    """Those of the codes in an address that can be codes of `held`, each once, at most MOST."""
    possible = [code for code in dict.fromkeys(given) if _possible(TRAITS[held], code)]
    return tuple(possible[:MOST])


def _possible(trait: Trait, code: str) -> bool:
    if not code or len(code) > LONGEST or "\x00" in code:
        return False
    if trait.relation == "points":
        try:
            return str(UUID(code)) == code
        except ValueError:
            return False
    return not trait.order or code in trait.order

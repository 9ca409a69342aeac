"""Slips of paper, as two tellers type them: piles of equal orders, or how often each option got each grade. Pure.

Like hands, what a sitting counted is a mapping from text to a number. Rankings: one key for each order ("0>1=2": the
first option alone, then two that stand equal), so that figures are a multiset of ballots and can be added. Scores: one
key for each option and grade above 0 ("1:5"). Tellers write options as letters, as the slips do: "12: A > B = C".
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from string import ascii_uppercase

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from rooted.ballots.methods import HIGHEST_SCORE, MOST_OPTIONS, RANK, SCORE, Asked
from rooted.ballots.ranking import Papers, papers_of

LETTERS = tuple((*ascii_uppercase, *(f"A{one}" for one in ascii_uppercase)))[: MOST_OPTIONS + 1]
LONGEST_PILES = 60_000  # letters of all lines of one sitting
MOST_SLIPS = 100_000
LINE = re.compile(r"(\d{1,6}) *: *([A-Z]{1,2}(?: *[>=] *[A-Z]{1,2})*)")
Ranking = Sequence[Sequence[int]]


def fixed_figures(asked: Asked) -> Sequence[str]:
    """The keys of a count: words of a stand, numbers of options, options with grades; none where piles are typed."""
    if asked.how.form == RANK:
        return []
    if asked.how.form == SCORE:
        return grades(len(asked.options))
    return asked.how.choices or [str(number) for number in range(len(asked.options))]


def in_figures(asked: Asked, counted: Mapping[str, int]) -> dict[str, int]:
    """What a sitting typed as its figures are shown: points of scores, first places of rankings, hands as they are."""
    if asked.how.form == RANK:
        return first_places(counted, len(asked.names))
    return points(counted, len(asked.names)) if asked.how.form == SCORE else dict(counted)


def key_of(ranking: Ranking) -> str:
    """A ranking as the key of a pile; one order has one key."""
    return ">".join("=".join(map(str, sorted(rank))) for rank in ranking)


def ranking_of(key: str) -> list[list[int]]:
    """What `key_of` was given. ValueError for what is no such key."""
    return [[int(one) for one in rank.split("=")] for rank in key.split(">")]


def is_order(key: str, options: int) -> bool:
    """Whether a key names an order of so many options, each once, written as `key_of` does."""
    try:
        ranking = ranking_of(key)
    except ValueError:
        return False
    named = [one for rank in ranking for one in rank]
    return key == key_of(ranking) and len(set(named)) == len(named) and all(0 <= one < options for one in named)


def line_of(key: str, slips: int) -> str:
    """One pile as tellers read and write it."""
    order = " > ".join(" = ".join(LETTERS[one] for one in rank) for rank in ranking_of(key))
    return f"{slips}: {order}"


def piles_in(text: str, options: int) -> dict[str, int]:
    """The piles in what a teller typed, one a line; lines of one order are one pile. Refuses the first wrong line."""
    piles: Counter[str] = Counter()
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            key, slips = _pile(line.strip().upper(), options, number)
            piles[key] += slips
    return dict(piles)


def _pile(line: str, options: int, number: int) -> tuple[str, int]:
    found = LINE.fullmatch(line)
    if found is not None and 0 < int(found[1]) <= MOST_SLIPS:
        letters = [[one.strip() for one in rank.split("=")] for rank in found[2].split(">")]
        if all(one in LETTERS for rank in letters for one in rank):
            key = key_of([[LETTERS.index(one) for one in rank] for rank in letters])
            if is_order(key, options):
                return key, int(found[1])
    words = _("Line %(number)d cannot be read. Write how many slips, then their order, like this: 12: A > B = C")
    raise ValidationError(words % {"number": number})


def papers_in(counts: Iterable[Mapping[str, int]]) -> Papers:
    """The piles of all sittings as ballots, in an order that tells nothing of where they came from."""
    added: Counter[str] = Counter()
    for piles in counts:
        added.update(piles)
    return papers_of([ranking_of(key) for key in added], list(added.values()))


def first_places(piles: Mapping[str, int], options: int) -> dict[str, int]:
    """On how many slips each option stands first, alone or with others, by its number."""
    found = dict.fromkeys(map(str, range(options)), 0)
    for key, slips in piles.items():
        for one in ranking_of(key)[0]:
            found[str(one)] += slips
    return found


def grades(options: int) -> list[str]:
    """The keys of a count of scores. Who is given 0 is not counted."""
    return [f"{one}:{grade}" for one in range(options) for grade in range(HIGHEST_SCORE, 0, -1)]


def points(counted: Mapping[str, int], options: int) -> dict[str, int]:
    """The sum of the grades of each option, by its number."""
    found = dict.fromkeys(map(str, range(options)), 0)
    for key, slips in counted.items():
        option, _colon, grade = key.partition(":")
        found[option] += int(grade) * slips
    return found


def grades_fit(counted: Mapping[str, int], options: int, present: int) -> bool:
    """Whether no option has more grades than there are people."""
    each = Counter[str]()
    for key, slips in counted.items():
        each[key.partition(":")[0]] += slips
    return set(counted) == set(grades(options)) and all(number <= present for number in each.values())

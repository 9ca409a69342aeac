"""Reading the .json file that a result page of Rooted gives out: points, lots, yes and no too, which have no other.

    {"title": "A day", "options": ["Monday", "Friday"], "ballots": [{"choice": [5, 0], "number": 2}], "voters": 2,
     "figures": {"0": 10, "1": 0}, "recount": {"method": "score", "seats": 1, "none": "", "seed": "", "quorum": 0}}

A choice is a list of points, one for each option; of numbers of options (from 0) for approval; else a list of ranks,
each a list of numbers of options that share it. Where hands, or points on slips, were counted there are only figures.
Of one text they are {"yes": 20, "no": 3, "abstain": 1}, and `recount` says "share" ([2, 3]), "entitled" and "pledges".
Without a method nothing can be counted again: figures are hidden, or something was asked of each sitting.
"""

import json
from fractions import Fraction
from typing import Any

from rooted.counting.ballots import grouped
from rooted.counting.files.text import LARGEST, LONGEST, BallotFile, StandsFile, printable, wrong
from rooted.counting.methods import approval, score, stands
from rooted.counting.papers import MOST

MOST_POINTS = 5
MOST_BALLOTS = 10**12


def read_ours(data: bytes) -> BallotFile | StandsFile:
    """The votes of such a file. UnreadableBallots with one sentence for the first thing that is wrong."""
    told = _told(data)
    how = _part(told, "recount", dict)
    method = _part(how, "method", str)
    if not method:
        raise wrong("no-method")
    title = _line(_part(told, "title", str))
    if method in stands.METHODS:
        return StandsFile(_stands(told, how, method), title)
    options, seats = _part(told, "options", list), _part(how, "seats", int)
    _check_names(options)
    groups = [_group(number, one) for number, one in enumerate(_part(told, "ballots", list), 1)]
    rankings, points = [], []
    for number, (choice, times) in enumerate(groups, 1):
        if method == score.NAME:
            points.append((_points(choice, number, len(options)), times))
        else:
            rankings.append((_ranks(choice, number, len(options)), times))
    totals = _totals(told, options) if method in {approval.NAME, score.NAME} and not groups else {}
    if seats < 1:
        raise wrong("seats", n=seats)
    return BallotFile(
        grouped(options, rankings), seats, title, method=method, quorum=_number(how, "quorum"),
        none=_line(_part(how, "none", str)), seed=_line(_part(how, "seed", str)),
        points=tuple(points), totals=totals, voters=_number(told, "voters"),
    )  # fmt: skip


def _told(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST * 1_000_000:
        raise wrong("size", most=LARGEST)
    try:
        told = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise wrong("not-text", line=data.count(b"\n", 0, error.start) + 1) from error
    except json.JSONDecodeError as error:
        raise wrong("json", line=error.lineno) from error
    except (RecursionError, ValueError) as error:  # a number of 5,000 figures; lists in lists in lists
        raise wrong("json-part", word="recount") from error
    return told if isinstance(told, dict) else {}


def _part(told: dict[str, Any], name: str, kind: type) -> Any:
    """What stands under this name; a whole number is no yes or no."""
    found = told.get(name)
    if type(found) is not kind:
        raise wrong("json-part", word=name)
    return found


def _number(how: dict[str, Any], name: str) -> int:
    """A number of people; 0, where an older file does not say it."""
    found = how.get(name, 0)
    if not _whole([found], MOST_BALLOTS):
        raise wrong("json-part", word=name)
    return int(found)


def _stands(told: dict[str, Any], how: dict[str, Any], method: str) -> stands.Stands:
    figures, share = _part(told, "figures", dict), how.get("share")
    if set(figures) != set(stands.WORDS[method]) or not _whole(list(figures.values()), MOST_BALLOTS):
        raise wrong("json-part", word="figures")
    if not isinstance(share, list) or len(share) != 2 or not _whole(share, MOST_BALLOTS) or not share[1]:
        raise wrong("json-part", word="share")
    numbers = {name: _number(how, name) for name in ("entitled", "quorum", "pledges")}
    return stands.Stands(method, figures, Fraction(*share), present=_number(told, "voters"), **numbers)


def _line(text: str) -> str:
    if len(text) > 2 * LONGEST or not printable(text):
        raise wrong("json-text")
    return text.strip()


def _check_names(names: list[Any]) -> None:
    if not 1 <= len(names) <= MOST:
        raise wrong("options", most=MOST, n=len(names))
    for number, name in enumerate(names, 1):
        fits = isinstance(name, str) and 0 < len(name) <= LONGEST and name == name.strip() and printable(name)
        if not fits:
            raise wrong("json-option", n=number, most=LONGEST)


def _group(number: int, said: Any) -> tuple[list[Any], int]:
    """A choice, and how many chose so."""
    choice, times = (said.get("choice"), said.get("number")) if isinstance(said, dict) else (None, None)
    if not isinstance(choice, list) or type(times) is not int or not 0 < times < MOST_BALLOTS:
        raise wrong("json-ballot", n=number)
    return choice, times


def _points(choice: list[Any], number: int, options: int) -> tuple[int, ...]:
    if len(choice) != options or not _whole(choice, MOST_POINTS + 1):
        raise wrong("json-points", n=number, of=options, most=MOST_POINTS)
    return tuple(choice)


def _whole(found: list[Any], below: int) -> bool:
    return all(type(one) is int and 0 <= one < below for one in found)


def _ranks(choice: list[Any], number: int, options: int) -> tuple[tuple[int, ...], ...]:
    """Ranks; of an approval ballot, a list of numbers, it is one for all."""
    ranks = choice if any(isinstance(rank, list) for rank in choice) else [choice] * bool(choice)
    named = [one for rank in ranks for one in (rank if isinstance(rank, list) and rank else [None])]
    if not _whole(named, options) or len(set(named)) != len(named):
        raise wrong("json-ranks", n=number)
    return tuple(map(tuple, ranks))


def _totals(told: dict[str, Any], options: list[str]) -> dict[str, int]:
    """How many hands, or points, each option had; where figures are hidden, they are not there."""
    figures = told.get("figures") or {}
    if not isinstance(figures, dict) or not figures:
        return {}
    totals: list[Any] = [figures.get(str(number)) for number in range(len(options))]
    if not _whole(totals, MOST_BALLOTS):
        raise wrong("json-part", word="figures")
    return dict(zip(options, totals, strict=True))

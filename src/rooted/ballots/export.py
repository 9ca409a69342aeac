"""The votes of a closed question as files, so that anyone can count again: .blt, PrefLib, JSON. No names of voters.

Equal ranks and what was left empty stay as they were given. The JSON says under `recount` how `./rooted count` counts
it again; counting/files/ours.py reads it.
"""

import json
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rooted.ballots.methods import APPROVE, RANK, STAND, Asked
from rooted.ballots.ranking import LOT, STANDARD, ballots_of, count_ranked
from rooted.ballots.result import INQUORATE, Result, number_drawn
from rooted.counting.files.text import BallotFile, on_one_line
from rooted.counting.files.written import kind_of, write_blt, write_preflib
from rooted.counting.plain import plain

OF_EACH = {"inquorate_each", "not_in_each"}  # sentences of results that no file without all sittings can give again


@dataclass(frozen=True)
class Written:
    """A file to give out."""

    name: str
    text: str
    content_type: str


def kinds(asked: Asked, result: Result) -> list[str]:
    """Which files there are: "blt" and one of PrefLib's for ballots with an order, "json" unless figures are hidden."""
    if result.figures is None:
        return []
    if not _has_ballots(asked, result):
        return ["json"]
    blank = any(not choice for choice, _number in result.papers)
    if blank:
        return ["blt", "json"]
    ranked = asked.how.form == RANK  # what was approved of is one rank
    rankings = [choice if ranked else [choice] for choice, _number in result.papers]
    return ["blt", kind_of(rankings, len(asked.names)), "json"]


def _has_ballots(asked: Asked, result: Result) -> bool:
    """Whether there is an order, or a choice, that the other formats can hold; they cannot say that too few voted."""
    return bool(result.papers) and asked.how.form in {RANK, APPROVE} and result.outcome != INQUORATE


def command(asked: Asked, result: Result) -> str:
    """What anyone types to count a file again by the same rule, or "". The file itself says the places.

    The .blt file where it can say it all, else the JSON: of yes and no, or where too few took part. "" where figures
    are hidden.
    """
    told = _recount(asked, result)
    if not told["method"]:
        return ""
    file = "ballots.blt" if _has_ballots(asked, result) else "ballots.json"
    words = ["./rooted", "count", file, "--method", told["method"]]
    words += ["--none", told["none"]] if told["none"] else []
    words += ["--seed", told["seed"]] if told["seed"] else []
    return shlex.join(words)


def _recount(asked: Asked, result: Result) -> dict[str, Any]:
    """How `./rooted count` counts the file again; `seed`: the number that lots were drawn with, among all or level.

    No method where nothing can be counted again: figures are hidden, or something was asked of each sitting.
    """
    rules, there = asked.rules, result.papers or result.figures or number_drawn(result)
    again = there and not OF_EACH.intersection(one.key for one in result.sentences)
    told = {
        "method": STANDARD.get(asked.method, "") if again else "",
        "seats": rules.seats,
        "none": asked.names[-1] if asked.method == "motions" else "",
        "seed": number_drawn(result) or (rules.seed if asked.method.startswith("ranked") else ""),
        "quorum": rules.quorum,
    }
    if asked.how.form == STAND:
        told |= {"share": list(rules.share), "entitled": result.entitled or result.cast, "pledges": rules.pledges}
    return told


def write(asked: Asked, result: Result, kind: str) -> Written | None:
    """The file of that kind, or None where there is none."""
    if kind not in kinds(asked, result):
        return None
    writers: dict[str, Callable[[], str]] = {
        "json": lambda: _json(asked, result),
        "blt": lambda: write_blt(_file(asked, result)),
    }
    text = writers.get(kind, lambda: write_preflib(_file(asked, result), kind))()
    return Written(f"ballots.{kind}", text, "application/json" if kind == "json" else "text/plain")


def _file(asked: Asked, result: Result) -> BallotFile:
    return BallotFile(ballots_of(asked, result.papers), asked.rules.seats, on_one_line(asked.title))


def _json(asked: Asked, result: Result) -> str:
    told = {
        "title": on_one_line(asked.title),
        "method": asked.method,
        "rules": asked.rules.as_plain(),
        "options": asked.names,
        "ballots": [{"choice": choice, "number": number} for choice, number in result.papers],
        "voters": result.cast,
        "figures": result.figures,
        "sittings": [{"name": row.name, "present": row.present, "figures": row.figures} for row in result.rows],
        "outcome": result.outcome,
        "chosen": result.winners,
        "recount": _recount(asked, result),
    }
    if number := number_drawn(result):
        told["lots"] = {"source": asked.rules.seed, "number": number, "rule": LOT}
    if asked.how.form == RANK and result.papers and result.outcome != INQUORATE:
        told["count"] = plain(count_ranked(asked, result.papers))
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"

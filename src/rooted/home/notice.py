"""The notice board: what every app says, put in order."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

from rooted.base.board import Line, Part, Step
from rooted.circles.searching import Hit, Match
from rooted.groups.models import Seat

FEW = 6  # so many lines are read at a glance, without headings


@dataclass(frozen=True)
class Stretch:
    """Lines that belong to one stretch of time; `title` is empty where there are few lines in all."""

    title: str
    lines: list[Line]


def asked_of_apps(module: str, question: str) -> Iterator[Callable[..., Any]]:
    """The function `question` in each app's `module`.py that has one, from the ground up."""
    for config in apps.get_app_configs():
        answer = getattr(sys.modules.get(f"{config.name}.{module}"), question, None)
        if answer is not None:
            yield answer


def lines_for(seat: Seat) -> list[Line]:
    """All that needs someone, the soonest first; what has no day comes last."""
    lines = [line for ask in asked_of_apps("board", "lines") for line in ask(seat)]
    return sorted(lines, key=lambda line: (line.when or date.max, line.rank, line.title))


def parts_for(seat: Seat) -> list[Part]:
    """The parts of the group in use."""
    parts = [part for ask in asked_of_apps("board", "parts") for part in ask(seat)]
    return sorted(parts, key=lambda part: part.rank)


def hits_for(seat: Seat, matches: list[Match]) -> list[Hit]:
    """Where the found things stand, the newest first."""
    hits = [hit for ask in asked_of_apps("found", "hits") for hit in ask(seat, matches)]
    return sorted(hits, key=lambda hit: hit.day, reverse=True)


def next_step(seat: Seat) -> Step | None:
    """The first step of the first weeks that is not done; none once all are."""
    steps = [step for ask in asked_of_apps("board", "steps") for step in ask(seat)]
    return min((step for step in steps if not step.done), key=lambda step: step.rank, default=None)


def stretches(lines: list[Line], *, today: date) -> list[Stretch]:
    """`lines` cut by time: to tomorrow, the six days after, later. Empty stretches are left out."""
    if len(lines) <= FEW:
        return [Stretch("", lines)] if lines else []
    tomorrow, week = today + timedelta(days=1), today + timedelta(days=7)
    cut = [
        Stretch(_("Today and tomorrow"), [line for line in lines if line.when and line.when <= tomorrow]),
        Stretch(_("The next seven days"), [line for line in lines if line.when and tomorrow < line.when <= week]),
        Stretch(_("Later"), [line for line in lines if not line.when or line.when > week]),
    ]
    return [stretch for stretch in cut if stretch.lines]

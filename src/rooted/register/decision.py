"""What was decided, in words: what is sealed, and burns. No Django."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Given:
    """Something to be done that follows from a decision: what, who, by when; the last two may be empty."""

    text: str
    who: str = ""
    by: date | None = None


@dataclass(frozen=True)
class Decision:
    """One decision. Only title and text are needed.

    `tally`: sentences or rows, as they are to be read ("Early shift: 41 for, 3 against"). `bound`: who is bound by it.
    `method`: how it was decided, in words. `origin`: the id of what it came from, for whoever made it; 0 for nothing.
    `review_on`: the day on which to look at it again; kept in clear, not in the chain.
    """

    title: str
    text: str
    tally: tuple[str, ...] = ()
    bound: str = ""
    tasks: tuple[Given, ...] = ()
    in_force_from: date | None = None
    in_force_until: date | None = None
    method: str = ""
    origin: int = 0
    review_on: date | None = None

    @property
    def committed(self) -> dict[str, Any]:
        """What the commitment stands for, but for the salt: plain values, days as text, empty ones as ""."""
        return {
            "title": self.title,
            "text": self.text,
            "tally": list(self.tally),
            "bound": self.bound,
            "tasks": [{"text": one.text, "who": one.who, "by": _written(one.by)} for one in self.tasks],
            "in_force_from": _written(self.in_force_from),
            "in_force_until": _written(self.in_force_until),
            "method": self.method,
        }


def decision_in(content: Mapping[str, Any], review_on: date | None = None) -> Decision:
    """The same back from what was sealed."""
    return Decision(
        title=content["title"],
        text=content["text"],
        tally=tuple(content["tally"]),
        bound=content["bound"],
        tasks=tuple(Given(one["text"], one["who"], _day(one["by"])) for one in content["tasks"]),
        in_force_from=_day(content["in_force_from"]),
        in_force_until=_day(content["in_force_until"]),
        method=content["method"],
        origin=content["origin"],
        review_on=review_on,
    )


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None

"""What the notice board wants to know of every app before it opens anything, asked in one statement.

Each app's board.py names its questions once: how many there are of something, or whether there is any.
"""

import functools
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.db.models import Exists, QuerySet, UUIDField
from django.utils import timezone

from rooted.base.fields import RandomId
from rooted.base.prepared import Given, GivenDay, filled
from rooted.groups.models import Seat

Question = QuerySet | Exists

# They stand in a question where a group, a seat, a holder or the reader's day would.
GROUP: Any = Given("group", UUIDField())
SEAT: Any = Given("seat", RandomId())
HOLDER: Any = Given("holder", RandomId())
TODAY: Any = GivenDay("today")
# And this where the functions of an access.py take a reader's seat.
US: Any = SimpleNamespace(pk=SEAT, group=GROUP, group_id=GROUP)

_asked: list[Callable[[], Mapping[str, Question]]] = []


def asks(questions: Callable[[], Mapping[str, Question]]) -> Callable[[], Mapping[str, Question]]:
    """Note an app's questions by name ("tasks.open"): a queryset is counted, of an Exists is told whether."""
    _asked.append(questions)
    return questions


def glance(seat: Seat) -> dict[str, int]:
    """The answers, by the names of the questions; one statement a request."""
    known = seat.__dict__.get("glance")
    if known is None:
        names, sql, params = _statement()
        values = {"group": seat.group_id, "seat": seat.pk, "holder": seat.holder_id, "today": timezone.localdate()}
        with connection.cursor() as cursor:
            cursor.execute(sql, filled(params, values, connection))
            known = seat.__dict__["glance"] = dict(zip(names, cursor.fetchone(), strict=True))
    return known


@functools.cache
def _statement() -> tuple[list[str], str, list[Any]]:
    names: list[str] = []
    texts: list[str] = []
    params: list[Any] = []
    for questions in _asked:
        for name, question in questions().items():
            text, values = _text(question)
            names.append(name)
            texts.append(text)
            params += values
    return names, f"SELECT {', '.join(texts)}", params


def _text(question: Question) -> tuple[str, tuple[Any, ...]]:
    if isinstance(question, Exists):
        text, values = question.query.exists().sql_with_params()
        return f"EXISTS({text})", values
    text, values = question.order_by().values("pk").query.sql_with_params()
    return f"(SELECT COUNT(*) FROM ({text}) AS counted)", values  # noqa: S608  Django made the text

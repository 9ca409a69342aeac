"""Every route × method × role, asked of the running product; the answers are compared with tests/access.csv.

`python -m tests.walk.propose_access` asks again and writes the table it found; read it with `git diff`.
"""

import csv
import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from itertools import product, zip_longest

from django.db import connection, transaction
from django.test import RequestFactory
from django.test.client import ClientHandler

from rooted.base import throttle
from tests.walk import tables
from tests.walk.routes import routes
from tests.walk.source import REPOSITORY
from tests.walk.world import ROLES, World, address, build

TABLE = REPOSITORY / "tests" / "access.csv"
METHODS = ("GET", "POST")
DENIED = {403, 404}
TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]*')


@dataclass(frozen=True)
class Answer:
    """What one request got, and which tables it changed."""

    status: int
    body: bytes
    headers: dict[str, str]
    cookies: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    path: str = ""

    @property
    def is_page(self) -> bool:
        return bool(self.body) and self.headers.get("Content-Type", "").startswith("text/html")


@dataclass
class Walk:
    """All answers, by (route, method, role)."""

    world: World
    answers: dict[tuple[str, str, str], Answer] = field(default_factory=dict)
    absent: dict[tuple[str, str, str, str], Answer] = field(default_factory=dict)  # with one value of nobody
    foreign: dict[tuple[str, str], Answer] = field(default_factory=dict)  # ana asks for the other group's object
    bare_posts: dict[tuple[str, str], Answer] = field(default_factory=dict)  # without the form's token
    arabic: dict[tuple[str, str, str], Answer] = field(default_factory=dict)

    @property
    def roles(self) -> set[str]:
        """Who was asked."""
        return {role for _route, _method, role in self.answers}


HANDLERS = {token: ClientHandler(enforce_csrf_checks=not token) for token in (True, False)}
READS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "PRAGMA", "EXPLAIN")


def ask(world: World, role: str, method: str, path: str, *, token: bool = True, language: str = "en") -> Answer:
    """One request in a transaction that is undone. The tables it wrote into are compared with what they held."""
    wrote = []

    def listen(execute, sql, params, many, context):
        if not sql.lstrip().upper().startswith(READS):
            wrote.append(sql)
        return execute(sql, params, many, context)

    request = RequestFactory(headers={"Accept-Language": language, "Cookie": world.cookies[role]})
    environ = request._base_environ(PATH_INFO=path, REQUEST_METHOD=method, **_form(method, token=token))
    before = _before(world)
    with _undone(), connection.execute_wrapper(listen):
        response = HANDLERS[token](environ)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        named = tables.named_in(wrote, before)
        changed = tuple(tables.changed(before, tables.fingerprint(named))) if wrote else ()
    cookies = tuple(morsel.OutputString() for morsel in response.cookies.values())
    return Answer(response.status_code, body, dict(response.headers), cookies, changed, path)


def _before(world: World) -> dict[str, str]:
    """What the database held at the first request of this world: every request is undone, so it always does."""
    if not world.before:
        world.before = tables.fingerprint()
    return world.before


@contextmanager
def _undone() -> Iterator[None]:
    throttle.forget_everything()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _form(method: str, *, token: bool) -> dict[str, object]:
    """An empty form as a browser sends it: with its token and nothing else."""
    if method != "POST":
        return {"wsgi.input": BytesIO()}
    body = b"csrfmiddlewaretoken=x" if token else b"text=x"
    kind = "application/x-www-form-urlencoded"
    return {"CONTENT_TYPE": kind, "CONTENT_LENGTH": str(len(body)), "wsgi.input": BytesIO(body)}


ARABIC = ("stranger", "member")  # whose pages are asked for in the other language too
WITHOUT_TOKEN = ("stranger", "member", "other")
FEW = ("stranger", "member")  # who is asked in the quick suite


def walk_all(roles: Sequence[str] = ROLES) -> Walk:
    """Every route × method × role, or a few roles. The caller holds a transaction that is undone."""
    walk = Walk(build())
    with _quietly():
        for route in routes():
            path = address(walk.world, route)
            for role in roles:
                for method in METHODS:
                    walk.answers[route.name, method, role] = ask(walk.world, role, method, path)
            for role in set(WITHOUT_TOKEN).intersection(roles):
                walk.bare_posts[route.name, role] = ask(walk.world, role, "POST", path, token=False)
    return walk


def walk_further(walk: Walk) -> None:
    """What takes longer: addresses that name nothing, or what is another group's; the other language."""
    with _quietly():
        for route in routes():
            for role, method in product(ROLES, METHODS):
                if walk.answers[route.name, method, role].status in DENIED or role == "member":
                    for name in route.values:
                        path = address(walk.world, route, absent=name)
                        walk.absent[route.name, method, role, name] = ask(walk.world, role, method, path)
            if {"pk", "group"} <= set(route.values):
                for method in METHODS:
                    path = address(walk.world, route, foreign=True)
                    walk.foreign[route.name, method] = ask(walk.world, "member", method, path)
            for role in ARABIC:
                path = address(walk.world, route)
                walk.arabic[route.name, "GET", role] = ask(walk.world, role, "GET", path, language="ar")


@contextmanager
def _quietly() -> Iterator[None]:
    """Thousands of refusals are expected here."""
    logging.disable()
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def comparable(answer: Answer) -> tuple[int, bytes]:
    """Status and page without what differs in every answer: the form's token and the address itself."""
    body = TOKEN.sub(rb"\1", answer.body).replace(answer.path.encode(), b"<here>")
    return answer.status, body


def found_table(walk: Walk, kept: dict[tuple[str, str], list[str]]) -> dict[tuple[str, str], list[str]]:
    """(route, method) -> one status per role; of a role that was not asked what the kept table says."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, method, _role in sorted(walk.answers):
        answers = [walk.answers.get((name, method, role)) for role in ROLES]
        cells = zip_longest(answers, kept.get((name, method), []))
        found[name, method] = [str(answer.status) if answer else cell or "" for answer, cell in cells]
    return found


def kept_table() -> dict[tuple[str, str], list[str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["route", "method", *ROLES], f"{TABLE} begins with another line than the roles."
    return {(row[0], row[1]): row[2:] for row in rows[1:]}


def write_table(table: dict[tuple[str, str], list[str]]) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["route", "method", *ROLES])
        writer.writerows([*key, *cells] for key, cells in sorted(table.items()))


def differences(found: dict, kept: dict) -> list[str]:
    """Unknown routes, missing cells, other answers; each with the line to put into the table."""
    lines = []
    for key, cells in sorted(found.items()):
        line = ",".join([*key, *cells])
        if key not in kept:
            lines.append(f"{' '.join(key)} is not in tests/access.csv. If each answer is right, add: {line}")
        elif kept[key] != cells:
            wrong = [
                f"{role} gets {now}, not {was or 'nothing'}"
                for role, now, was in zip(ROLES, cells, kept[key] + [""] * len(cells), strict=False)
                if now != was
            ]
            lines.append(f"{' '.join(key)}: {', '.join(wrong)}. If that is right, the line is: {line}")
    lines += [
        f"{' '.join(key)} is in tests/access.csv, but no route has that name." for key in sorted(kept.keys() - found)
    ]
    return lines

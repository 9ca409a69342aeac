"""What the server writes down about itself: level, event, route name, a random request id, the minute. Nothing else.

Other libraries' messages carry addresses, paths and what people typed, so their text is dropped and only the name of
the logger, the status and the kind of the exception stay. Everything goes to stderr.
"""

import logging
import logging.config
import re
import secrets
import sys
import threading
from collections.abc import ItemsView, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter

OURS = "rooted"
CODE = re.compile(r"[A-Za-z0-9_.:-]{1,80}", re.ASCII)
FRAMES = 12  # the innermost places of our code that are named

_events = logging.getLogger(OURS)
_request: ContextVar[tuple[str, HttpRequest | None]] = ContextVar("rooted_request", default=("", None))


def tell(event: str, *, level: int = logging.INFO, error: BaseException | None = None, **codes: str | int) -> None:
    """Log that `event` ("job-failed") happened; `codes` are names and counts, never text that somebody wrote."""
    _events.log(level, event, extra={"rooted_event": event, "rooted_codes": codes, "rooted_error": error})


@contextmanager
def request_named(request: HttpRequest) -> Iterator[str]:
    """While it lasts, what this thread logs belongs to `request`; gives the random id that stands for it."""
    name = secrets.token_hex(4)
    token = _request.set((name, request))
    try:
        yield name
    finally:
        _request.reset(token)


def code(value: object) -> str:
    """`value` if it can only be a name or a number, else "?"."""
    text = str(value)
    return text if CODE.fullmatch(text) else "?"


def places(trace: TracebackType | None) -> list[str]:
    """The lines of our own code an exception came through, "rooted.base.jobs:120", outermost first."""
    found = []
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.split(".")[0] == OURS:
            found.append(f"{code(module)}:{trace.tb_lineno}")
        trace = trace.tb_next
    return found[-FRAMES:]


class CodesOnly(logging.Filter):
    """Puts codes in place of the message and throws away everything else a record carries."""

    def filter(self, record: logging.LogRecord) -> bool:
        line = " ".join(f"{name}={code(value)}" for name, value in self.codes(record))
        event = getattr(record, "rooted_event", "") or "other"
        record.msg = f"{code(event)} {line}".rstrip()
        record.args = ()
        record.exc_info = record.exc_text = record.stack_info = None
        for name in ("request", "rooted_error", "rooted_codes", "rooted_event"):
            record.__dict__.pop(name, None)
        return True

    def codes(self, record: logging.LogRecord) -> Iterator[tuple[str, object]]:
        if not hasattr(record, "rooted_event"):
            yield "logger", record.name
        yield from getattr(record, "rooted_codes", {}).items()
        if hasattr(record, "status_code"):
            yield "status", record.status_code
        error = self.error(record)
        if error is not None:
            yield "error", type(error).__name__
            yield "at", ":".join(places(error.__traceback__)[-1:]) or "elsewhere"
            yield from (("from", place) for place in reversed(places(error.__traceback__)[:-1]))
        name, request = _request.get()
        if name:
            yield "route", route(request)
            yield "request", name

    @staticmethod
    def error(record: logging.LogRecord) -> BaseException | None:
        given = getattr(record, "rooted_error", None)
        return given if given is not None else (record.exc_info or (None, None))[1]


def route(request: Any) -> str:
    """The name of the address pattern, "intake:letter-take", never the address; "none" before one is known."""
    match = getattr(request, "resolver_match", None)
    return (match.view_name if match else "") or "none"


class Minute(logging.Formatter):
    """One line: the minute in UTC, the level, the codes."""

    def format(self, record: logging.LogRecord) -> str:
        minute = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%MZ")
        return f"{minute} {record.levelname} {record.msg}"


def configure(_settings: dict[str, Any]) -> None:
    """Django calls this at start: one handler, on stderr, for everything; no mail to anybody."""
    through = {"handlers": [], "level": "NOTSET", "propagate": True, "filters": []}
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "filters": {"codes": {"()": CodesOnly}},
            "formatters": {"minute": {"()": Minute}},
            "handlers": {
                "stderr": {"class": "logging.StreamHandler", "filters": ["codes"], "formatter": "minute"},
            },
            "root": {"handlers": ["stderr"], "level": "WARNING"},
            "loggers": {
                "django": through,
                "django.server": through,
                "waitress.queue": {**through, "level": "ERROR"},  # a line for each waiting request would fill the disk
                OURS: {**through, "level": "INFO"},
            },
        }
    )
    logging.captureWarnings(True)  # the text of a warning may hold a value
    logging.raiseExceptions = False  # otherwise logging itself prints message and arguments when it fails
    if threading.excepthook is threading.__excepthook__:
        threading.excepthook = _thread_failed
    if sys.unraisablehook is sys.__unraisablehook__:
        sys.unraisablehook = _not_raised


def _thread_failed(failure: threading.ExceptHookArgs) -> None:
    tell("thread-failed", level=logging.ERROR, error=failure.exc_value)


def _not_raised(failure: Any) -> None:
    tell("not-raised", level=logging.ERROR, error=failure.exc_value)


class NothingReporterFilter(SafeExceptionReporterFilter):
    """Error reports show no settings, no request, no form and no variables."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_safe_settings(self) -> dict[str, Any]:
        return {}

    def get_safe_request_meta(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_safe_cookies(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(self, request: HttpRequest | None, tb_frame: Any) -> ItemsView[str, Any]:
        return {}.items()

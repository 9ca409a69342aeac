import gc
import io
import logging
import re
import threading
import warnings

import pytest
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import path
from django.views.debug import ExceptionReporter, get_exception_reporter_filter
from hypothesis import given
from hypothesis import strategies as st

from rooted.base import logs

CANARY = "canary7f3"
ADDRESS = "198.51.100.77"


def broken(request, word):
    secret = f"{CANARY} local"
    raise RuntimeError(f"{CANARY} text {secret}")


def suspicious(request, word):
    raise SuspiciousOperation(CANARY)


def telling(request, word):
    logs.tell("letter-taken", count=3)
    return HttpResponse("x")


urlpatterns = [
    path("broken/<str:word>/", broken, name="thing-break"),
    path("suspicious/<str:word>/", suspicious, name="thing-suspect"),
    path("telling/<str:word>/", telling, name="thing-tell"),
]


@pytest.fixture
def log():
    """What goes to stderr."""
    ours = [handler for handler in logging.getLogger().handlers if isinstance(handler.formatter, logs.Minute)]
    assert len(ours) == 1
    stream = io.StringIO()
    before = ours[0].setStream(stream)
    yield stream
    ours[0].setStream(before)


@pytest.fixture
def client(settings):
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = ["rooted.base.headers.HeadersMiddleware"]
    return Client(raise_request_exception=False, REMOTE_ADDR=ADDRESS)


def ask(client, kind):
    return client.post(
        f"/{kind}/{CANARY}/?q={CANARY}",
        {"text": CANARY},
        headers={"User-Agent": CANARY, "X-Forwarded-For": ADDRESS, "Referer": f"https://{CANARY}/", "Cookie": CANARY},
    )


def shape(line):
    """A line of the log with the minute, the request's id and line numbers replaced."""
    line = re.sub(r"^\d{4}-\d\d-\d\dT\d\d:\d\dZ ", "MINUTE ", line)
    return re.sub(r":\d+\b", ":N", re.sub(r"request=[0-9a-f]{8}\b", "request=ID", line))


def test_a_failing_page_is_logged_by_names_alone(client, log):
    assert ask(client, "broken").status_code == 500
    assert [shape(line) for line in log.getvalue().splitlines()] == [
        "MINUTE ERROR other logger=django.request status=500 error=RuntimeError at=rooted.base.tests.test_logs:N "
        "route=thing-break request=ID"
    ]


@pytest.mark.parametrize(("kind", "status"), [("broken", 500), ("suspicious", 400), ("absent", 404)])
def test_nothing_of_the_request_reaches_the_log(client, log, kind, status):
    assert ask(client, kind).status_code == status
    text = log.getvalue()
    assert f"status={status}" in text
    assert CANARY not in text
    assert "198.51" not in text


def test_our_own_events_carry_the_route_and_a_random_id(client, log):
    ask(client, "telling")
    ask(client, "telling")
    lines = log.getvalue().splitlines()
    assert {shape(line) for line in lines} == {
        "MINUTE INFO letter-taken count=3 route=thing-tell request=ID",
    }
    assert len(set(lines)) == 2


def test_outside_a_request_no_request_is_named(log):
    logs.tell("worker-started")
    assert shape(log.getvalue()) == "MINUTE INFO worker-started\n"


def test_an_error_names_the_lines_of_our_code_innermost_first(log):
    def inner():
        raise ValueError(CANARY)

    try:
        inner()
    except ValueError as error:
        logs.tell("job-failed", error=error, job="mail-send")
    place = "rooted.base.tests.test_logs:N"
    assert shape(log.getvalue()) == f"MINUTE INFO job-failed job=mail-send error=ValueError at={place} from={place}\n"


@given(st.text())
def test_free_text_given_as_a_code_is_replaced(text):
    assert logs.code(text) == (text if re.fullmatch(r"[A-Za-z0-9_.:-]{1,80}", text) else "?")


@pytest.mark.parametrize("name", ["waitress", "django.security.DisallowedHost", "django.db.backends", "anything"])
def test_the_words_of_other_libraries_are_dropped(log, name):
    logging.getLogger(name).error("%s at %s", CANARY, ADDRESS, stack_info=True, extra={"sql": CANARY})
    assert shape(log.getvalue()) == f"MINUTE ERROR other logger={name}\n"


def test_a_message_that_cannot_be_formatted_prints_nothing(log, capfd):
    logging.getLogger("waitress").error("%d", CANARY)
    assert shape(log.getvalue()) == "MINUTE ERROR other logger=waitress\n"
    assert CANARY not in "".join(capfd.readouterr())


@pytest.mark.django_db
def test_queries_are_not_logged(log):
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s", [CANARY])
    assert log.getvalue() == ""


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_that_fails_is_logged_by_its_kind(log, capfd):
    def fail():
        raise RuntimeError(CANARY)

    try:
        fail()
    except RuntimeError as error:
        logs._thread_failed(threading.ExceptHookArgs((RuntimeError, error, error.__traceback__, None)))
    assert log.getvalue().split()[1:4] == ["ERROR", "thread-failed", "error=RuntimeError"]
    assert CANARY not in log.getvalue()
    gc.collect()


def test_warnings_go_the_same_way(log):
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(False)
        logging.captureWarnings(True)
        warnings.warn(f"received {CANARY}", stacklevel=1)
        logging.captureWarnings(False)
    assert shape(log.getvalue()) == "MINUTE WARNING other logger=py.warnings\n"


def test_there_is_one_way_out_and_no_mail():
    found = {}
    for name, logger in logging.root.manager.loggerDict.items():
        handlers = getattr(logger, "handlers", [])
        kept = [type(one).__name__ for one in handlers if not isinstance(one, logging.NullHandler)]
        if kept:
            found[name] = kept
    assert found == {}
    assert "admin" not in repr([handler for handler in logging.root.handlers]).lower()
    assert not getattr(settings, "ADMINS", [])


def test_an_error_report_shows_no_value():
    request = RequestFactory().post(f"/x/{CANARY}", {"text": CANARY}, headers={"User-Agent": CANARY})
    request.COOKIES["c"] = CANARY
    report = get_exception_reporter_filter(request)
    assert isinstance(report, logs.NothingReporterFilter)
    try:
        secret = CANARY
        raise RuntimeError
    except RuntimeError as error:
        data = ExceptionReporter(request, type(error), error, error.__traceback__).get_traceback_data()
    assert secret
    assert [list(frame["vars"]) for frame in data["frames"]] == [[]] * len(data["frames"])
    assert (data["settings"], data["request_meta"], data["request_COOKIES_items"]) == ({}, {}, {}.items())
    assert data["filtered_POST_items"] == []

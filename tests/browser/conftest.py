"""Browser and server are started once for each file of tests, and ended with it."""

import pytest

from rooted.operate.tests.machine import prepared
from tests.browser import seeded as starting
from tests.browser import server as serving
from tests.browser.chromium import chromium


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened


@pytest.fixture
def server(tmp_path):
    """`./rooted` as a first start leaves it: nobody is there yet."""
    prepared(tmp_path / "data")
    with serving.running(tmp_path) as started:
        yield started


@pytest.fixture
def first_start(tmp_path):
    """`./rooted` in an empty folder."""
    with serving.running(tmp_path) as started:
        yield started


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    """A server with one of everything."""
    with starting.seeded(tmp_path_factory.mktemp("seeded")) as started:
        yield started

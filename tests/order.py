"""Which tests run, in what order, and which of them in one process."""

import gc

import pytest
from django.test import TransactionTestCase

# Files that keep one process busy longest, longest first: begun last, they would let the other processes wait.
LONGEST = (
    "test_every_page.py", "test_kill_rounds.py", "test_first_thread.py", "test_hands_in_three_shifts.py",
    "test_hostile_input.py", "test_thirty_decide.py", "test_access.py", "test_typed_comes_back.py", "test_month.py",
    "test_two_agree.py", "test_votes_at_once.py", "test_killed_import.py", "test_known_stoppages.py",
    "test_letter_flood.py", "test_report_states.py", "test_server_to_server.py", "test_uploads.py",
    "test_login_flood.py", "test_weight.py", "test_compare.py", "test_linking.py", "test_on_file.py",
    "test_command_serve.py", "test_command_backup.py", "test_canaries.py", "test_architecture.py",
)  # fmt: skip

# Files that read the same: all addresses asked once, or the source parsed once.
TOGETHER = (
    ("tests/test_access.py", "tests/test_pages.py", "tests/test_pages_in_arabic.py"),
    ("tests/test_architecture.py", "tests/test_conventions.py", "tests/test_languages.py", "tests/test_sizes.py"),
)


def pytest_addoption(parser) -> None:
    parser.addoption("--database-only", action="store_true", help="only tests that ask the suite's own database")


def pytest_collection_modifyitems(config, items) -> None:
    """The longest files first. With --database-only no test that would start a server: it has an SQLite of its own."""
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))
    if config.getoption("--database-only"):
        config.hook.pytest_deselected(items=[item for item in items if not asks_the_database(item)])
        items[:] = [item for item in items if asks_the_database(item)]


def pytest_collection_finish(session) -> None:
    """What was collected stays to the end: to look through it for garbage all the time costs a twelfth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_xdist_make_scheduler(config, log):
    """Tests of one file in one process, and those files in one that read the same."""
    from xdist.scheduler import LoadFileScheduling  # noqa: PLC0415 - `pytest -n0 -p no:xdist` does without

    class ByFile(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = super()._split_scope(nodeid)
            return next((files[0] for files in TOGETHER if file in files), file)

    return ByFile(config, log) if config.getoption("dist") == "loadfile" else None


def asks_the_database(item: pytest.Item) -> bool:
    """By the class it stands in, by its mark, by what it or one of its fixtures asks for."""
    if issubclass(getattr(item, "cls", None) or object, TransactionTestCase):
        return True
    asked = {"db", "transactional_db", "shared_db"} & set(getattr(item, "fixturenames", ()))
    return bool(asked) or item.get_closest_marker("django_db") is not None

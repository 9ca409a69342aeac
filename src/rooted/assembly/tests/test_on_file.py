"""What needs a database file: a server killed while a sitting is run, and bytes of minutes that are really gone."""

from functools import partial
from pathlib import Path

import pytest

from rooted.assembly.tests import on_file as script
from rooted.base.tests import on_file

pytestmark = pytest.mark.long
run = partial(on_file.run, Path(__file__).with_name("on_file.py"))


def test_killed_before_any_statement_all_of_it_is_done_or_nothing(tmp_path):
    assert run(tmp_path, "kills") == {name: [True, 0] for name in script.NAMES}


def test_minutes_that_burnt_are_gone_from_the_file_byte_by_byte(tmp_path):
    assert run(tmp_path, "burning") == [True, 0, True]

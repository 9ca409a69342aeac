"""One employer, its name written with and without its legal form: one in filters, on pages, and of old rows too."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rooted.records.record import Employer
from rooted.struggles.context import like
from rooted.struggles.finding import Selection
from rooted.struggles.models import Employer as StoredEmployer
from rooted.struggles.tests import make

NAMES = [
    "Quillwater",
    "Quillwater Inc.",
    "QUILLWATER LTD",
    "Quillwater S.A.",
    "Quillwater GmbH & Co. KG",
    "Quill Water",
]


@pytest.fixture
def some(db):
    return make.struggles(make.group(), [make.record(title=name, employers=(Employer(name),)) for name in NAMES])


@pytest.mark.parametrize("asked", ["quillwater", "Quillwater LLC", "Quillwater, Ltd."])
def test_whoever_asks_for_one_way_of_writing_finds_all(some, asked):
    found = Selection(employer=asked, short=True).records().values_list("title", flat=True)
    assert sorted(found) == sorted(NAMES[:-1])


def test_records_of_the_same_employer_are_like_each_other_and_say_why(some):
    assert {one.struggle.title for one in like(some[0]) if one.why.startswith("Same employer")} == set(NAMES[1:5])


def test_what_was_stored_before_is_folded_anew(some):
    new = dict(StoredEmployer.objects.values_list("name", "folded"))
    for name in NAMES:
        StoredEmployer.objects.filter(name=name).update(folded=name.lower())
    migration = import_module("rooted.struggles.migrations.0015_employers_without_legal_form")
    with CaptureQueriesContext(connection) as queries:
        migration.fold_anew(apps, None)
    assert dict(StoredEmployer.objects.values_list("name", "folded")) == new
    assert len(queries) == 5  # one to read, one for each name that is known otherwise now

"""Which words find which record: accounts, employers, organisations, places, answers, points, in several scripts.

The table stands beside the sixty queries of base/tests/test_search.py, which ask the same index on both databases.
"""

from datetime import date

import pytest

from rooted.struggles.actions import found_by_words
from rooted.struggles.models import Struggle
from rooted.struggles.record import Action, Answer, Code, Employer, Organisation, Place, Point, Source
from rooted.struggles.tests import make

RECORDS = {
    "gate": make.record(
        title="Loaders shut gate four",
        account="Nobody had asked the agency's people before.",
        started_on=date(2024, 5, 1),
        employers=(Employer("Quillwater Foods Ltd."), Employer("Praca Plus sp. z o.o.", "agency")),
        organisations=(Organisation("Inicjatywa Pracownicza", "no"),),
        places=(Place("exact", "PL", "Wielkopolska", "Poznań", site="Hala 3"),),
        codings=(Code("form", "other", "Human chain"), Code("tag", "tag", "scanner")),
        actions=(Action("blockade", words="Two lorries turned round at noon."),),
        answers=(Answer("money", "A kitchen and three weeks of savings."),),
        points=(Point("strong", words="Every gate at once", evidence="The drivers stayed in their cabs."),),
        sources=(Source("https://unfindable.example/", "Unfindable"),),
    ),
    "kitchen": make.record(
        title="كل المطبخ يتوقف",
        account="طالب الطبّاخون بالأُجور المتأخرة.",
        started_on=date(2023, 2, 2),
        employers=(Employer("Port Calder Clinic"),),
        organisations=(Organisation("Gewerkschaft der Köche"),),
        places=(Place("town", "EG", "", "القاهرة"),),
        codings=(Code("form", "strike"),),
        answers=(Answer("spark", "Le chef a renvoyé l'apprentie."),),
        points=(Point("weak", code="isolated", evidence="मज़दूर अकेले रहे"),),
    ),
}

TABLE = [
    ("loaders", ["gate"]),
    ("gate four", ["gate"]),
    ("agency people", ["gate"]),
    ("quillwater", ["gate"]),
    ("QUILLWATER FOODS ltd", ["gate"]),
    ("praca plus", ["gate"]),
    ("inicjatywa pracownicza", ["gate"]),
    ("poznan", ["gate"]),
    ("Poznań wielkopolska", ["gate"]),
    ("hala 3", ["gate"]),
    ("human chain", ["gate"]),
    ("scanner", ["gate"]),
    ("lorries noon", ["gate"]),
    ("savings", ["gate"]),
    ("kitchen", ["gate"]),
    ("every gate at once", ["gate"]),
    ("drivers cabs", ["gate"]),
    ("quillwater savings cabs", ["gate"]),
    ("port calder", ["kitchen"]),
    ("koche", ["kitchen"]),
    ("gewerkschaft", ["kitchen"]),
    ("المطبخ", ["kitchen"]),
    ("طباخون", ["kitchen"]),
    ("أجور", ["kitchen"]),
    ("القاهره", ["kitchen"]),
    ("apprentie", ["kitchen"]),
    ("l’apprentie", ["kitchen"]),
    ("मजदूर", ["kitchen"]),
    ("isolated", ["kitchen"]),
    ("unfindable", []),
    ("quillwater koche", []),
    ("strike", []),
]


@pytest.fixture
def named(db):
    made = make.struggles(make.group(), RECORDS.values())
    return {struggle.pk: name for struggle, name in zip(made, RECORDS, strict=True)}


def test_words_find_the_records_that_hold_them(named):
    found = {words: [named[pk] for pk in found_by_words(words)] for words, _expected in TABLE}
    assert found == dict(TABLE)


def test_what_is_withheld_cannot_be_found(db):
    point = Point("weak", words="Gate two sleeps", evidence="Xylographers", withheld=True)
    make.struggle(make.group(), outcome="goes-on", points=(point,))
    assert (found_by_words("xylographers"), found_by_words("sleeps")) == ([], [])
    assert Struggle.objects.get().withheld == 1

"""Which words find which record: accounts, employers, organisations, places, answers, points, in several scripts; and
what was coded, asked for in any language.

The tables stand beside the sixty queries of base/tests/test_search.py, which ask the same index on both databases.
"""

from datetime import date

import pytest

from rooted.base import search
from rooted.records.record import Action, Answer, Code, Employer, Organisation, Place, Point, Source
from rooted.struggles.actions import found_by_words
from rooted.struggles.jobs import find_anew
from rooted.struggles.models import Struggle
from rooted.struggles.tests import make

RECORDS = {
    "gate": make.record(
        title="Loaders shut gate four",
        account="Nobody had asked the agency's people before.",
        started_on=date(2024, 5, 1),
        ended_on=date(2025, 2, 1),
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
    "ticket": make.record(
        title="Coders answer",
        account="Everyone signed.",
        started_on=date(2022, 2, 2),
        outcome="partly-won",
        led_by="wildcat",
        employers=(),
        places=(Place("town", "US", "", "Austin"), Place("country", "NE")),
        codings=(Code("form", "open-letter"), Code("demand", "hours"), Code("branch", "62"), Code("contract", "gig")),
        points=(Point("strong", code="surprise"),),
    ),
    "port": make.record(
        title="Nine days",
        account="",
        started_on=date(2021, 2, 2),
        outcome="lost",
        led_by="union",
        employers=(),
        places=(Place("town", "DE", "", "Emden"),),
        codings=(Code("form", "strike"), Code("demand", "safety"), Code("branch", "52"), Code("response", "police")),
        points=(Point("weak", code="ran-out-of-money"),),
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
]
# Here no text has the word: it means a code, of one record or of several.
MEANT = [
    ("strike", ["kitchen", "port"]),
    ("strikes", ["kitchen", "port"]),
    ("STRIK", ["kitchen", "port"]),
    ("Streik", ["kitchen", "port"]),
    ("grève", ["kitchen", "port"]),
    ("huelgas", ["kitchen", "port"]),
    ("strajk", ["kitchen", "port"]),
    ("إضراب", ["kitchen", "port"]),
    ("الاضراب", ["kitchen", "port"]),
    ("Blockade", ["gate"]),
    ("open letter", ["ticket"]),
    ("offener Brief", ["ticket"]),
    ("letter austin", ["ticket"]),
    ("Germany", ["port"]),
    ("Deutschland", ["port"]),
    ("Allemagne", ["port"]),
    ("Alemania", ["port"]),
    ("Niemcy", ["port"]),
    ("ألمانيا", ["port"]),
    ("germa", ["port"]),
    ("strike germany", ["port"]),
    ("germany strike emden", ["port"]),
    ("strike poland", []),
    ("streik ägypten", ["kitchen"]),
    ("USA", ["ticket"]),
    ("united states", ["ticket"]),
    ("Niger", ["ticket"]),
    ("Nigeria", []),
    ("warehouse", ["port"]),
    ("warehouses", ["port"]),
    ("Häfen", ["port"]),
    ("entrepots", ["port"]),
    ("transport", ["port"]),
    ("programming", ["ticket"]),
    ("safety", ["port"]),
    ("Sicherheit", ["port"]),
    ("hours", ["ticket"]),
    ("gig", ["ticket"]),
    ("police", ["port"]),
    ("lost", ["port"]),
    ("partly won", ["ticket"]),
    ("wildcat", ["ticket"]),
    ("surprise", ["ticket"]),
    ("out of money", ["port"]),
    ("rent strike", []),
    ("union", []),
    ("known", []),
    ("other", []),
    ("des", []),
    ("2021", ["port"]),
    ("strike 2021", ["port"]),
    ("strike germany ٢٠٢١", ["port"]),
    ("2024", ["gate"]),
    ("2025", ["gate"]),
    ("strike 2024", []),
    ("2019", []),
    ("form:strike", []),
    ("\ue000form\ue000strike", []),
]


@pytest.fixture
def named(db):
    made = make.struggles(make.group(), RECORDS.values())
    return {struggle.pk: name for struggle, name in zip(made, RECORDS, strict=True)}


def test_words_find_the_records_that_hold_them(named):
    found = {words: [named[pk] for pk in found_by_words(words)] for words, _expected in TABLE}
    assert found == dict(TABLE)


def test_what_words_mean_finds_the_records_that_are_it(named):
    found = {words: [named[pk] for pk in found_by_words(words)] for words, _expected in MEANT}
    assert found == dict(MEANT)


def test_a_text_that_has_the_word_in_its_title_comes_first(named):
    titled = make.struggle(make.group("other"), title="A strike of old", codings=(), started_on=date(1950, 1, 1))
    assert [named.get(pk, pk) for pk in found_by_words("strike")] == [titled.pk, "kitchen", "port"]


def test_records_of_before_are_found_by_meaning_once_the_worker_has_read_them_anew(db):
    struggle = make.struggle(make.group(), codings=(Code("form", "picket"),))
    search.put("struggle", struggle.pk, struggle.title, "", struggle.started_on)
    assert found_by_words("picket") == []
    find_anew()
    assert found_by_words("picket") == [struggle.pk]


def test_what_is_withheld_cannot_be_found(db):
    point = Point("weak", words="Gate two sleeps", evidence="Xylographers", withheld=True)
    make.struggle(make.group(), outcome="goes-on", points=(point,))
    assert (found_by_words("xylographers"), found_by_words("sleeps")) == ([], [])
    assert Struggle.objects.get().withheld == 1

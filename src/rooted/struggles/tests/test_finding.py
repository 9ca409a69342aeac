"""What a reader chose: from an address and back, what it holds, what it says."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from rooted.records import branches, codes
from rooted.records.record import Answer, Code, Employer, Organisation, Place, Point
from rooted.struggles import bands
from rooted.struggles.chosen import sentence
from rooted.struggles.finding import Selection
from rooted.struggles.models import Struggle, Term
from rooted.struggles.tests import make
from rooted.struggles.vocabulary import merge_terms

CODES = {name: st.sampled_from(["", "none", *codes.LISTS[name]]) for name in ("form", "demand", "contract", "response")}
YEARS = st.none() | st.integers(1, 9999)


def several(*codes):
    return st.lists(st.sampled_from(codes), unique=True, max_size=6).map(lambda found: tuple(sorted(found)))


SELECTIONS = st.builds(
    Selection,
    q=st.text("abc ß\u0646&=+%;", max_size=9).map(str.strip),
    country=st.sampled_from(["", "DE", "US", "none"]),
    since=YEARS,
    branch=st.sampled_from(["", "none", "H", *branches.DIVISIONS]),
    led_by=st.sampled_from(["", *(code for code, _words in codes.LED_BY)]),
    outcome=st.sampled_from(["", *(code for code, _words in codes.OUTCOMES)]),
    size=st.sampled_from(["", "unknown", *bands.SIZES]),
    lasted=st.sampled_from(["", "unknown", *bands.DURATIONS]),
    month=st.sampled_from(["", "1", "12", "unknown"]),
    official=st.sampled_from(["", "yes", "no", "unknown"]),
    threat=st.sampled_from(["", "yes", "no"]),
    days=st.sampled_from(["", "unknown", *bands.SIZES]),
    place=st.sampled_from(["", "US:Oregon:Salem", "DE::Halle: a part"]),
    lasted_from=st.none() | st.integers(1, 99_999),
    not_known=several("employer", "region", "town", "strong", "weak", "year"),
    twice=several("form:strike", "form:picket", "employer:a"),
    unit=st.sampled_from(["", "people", "households"]),
    known=several(*bands.KNOWN),
    also=several(
        "form:picket",
        "branch:52",
        "branch:H",
        "who:none",
        "country:DE",
        "region:US:North Caro:lina",
        "employer:A & B",
        "official:unknown",
        "point:00000000-0000-4000-8000-00000000000a",
    ),
    account=st.booleans(),
    short=st.booleans(),
    point=st.none() | st.uuids(),
    sort=st.sampled_from(["", "oldest", "largest", "longest"]),
    **CODES,
)


@given(SELECTIONS)
def test_an_address_says_the_selection_and_nothing_else(selection):
    assert Selection.from_query(QueryDict(selection.query())) == selection


@given(st.sampled_from(["US", "DE"]), st.text("Oregn :-ü", min_size=1, max_size=20).map(str.strip).filter(bool))
def test_a_region_goes_with_its_country(country, region):
    if ":" in region:
        region = region.replace(":", "")
    selection = Selection(country=country, region=region.strip())
    assert Selection.from_query(QueryDict(selection.query())) == selection


def test_a_region_is_dropped_when_another_country_is_chosen():
    assert Selection.from_query(QueryDict("country=DE&region=US:Oregon")) == Selection(country="DE")


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("country=XX", "country"),
        ("since=now", "since"),
        ("since=0", "since"),
        ("since=2020&until=2019", "until"),
        ("form=dance", "form"),
        ("branch=99999", "branch"),
        ("short=yes", "short"),
        ("month=13", "month"),
        ("official=perhaps", "official"),
        ("threat=1", "threat"),
        ("point=1", "point"),
        ("size=huge", "size"),
        ("sort=random", "sort"),
        ("q=a%00b", "q"),
        ("employer=" + "x" * 241, "employer"),
        ("days=huge", "days"),
        ("place=US:Oregon", "place"),
        ("place=XX:Oregon:Salem", "place"),
        ("place=US:Oregon:" + "x" * 250, "place"),
        ("lasted_from=0", "lasted_from"),
        ("lasted_from=" + "9" * 30, "lasted_from"),
        ("lasted_from=9&lasted_to=8", "lasted_to"),
        ("not_known=outcome", "not_known"),
        ("known=employer", "known"),
        ("also=form:dance", "also"),
        ("also=led_by:union", "also"),
        ("also=region:US", "also"),
        ("also=region:XX:Oregon", "also"),
        ("also=country:XX", "also"),
        ("also=point:1", "also"),
        ("also=employer:a%00b", "also"),
        ("also=employer:" + "x" * 241, "also"),
        ("also=form:", "also"),
        ("twice=led_by:union", "twice"),
        ("unit=tons", "unit"),
        ("&".join(f"also=employer:{number}" for number in range(7)), "also"),
    ],
)
def test_what_means_nothing_is_refused_with_a_sentence(query, field):
    with pytest.raises(ValidationError) as refusal:
        Selection.from_query(QueryDict(query))
    assert [(name, all(words)) for name, words in refusal.value.message_dict.items()] == [(field, True)]


@pytest.fixture
def some(db):
    owner = make.group()
    make.struggles(
        owner,
        [
            make.record(
                title="Depot",
                started_on=date(2020, 3, 4),
                ended_on=date(2020, 3, 9),
                places=(Place("town", "US", "Oregon", "Salem"), Place("town", "DE", "Sachsen", "Leipzig")),
                codings=(Code("form", "strike"), Code("branch", "52"), Code("response", "police")),
                employers=(Employer("Merrow Logistics, Ltd."),),
                estimate_low=12,
                estimate_high=900,
                led_by="wildcat",
                organisations=(Organisation("Dockers", "yes"), Organisation("Loaders")),
                outcome="won",
                days_high=40,
                points=(Point("strong", "All gates shut"),),
            ),
            make.record(
                title="Port",
                started_on=date(2021, 7, 1),
                started_precision="year",
                places=(Place("country", "US"),),
                codings=(Code("form", "protest"), Code("branch", "H")),
                estimate_high=9,
                threatened_only=True,
                organisations=(Organisation("Loaders"),),
                account="",
                answers=(Answer("spark", "A cut."),),
            ),
            make.record(title="Short", account="", places=(Place("online"),), codings=(), employers=()),
        ],
    )


def found(**chosen):
    return [struggle.title for struggle in Selection(**chosen).records()]


@pytest.mark.parametrize(
    ("chosen", "titles"),
    [
        ({}, ["Port", "Depot"]),
        ({"short": True}, ["Short", "Port", "Depot"]),
        ({"country": "US"}, ["Port", "Depot"]),
        ({"country": "DE"}, ["Depot"]),
        ({"country": "US", "region": "Oregon"}, ["Depot"]),
        ({"country": "none"}, []),
        ({"country": "none", "short": True}, ["Short"]),
        ({"since": 2021}, ["Port"]),
        ({"until": 2020}, ["Depot"]),
        ({"form": "strike"}, ["Depot"]),
        ({"form": "none", "short": True}, ["Short"]),
        ({"branch": "H"}, ["Port", "Depot"]),
        ({"branch": "52"}, ["Depot"]),
        ({"response": "police"}, ["Depot"]),
        ({"led_by": "wildcat"}, ["Depot"]),
        ({"outcome": "won"}, ["Depot"]),
        ({"size": "tens"}, ["Depot"]),
        ({"size": "few"}, ["Port"]),
        ({"size": "unknown", "short": True}, ["Short"]),
        ({"lasted": "a-week"}, ["Depot"]),
        ({"lasted": "unknown", "short": True}, ["Short", "Port"]),
        ({"month": "3"}, ["Depot"]),
        ({"month": "7"}, []),
        ({"month": "unknown"}, ["Port"]),
        ({"official": "yes"}, ["Depot"]),
        ({"official": "no"}, []),
        ({"official": "unknown"}, ["Port"]),
        ({"threat": "yes"}, ["Port"]),
        ({"threat": "no"}, ["Depot"]),
        ({"account": True}, ["Port", "Depot"]),
        ({"lessons": True}, ["Depot"]),
        ({"place": "US:Oregon:Salem"}, ["Depot"]),
        ({"place": "US::Salem"}, []),
        ({"country": "DE", "place": "DE:Sachsen:Leipzig"}, ["Depot"]),
        ({"not_known": ("town",), "short": True}, ["Short", "Port"]),
        ({"lasted_from": 6}, ["Depot"]),
        ({"lasted_from": 7}, []),
        ({"lasted_to": 6}, ["Depot"]),
        ({"lasted_to": 5}, []),
        ({"days": "tens"}, ["Depot"]),
        ({"days": "few"}, []),
        ({"days": "unknown", "short": True}, ["Short", "Port"]),
        ({"not_known": ("employer",), "short": True}, ["Short"]),
        ({"not_known": ("region",)}, ["Port"]),
        ({"not_known": ("strong",)}, ["Port"]),
        ({"not_known": ("weak",)}, ["Port", "Depot"]),
        ({"not_known": ("employer", "region"), "short": True}, ["Short"]),
        ({"known": ("outcome",)}, ["Depot"]),
        ({"known": ("size",), "short": True}, ["Port", "Depot"]),
        ({"known": ("lasted",)}, ["Depot"]),
        ({"known": ("days",)}, ["Depot"]),
        ({"country": "US", "also": ("country:DE",)}, ["Depot"]),
        ({"country": "US", "also": ("region:DE:Sachsen",)}, ["Depot"]),
        ({"country": "US", "also": ("region:DE:Oregon",)}, []),
        ({"form": "strike", "also": ("response:police",)}, ["Depot"]),
        ({"form": "strike", "also": ("form:protest",)}, []),
        ({"also": ("official:unknown",)}, ["Port"]),
        ({"also": ("employer:merrow logistics ltd",)}, ["Depot"]),
        ({"employer": "MERROW logistics ltd"}, ["Depot"]),
        ({"q": "leipzig"}, ["Depot"]),
        ({"q": "leipzig", "since": 2021}, []),
        ({"sort": "oldest"}, ["Depot", "Port"]),
        ({"sort": "largest", "short": True}, ["Depot", "Port", "Short"]),
        ({"sort": "longest", "short": True}, ["Depot", "Short", "Port"]),
    ],
)
def test_each_filter_keeps_what_fits(some, chosen, titles):
    assert found(**chosen) == titles


def test_a_word_finds_the_records_of_the_words_merged_into_it(some):
    term = Term.objects.get()
    root = Term.objects.create(kind="strong", words="Every gate", folded="every gate")
    assert (found(point=term.pk), found(point=root.pk)) == (["Depot"], [])
    merge_terms(term, into=root)
    assert found(point=root.pk) == ["Depot"]


def test_a_selection_is_said_in_words(db):
    selection = Selection(country="DE", form="strike", lessons=True)
    assert sentence(selection) == "Country: Germany; What they did: Strike; With lessons"
    several = Selection(short=True, days="tens", not_known=("employer", "weak"), known=("lasted",), lasted_from=3)
    assert sentence(several) == (
        "Short entries too; Days not worked: 10 to 99; Lasted at least (days): 3; Not known: Employer; "
        "Not known: Weak points; Known: How long"
    )
    assert sentence(Selection(short=True, place="US:Oregon:Salem")) == (
        "Short entries too; Place: Salem, Oregon, United States"
    )
    both = Selection(country="US", also=("form:picket", "region:DE:Saxony"))
    assert sentence(both) == (
        "Country: United States; What they did: Picket; Region: Saxony, Germany; only with an account or lessons"
    )
    assert sentence(Selection(short=True)) == "Short entries too"
    assert sentence(Selection()) == "only with an account or lessons"


def test_only_what_is_public_is_found(some):
    Struggle.objects.filter(title="Depot").update(hidden_on=make.TODAY)
    assert found() == ["Port"]

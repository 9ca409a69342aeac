"""A record as JSON, as rows, and on its way to another server: always the same record."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rooted.records import codes, questions
from rooted.records.record import (
    Action,
    Answer,
    Code,
    Day,
    Employer,
    Organisation,
    Place,
    Point,
    Record,
    Source,
)
from rooted.struggles import exchange, plain
from rooted.struggles.actions import withdraw_struggle
from rooted.struggles.models import Struggle
from rooted.struggles.opening import open_record
from rooted.struggles.plain import Unreadable, from_plain, to_plain
from rooted.struggles.reading import record_of, whole
from rooted.struggles.tests import make


def line(longest):
    return st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=min(longest, 20))


def one_of(pairs):
    return st.sampled_from([code for code, _words in pairs])


def estimates(name):
    pair = st.tuples(st.none() | st.integers(1, 9_999), st.none() | st.integers(1, 9_999))
    return pair.map(lambda two: tuple(sorted(two)) if None not in two else two).map(
        lambda two: {f"{name}_low": two[0], f"{name}_high": two[1]}
    )


DATES = st.dates(date(1600, 1, 1), date(2100, 1, 1))
DAYS = st.builds(lambda many, **rest: Day(**many, **rest), estimates("workers"), day=DATES, percent=st.integers(1, 100))
ACTIONS = st.builds(
    lambda many, **rest: Action(**many, **rest),
    estimates("workers"),
    form=st.sampled_from(sorted(codes.FORMS)),
    started_on=st.none() | DATES,
    words=st.just("") | line(500),
    days=st.lists(DAYS, max_size=2).map(tuple),
)
PLACES = st.builds(
    lambda point, **rest: Place(**rest, lat=point[0], lon=point[1]),
    st.just((None, None)) | st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
    precision=one_of(codes.PLACE_PRECISIONS),
    country=st.sampled_from(["", "DE", "US"]),
    town=st.just("") | line(120),
)
POINTS = st.sampled_from(sorted(questions.POINT_KINDS)).flatmap(
    lambda kind: st.builds(Point, kind=st.just(kind), evidence=line(1000))
) | st.just(Point("weak", code="isolated"))
SOURCES = st.builds(
    Source, url=line(900), published_on=st.none() | DATES, published_precision=one_of(codes.DATE_PRECISIONS)
)
RECORDS = st.builds(
    lambda many, indirect, days, **rest: Record(**many, **indirect, **days, **rest),
    estimates("estimate"),
    estimates("indirect"),
    estimates("days"),
    title=line(200),
    started_on=DATES,
    started_precision=one_of(codes.DATE_PRECISIONS),
    led_by=one_of(codes.LED_BY),
    outcome=one_of(codes.OUTCOMES),
    threatened_only=st.booleans(),
    codings=st.lists(
        st.sampled_from([Code("form", "strike"), Code("branch", "52"), Code("tag", "tag", "a word")]), unique=True
    ).map(tuple),
    employers=st.lists(st.builds(Employer, line(120), one_of(codes.EMPLOYER_ROLES)), max_size=2).map(tuple),
    organisations=st.lists(st.builds(Organisation, line(120), one_of(codes.OFFICIAL)), max_size=2).map(tuple),
    places=st.lists(PLACES, max_size=3).map(tuple),
    actions=st.lists(ACTIONS, max_size=2).map(tuple),
    answers=st.just((Answer("spark", "The rota."),)) | st.just(()),
    points=st.lists(POINTS, max_size=3).map(tuple),
    sources=st.lists(SOURCES, max_size=2).map(tuple),
)


@given(RECORDS)
def test_json_gives_back_the_same_record(record):
    assert from_plain(json.loads(json.dumps(to_plain(record)))) == record


def test_rows_give_back_the_same_record(db):
    owner = make.group()

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(RECORDS)
    def stored(record):
        (struggle,) = make.struggles(owner, [record])
        found = record_of(whole(Struggle.objects.filter(pk=struggle.pk)).get())
        assert found == replace(record, points=found.points)
        assert sorted(map(repr, found.points)) == sorted(map(repr, record.shown_points))
        open_record(struggle)
        assert record_of(struggle) == found

    stored()


@given(RECORDS, st.data())
def test_a_wrong_value_is_refused_with_its_path(record, data):
    value = to_plain(record)
    name = data.draw(st.sampled_from(sorted(set(value) - {"format"})))
    value[name] = {"wrong": [None]}
    with pytest.raises(Unreadable) as refusal:
        from_plain(value)
    assert refusal.value.path.split("/")[0] == name


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"title": "x" * 201}, "title"),
        ({"title": "a\x00b"}, "title"),
        ({"started_on": "2026-02-30"}, "started_on"),
        ({"estimate_low": 0}, "estimate_low"),
        ({"estimate_low": 9, "estimate_high": 8}, "estimate_low"),
        ({"estimate_low": True}, "estimate_low"),
        ({"led_by": "the boss"}, "led_by"),
        ({"places": [{"precision": "town", "lat": 91.0, "lon": 1.0}]}, "places/0/lat"),
        ({"places": [{"precision": "town", "lat": 9.0}]}, "places/0/lat"),
        ({"codings": [{"scheme": "form", "code": "magic"}]}, "codings/0/code"),
        ({"sources": [{}]}, "sources/0/url"),
        ({"points": [{"kind": "web", "words": "x"}]}, "points/0/kind"),
        ({"notes": [["a", "b"]]}, "notes"),
        ({"pk": 3}, "pk"),
        ({"sources": [{"text": "x"}] * (plain.MOST + 1)}, "sources"),
    ],
)
def test_what_a_record_cannot_say_is_refused(values, path):
    with pytest.raises(Unreadable) as refusal:
        from_plain(to_plain(make.record()) | values)
    assert refusal.value.path == path


@pytest.mark.parametrize("value", [None, [], {}, {"format": "rooted-struggle/2"}, "x"])
def test_what_is_no_record_is_refused(value):
    with pytest.raises(Unreadable, match="format"):
        from_plain(value)


def test_a_record_is_the_same_on_another_server(db, settings):
    settings.ADDRESS = "https://rooted.example.org"
    struggle = make.struggle(make.group())
    incoming = exchange.read_entry(json.loads(json.dumps(exchange.entry_of(struggle))), server="rooted.example.org")
    assert incoming.source_set == "rooted.example.org"
    origin = "Docks, rooted.example.org"
    assert incoming.record == replace(make.record(), external_id=str(struggle.public_id), origin=origin)


def test_a_withdrawn_record_travels_without_what_it_said(db):
    struggle = make.struggle(make.group())
    withdraw_struggle(struggle, why="A name stood in it.")
    assert sorted(exchange.entry_of(struggle)) == ["byline", "id", "published_on", "why", "withdrawn_on"]

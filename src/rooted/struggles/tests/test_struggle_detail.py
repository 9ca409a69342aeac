"""One record, for anyone."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rooted.records.record import Action, Answer, Code, Day, Employer, Organisation, Place, Point, Source
from rooted.struggles import elsewhere, shown
from rooted.struggles.actions import correct_record, hide_struggle, merge_struggles, withdraw_struggle
from rooted.struggles.models import Struggle
from rooted.struggles.shown import Told
from rooted.struggles.tests import make
from rooted.struggles.views import what_it_holds


@pytest.fixture
def owner(db):
    return make.group()


def page(client, struggle):
    return client.get(reverse("struggles:struggle-detail", args=[struggle.public_id or struggle.pk]))


def test_a_record_says_what_is_known_and_what_is_not(stranger, owner):
    text = page(stranger, make.struggle(owner, estimate_low=90, estimate_high=140)).content.decode()
    for words in (
        "90 to 140 people",
        "Outcome not known.",
        "Leeds, United Kingdom",
        "12 November 2026",
        "Published by Docks",
    ):
        assert words in text, words


def test_what_others_wrote_is_shown_as_text(stranger, owner):
    evil = "<img src=x onerror=alert(1)> \u202e =SUM(A1) ✊🏾"
    struggle = make.struggle(
        owner,
        title=evil,
        account=f"{evil}\n\n{evil}",
        employers=(Employer(evil),),
        codings=(Code("form", "other", evil), Code("tag", "tag", evil)),
        sources=(Source(text=evil, kind="other"), Source("https://example.org/?<b>")),
    )
    text = page(stranger, struggle).content.decode()
    assert (text.count("&lt;img src=x onerror=alert(1)&gt;"), "<img" in text, "<b>" in text) == (8, False, False)


def test_only_addresses_of_the_web_can_be_followed(stranger, owner):
    struggle = make.struggle(
        owner,
        sources=(
            Source("javascript:alert(1)", archive_url="javascript:alert(2)"),
            Source(
                "https://www.paper.example/a", "Evening paper", "print", date(2026, 11, 13), "https://keep.example/x"
            ),
        ),
    )
    text = page(stranger, struggle).content.decode()
    assert re.findall(r'href="([^"]+)" rel="noreferrer nofollow"', text) == [
        "https://www.paper.example/a",
        "https://keep.example/x",
    ]


WHOLE = make.record(
    started_on=date(2026, 11, 12),
    ended_on=date(2026, 11, 15),
    indirect_low=30,
    workforce=400,
    days_low=600,
    days_high=700,
    led_by="committee",
    outcome="partly-won",
    outcome_after_3="lost",
    employers=(Employer("Merrowgate"), Employer("Brightfloor", "agency")),
    organisations=(Organisation("Night committee", "no"), Organisation("Cleaners’ union")),
    codings=(Code("form", "strike"), Code("response", "agency-cover"), Code("branch", "81")),
    places=(Place("exact", "GB", "Yorkshire", "Leeds", site="Gate 3"),),
    actions=(
        Action(
            "sit-in",
            date(2026, 11, 12),
            workers_low=80,
            words="In the canteen.",
            days=(Day(date(2026, 11, 12), "Gate 3", 80, 90, 50),),
        ),
    ),
    answers=(Answer("spark", "A rota with one less."),),
    points=(Point("strong", code="all-shifts", evidence="Day and night."), Point("open", evidence="Who signed?")),
)


def test_everything_a_record_holds_is_on_its_page(stranger, owner):
    text = page(stranger, make.struggles(owner, [WHOLE])[0]).content.decode()
    for words in (
        "<strong>Partly won.</strong>", "12–15 November 2026", "<bdi>4 days</bdi>", "Gate 3, Leeds, Yorkshire, United",
        "at least 30 people", "400 people", "<bdi>600 to 700</bdi>", "Estimated.", "A committee of the workers",
        "<bdi>Night committee (Not official)</bdi>", "<bdi>Cleaners’ union</bdi>", "<bdi>Brightfloor (Agency)</bdi>",
        "Agency workers as cover", "Cleaning and grounds", "In the canteen.", "80 to 90", "50 %", "What set it off?",
        "A rota with one less.", "All shifts together", "Day and night.", "What we do not know", "Who signed?",
        "Three months later",
    ):  # fmt: skip
        assert words in text, words


def test_a_draft_is_shown_by_the_same_partial(db):
    text = render_to_string("struggles/_record.html", {"told": Told(WHOLE, date(2026, 11, 20))})
    days = replace(WHOLE, actions=(Action("strike", days=(Day(date(2026, 11, 12)),)),))
    whole = render_to_string("struggles/_record.html", {"told": Told(days, date(2026, 11, 20))})
    assert ("Part of the day" in text, "Part of the day" in whole) == (True, False)
    for words in (
        "Partly won.",
        "12–15 November 2026",
        "Leeds",
        "All shifts together",
        "Who signed?",
        "https://example.org/a",
    ):
        assert words in text, words


def test_a_source_is_dated_as_exactly_as_it_is_known(db):
    for precision, words in (("day", "5 March 1919"), ("month", "March 1919"), ("year", "<p>1919</p>")):
        source = Source(text="Leaflet", kind="print", published_on=date(1919, 3, 5), published_precision=precision)
        text = render_to_string(
            "struggles/_record.html", {"told": Told(make.record(sources=(source,)), date(2026, 11, 20))}
        )
        assert (words in text, "5 March" in text) == (True, precision == "day")


def test_how_to_support_stands_on_top_as_long_as_it_lasts(db):
    record = make.record(outcome="goes-on", support="Come at six.", support_until=date(2026, 12, 1))
    assert Told(record, date(2026, 12, 1)).support == "Come at six."
    assert Told(record, date(2026, 12, 2)).support == ""
    assert Told(replace(record, support_until=None), date(2027, 1, 1)).support == "Come at six."
    assert Told(replace(record, support_until=None, outcome="won"), date(2026, 11, 1)).support == ""


def test_points_kept_back_are_counted_and_not_shown(stranger, owner):
    points = (Point("weak", "Nobody at gate 2", withheld=True), Point("strong", code="surprise"))
    text = page(stranger, make.struggle(owner, outcome="goes-on", points=points)).content.decode()
    assert ("Some of it is kept back while this goes on." in text, "gate 2" in text, "Surprise" in text) == (
        True,
        False,
        True,
    )


def test_a_word_leads_to_the_other_public_records_with_it(stranger, owner):
    one, _two, gone = make.struggles(
        owner, [make.record(number, points=(Point("weak", code="isolated"),)) for number in range(3)]
    )
    withdraw_struggle(gone)
    text = page(stranger, one).content.decode()
    query = re.search(r'href="/struggles/(\?[^"]*point=[^"]+)"', text)[1].replace("&amp;", "&")
    assert "The same in 1 other record" in text
    assert stranger.get(f"/struggles/{query}").context["number"] == 2


def test_an_end_before_the_start_is_said(stranger, owner):
    text = page(stranger, make.struggle(owner, ended_on=date(2026, 11, 2))).content.decode()
    assert "The source gives an end before the start." in text
    assert "12 November 2026 to 2 November 2026" in text


def test_a_correction_is_said_in_the_open(stranger, owner):
    struggle = make.struggle(owner)
    correct_record(
        struggle, make.record(account="Ninety."), words="Ninety, not eighty.", first=make.BO, second=make.ANA
    )
    text = page(stranger, struggle).content.decode()
    assert ("Corrections" in text, "Ninety, not eighty." in text, "Eighty sat" in text) == (True, True, False)


def test_a_merged_record_leads_to_the_one_that_stands_and_lends_it_its_sources(stranger, owner):
    one, two = make.struggles(owner, [make.record(1), make.record(2, sources=(Source("https://second.example/"),))])
    merge_struggles(two, into=one)
    merged, standing = (page(stranger, struggle).content.decode() for struggle in (two, one))
    assert f'<a href="{one.get_absolute_url()}" lang="en" dir="auto">{one.title}</a>' in merged
    assert ("https://second.example/" in standing, two.get_absolute_url() in standing) == (True, True)


def test_a_merged_record_names_no_record_that_is_gone(stranger, owner):
    one, two = make.struggles(owner, [make.record(1), make.record(2)])
    merge_struggles(two, into=one)
    hide_struggle(one)
    text = page(stranger, two).content.decode()
    assert ("leave this one out" in text, one.title in text, str(one.public_id) in text) == (True, False, False)


def test_what_was_merged_and_withdrawn_or_hidden_lends_nothing(stranger, owner):
    records = [make.record(number, sources=(Source(f"https://{number}.example/"),)) for number in range(3)]
    one, two, three = make.struggles(owner, records)
    for other, leave in ((two, withdraw_struggle), (three, hide_struggle)):
        merge_struggles(other, into=one)
        leave(other)
    text = page(stranger, one).content.decode()
    assert ("https://0.example/" in text, "https://1.example/" in text, "https://2.example/" in text) == (
        True,
        False,
        False,
    )


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(owner, count):
    point = Point("weak", code="isolated")
    kinds = {
        "actions": tuple(Action("strike", days=(Day(date(2026, 11, 12)),)) for _ in range(count)),
        "sources": tuple(Source(f"https://{number}.example/") for number in range(count)),
        "points": (*(Point("strong", words=f"Word {number}") for number in range(count)), point),
    }
    one, *others = make.struggles(owner, [make.record(number, **kinds) for number in range(3)])
    merge_struggles(others[0], into=one)
    read = Struggle.objects.get(pk=one.pk)
    with CaptureQueriesContext(connection) as seen:
        list(what_it_holds(read)["corrections"])
    assert len(seen) == 7


@pytest.mark.parametrize(("points", "number"), [((), 5), ((Point("weak", code="isolated"),), 7)])
def test_a_page_asks_once_for_all_the_rows_of_its_record(stranger, owner, points, number):
    one, _other = make.struggles(owner, [replace(WHOLE, title=title, points=points) for title in ("One", "Two")])
    page(stranger, one)
    with CaptureQueriesContext(connection) as seen:
        page(stranger, one)
    assert len(seen) == number


def test_a_word_of_very_many_records_is_not_counted_to_the_end(stranger, owner, monkeypatch):
    records = [make.record(number, points=(Point("weak", code="isolated"),)) for number in range(4)]
    one, *_others = make.struggles(owner, records)
    monkeypatch.setattr(elsewhere, "MOST_COUNTED", 2)
    monkeypatch.setattr(shown, "MOST_COUNTED", 2)
    elsewhere._asked.cache_clear()
    text = page(stranger, one).content.decode()
    elsewhere._asked.cache_clear()
    assert "The same in at least 2 other records" in text


def test_a_withdrawn_record_keeps_its_page_and_says_so(stranger, owner):
    struggle = make.struggle(owner)
    withdraw_struggle(struggle, why="A source was wrong.", today=date(2026, 11, 30))
    answer = page(stranger, struggle)
    text = answer.content.decode()
    assert (answer.status_code, "withdrew this record" in text, "canteen" in text) == (200, True, False)
    assert struggle.title not in text
    assert ("A source was wrong." in text, "https://example.org/a" in text) == (True, False)


def test_drafts_and_hidden_records_have_no_page(stranger, owner):
    hidden = make.struggle(owner)
    hide_struggle(hidden)
    assert [page(stranger, one).status_code for one in (hidden, make.draft(owner))] == [404, 404]


def test_all_struggles_of_its_firm_country_branch_and_means_are_one_press_away(stranger, owner):
    codings = (Code("form", "strike"), Code("branch", "81"), Code("form", "other", "Human chain"))
    one = make.struggle(owner, employers=(Employer("Merrow Ltd"),), codings=codings)
    make.struggle(owner, employers=(Employer("MERROW"),), places=(Place("country", "PL"),), codings=())
    wider = dict(page(stranger, one).context["wider"])
    found = {words: len(stranger.get(f"/struggles/?{query}").context["page"]) for words, query in wider.items()}
    assert found == {"Merrow Ltd": 2, "United Kingdom": 1, "Strike": 1, "Cleaning and grounds": 1}


def test_a_record_that_nothing_is_like_says_so(stranger, owner):
    assert "We know of none yet, here or elsewhere." in page(stranger, make.struggle(owner)).content.decode()

"""What is kept back while it runs stands in no table in clear, on no page, in no file; it comes out when it ends."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rooted.drafts.draft import Draft, unsealed
from rooted.drafts.kept_back import PARTS, shown, source_marks
from rooted.records.record import Action, Answer, Code, Day, Employer, Organisation, Place, Source
from rooted.reports import actions
from rooted.reports.tests import make
from rooted.struggles.actions import found_by_words
from rooted.struggles.models import Struggle
from rooted.struggles.plain import to_plain
from rooted.struggles.reading import record_of, whole

TODAY = timezone.localdate()
DEEDS = {"actions", "forms"}
DAYS = {"days", "began", *DEEDS}
# What stands nowhere else, and which marks keep it back.
HIDDEN_BY = {
    "Zquexton": {"places"}, "Zgate": {"places", *DAYS}, "Zfirm": {"whom"}, "Zunion": {"whom"},
    "Zcontract": {"workers"}, "Zwho": {"workers"}, "654301": {"workers"}, "Zform": {"forms"}, "654302": {"numbers"},
    "654303": {"numbers"}, "654304": {"numbers"}, "Zcounter": {"numbers"}, "Zdeed": DEEDS,
    "654305": {"numbers", *DEEDS}, "654306": {"numbers", *DAYS}, "654307": {"numbers", *DAYS},
    "Zdemand": {"ends"}, "Zresponse": {"ends"}, "Zspark": {"ask-spark"}, "Zmoney": {"ask-money"},
    "Zaccount": {"account"}, "Zleaflet": {"sources/0"}, "zaddress": {"sources/1"}, "Ztitle": {"title"},
    "Zsupport": {"support"},
}  # fmt: skip
MARKS = sorted({*PARTS, "sources/0", "sources/1", "sources/9"})
RECORD = make.running(
    title="Ztitle",
    account="Zaccount",
    support="Zsupport",
    estimate_low=654302, estimate_high=654303, indirect_low=654304, estimate_source="Zcounter", workforce=654301,
    days_low=654307,
    codings=(
        Code("form", "other", "Zform"), Code("demand", "other", "Zdemand"), Code("response", "other", "Zresponse"),
        Code("contract", "other", "Zcontract"), Code("who", "other", "Zwho"), Code("branch", "52"),
    ),
    employers=(Employer("Zfirm"),),
    organisations=(Organisation("Zunion"),),
    places=(Place("town", "GB", "", "Zquexton"),),
    actions=(
        Action("sick-out", workers_low=654305, words="Zdeed", days=(Day(date(2026, 11, 19), "Zgate", 654306),)),
    ),
    answers=(Answer("spark", "Zspark"), Answer("money", "Zmoney")),
    sources=(Source(text="Zleaflet", kind="print"), Source("https://zaddress.example/")),
)  # fmt: skip


def begun(member, marks, record=RECORD):
    return actions.begin_report(member.seat, Draft(record, kept=frozenset(marks)), now=timezone.now())


def published(ana, bo, marks, record=RECORD):
    report = begun(ana, marks, record)
    make.release(report, ana, bo, publish_on=TODAY, why="Known.")
    return make.fresh(report)


def in_clear():
    """Every value of every table, as one text."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [str(value) for row in cursor.fetchall() for value in row if isinstance(value, (str, int))]
    return " ".join(found)


def there(text):
    plain = re.sub(r"(?<=\d)[,.\u00a0\u202f ](?=\d)", "", text).lower()
    return {word for word in HIDDEN_BY if word.lower() in plain}


def open_to_all(marks):
    return {word for word, by in HIDDEN_BY.items() if not by & set(marks)}


@pytest.mark.parametrize("mark", MARKS)
def test_each_mark_takes_out_its_part_and_nothing_else(mark):
    text = json.dumps(to_plain(shown(RECORD, frozenset({mark}))))
    assert there(text) == open_to_all({mark})


def test_nothing_marked_stands_in_any_table_while_it_runs_and_all_of_it_when_it_ended(ana, bo):
    @settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.sets(st.sampled_from(MARKS)))
    def kept(marks):
        with transaction.atomic():
            runs_and_ends(ana, bo, marks)
            transaction.set_rollback(True)

    kept()


def runs_and_ends(ana, bo, marks):
    report = published(ana, bo, marks)
    assert there(in_clear()) == open_to_all(marks)
    make.save(report, bo, outcome="won")
    make.release(report, bo, ana, words="It is over.")
    row = whole(Struggle.objects.filter(pk=report.struggle_id)).get()
    assert (record_of(row), row.withheld) == (replace(RECORD, outcome="won"), 0)


def addresses(struggle):
    whole_file = ["export-json", "export-whole", "feed", "struggles", "terms", "export-choose"]
    found = [reverse(f"exports:{name}") for name in whole_file]
    found += [reverse("exports:export-csv", args=[columns]) for columns in ("lat", "cat", "ilo", "acled")]
    found += [reverse("exports:struggle", args=[struggle.public_id]), struggle.get_absolute_url()]
    return found + [reverse(f"struggles:struggle-{name}") + "?short=on" for name in ("list", "map", "timeline")]


def read(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, url
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()


def test_no_page_file_or_feed_says_what_is_marked(ana, bo, stranger):
    struggle = published(ana, bo, MARKS).struggle
    assert {url: there(read(stranger, url)) for url in addresses(struggle)} == {
        url: set() for url in addresses(struggle)
    }
    page = read(stranger, struggle.get_absolute_url())
    assert "Some of it is kept back while this goes on." in page


def test_without_a_mark_the_page_and_its_files_say_all_of_it(ana, bo, stranger):
    struggle = published(ana, bo, []).struggle
    pages = [struggle.get_absolute_url(), reverse("exports:export-json")]
    assert [there(read(stranger, url)) for url in pages] == [set(HIDDEN_BY)] * 2
    assert "kept back" not in read(stranger, pages[0])


@pytest.mark.parametrize("word", ["Zaccount", "Zquexton", "Zfirm", "Zspark", "Zdeed"])
def test_no_search_finds_what_is_marked(ana, bo, word):
    found = []
    for marks in (MARKS, []):
        published(ana, bo, marks)
        found.append(len(found_by_words(word)))
    assert found == [0, 1]


def test_a_correction_while_it_runs_takes_back_what_is_marked_now(ana, bo):
    report = published(ana, bo, [])
    standing = make.draft(report, ana)
    changed = replace(standing, kept=frozenset({"account"}))
    actions.save_draft(report, changed, seat=bo.seat, seen=1, now=timezone.now())
    make.release(report, bo, ana, words="The account waits.")
    struggle = make.fresh(report).struggle
    assert (struggle.account, struggle.withheld) == ("", 1)
    assert there(in_clear()) == open_to_all({"account"})


def test_of_a_first_day_that_is_kept_back_strangers_read_the_month(ana, bo, stranger):
    action = Action(
        "sick-out", date(2026, 11, 17), "day", date(2026, 11, 18), "unclear", days=(Day(date(2026, 11, 17)),)
    )
    struggle = published(ana, bo, ["began"], replace(RECORD, actions=(action,))).struggle
    month = date(2026, 11, 1)
    read_again = record_of(whole(Struggle.objects.filter(pk=struggle.pk)).get())
    assert (read_again.started_on, read_again.started_precision) == (month, "month")
    assert read_again.actions == (Action("sick-out", month, "month", month, "month"),)
    page = read(stranger, struggle.get_absolute_url())
    assert [day in page for day in ("November 2026", "3 November", "17 November", "18 November")] == [
        True, False, False, False,
    ]  # fmt: skip


def test_what_began_lately_stays_treated_as_going_on_when_only_its_month_is_read(ana, bo):
    began = TODAY - timedelta(days=30)
    lately = replace(RECORD, outcome="unknown", seen_going_on=None, started_on=began, points=(make.WEAK,))
    struggle = published(ana, bo, ["began", "title"], lately).struggle
    assert (struggle.points.count(), struggle.withheld) == (0, 3)


@pytest.mark.parametrize(
    ("marks", "changed", "title"),
    [
        (set(), {}, "Zform, Zquexton, United Kingdom"),
        ({"forms"}, {}, "Zquexton, United Kingdom"),
        ({"places"}, {}, "Zform"),
        ({"forms", "places"}, {}, "Kept back while it runs"),
        (set(), {"threatened_only": True}, "Zquexton, United Kingdom"),
        (set(), {"codings": (Code("form", "other"),), "places": (Place("world"),)}, "Worldwide"),
        (set(), {"places": (Place("exact", site="Zgate"),)}, "Zform"),
        ({"forms"}, {"language": "de"}, "Zquexton, Vereinigtes Königreich"),
        ({"forms"}, {"language": "tr"}, "Zquexton, United Kingdom"),
    ],
)
def test_the_title_that_stands_for_one_kept_back_says_only_what_is_public(marks, changed, title):
    assert shown(replace(RECORD, **changed), frozenset({"title", *marks})).title == title


def test_both_readers_see_the_title_that_strangers_will_read(ana):
    report = begun(ana, ["title"])
    below = html(ana, "report-forward", report).partition("This is what strangers will read")[2]
    assert ("Zform, Zquexton, United Kingdom</h3>" in below, "Ztitle" in below) == (True, False)


def test_what_is_over_is_published_whole_whatever_is_marked(ana, bo):
    over = replace(RECORD, outcome="won", ended_on=date(2026, 11, 20))
    struggle = published(ana, bo, MARKS, over).struggle
    assert (record_of(struggle), struggle.withheld) == (over, 0)


def html(member, name, report):
    return " ".join(member.client.get(make.at(name, member, report.pk)).content.decode().split())


def test_both_readers_are_told_what_is_kept_back_and_then_what_becomes_public(ana, bo):
    report = published(ana, bo, ["ask-spark", "numbers", *source_marks([0])])
    told = "<li>How many took part?</li><li>What set it off?</li><li>Source</li>"
    page = html(ana, "report-detail", report)
    assert (told in page, page.count("<span>Kept back</span>")) == (True, 3)
    make.save(report, bo, outcome="lost")
    first = html(ana, "report-forward", report)
    make.put_forward(report, ana, words="It ended.")
    wanted = {word for word, by in HIDDEN_BY.items() if by & {"ask-spark", "numbers", "sources/0"}} | {"Zdeed", "Zgate"}
    for page in (first, html(bo, "report-release", report)):
        above = page.partition("This is what strangers will read")[0]
        assert there(above) == wanted
        assert "It is over: this becomes public when two of you say yes." in above


def test_a_kept_back_name_that_stands_elsewhere_is_pointed_at(ana):
    report = begun(ana, ["places", "whom"], replace(RECORD, account="We met at Zquexton station, before ZFIRM."))
    warnings = ana.client.get(make.at("report-forward", ana, report.pk)).context["warnings"]
    assert [(one.where, one.quote) for one in warnings if one.kind == "kept"] == [
        ("What happened", "Zfirm"), ("What happened", "Zquexton"),
    ]  # fmt: skip


def test_marks_are_sealed_with_the_draft_and_one_from_before_has_none():
    draft = Draft(RECORD, kept=frozenset({"account", "sources/1"}))
    assert unsealed(draft.sealed) == draft
    assert unsealed(Draft(RECORD).sealed).kept == frozenset()

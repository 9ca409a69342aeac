"""reports:report-write, one short step at a time; each saved by itself, none in the way of another."""

from datetime import date

import pytest

from rooted.drafts.steps.every import STEPS
from rooted.records.questions import QUESTIONS
from rooted.records.record import Action, Answer, Code, Day, Employer, Organisation, Point, Source
from rooted.reports.actions import erase_report
from rooted.reports.models import Report, Version
from rooted.reports.reading import read_version
from rooted.reports.sealed import EARLIER, REPORT
from rooted.reports.tests import make

FULL = make.running(
    codings=(Code("form", "strike"), Code("contract", "agency"), Code("contract", "other", "zero hours")),
    organisations=(Organisation("Line committee", "no"),),
    points=(make.WEAK, Point("try", words="Ask the drivers", evidence="They knew.")),
    actions=(Action("strike", date(2026, 11, 3), "day", days=(Day(date(2026, 11, 3), "Gate", 40, 60),)),),
    days_low=40,
    days_high=60,
)


def standing(form):
    """What a browser would send of a page as it stands."""
    values = {field.html_name: field.value() for field in form}
    told = {name: value for name, value in values.items() if value not in (None, False)}
    days = {name: value.isoformat() for name, value in told.items() if hasattr(value, "isoformat")}
    ticks = {name: "on" for name, value in told.items() if value is True}
    return told | days | ticks


@pytest.mark.parametrize("name", list(STEPS))
def test_every_step_opens_and_saving_it_as_it_stands_changes_nothing(ana, name):
    report = make.report(ana, FULL)
    form = ana.client.get(make.step(report, ana, name)).context["form"]
    assert ana.client.post(make.step(report, ana, name), standing(form)).status_code == 302
    assert make.fresh(report).number == 1


def test_each_saving_is_a_version_and_says_who_and_which_step(ana, bo):
    report = make.report(ana)
    assert make.send(report, bo, "account", account="They stayed.").url == make.step(report, bo, "points-strong")
    newest = Version.objects.select_related("item", "report").get(number=2)
    stood = read_version(ana.seat, newest)
    assert (stood.who, stood.step, stood.draft.record.account) == ("Bo", "account", "They stayed.")
    assert sorted(Version.objects.values_list("item__kind", flat=True)) == [EARLIER.name, REPORT.name]


def test_one_can_save_and_go_back_to_the_report(ana):
    report = make.report(ana)
    answer = make.send(report, ana, "account", account="x", then="desk")
    assert answer.url == make.at("report-detail", ana, report.pk)


def test_two_who_save_different_steps_from_the_same_page_lose_nothing(ana, bo):
    report = make.report(ana)
    make.send(report, ana, "account", seen=1, account="Of ana.")
    assert make.send(report, bo, "ask-spark", seen=1, text="Of bo.").status_code == 302
    record = make.draft(report, ana).record
    assert (record.account, record.answers[0].text, make.fresh(report).number) == ("Of ana.", "Of bo.", 3)


def test_two_who_save_the_same_step_the_second_sees_both_changes_and_keeps_the_text(ana, bo):
    report = make.report(ana, account="Ana brings the key")
    make.send(report, bo, "account", seen=1, account="Bo brings the key")
    page = make.send(report, ana, "account", seen=1, account="Ana brings the cake")
    form, html = page.context["form"], page.content.decode()
    assert form.errors["__all__"] == ["Bo saved this while you wrote. Nothing is lost: your text is still below."]
    assert (form["account"].value(), form["seen"].value()) == ("Ana brings the cake", "2")
    assert "<del>Ana</del> <ins>Bo</ins> brings the key" in html
    assert make.draft(report, ana).record.account == "Bo brings the key"


def test_what_the_second_had_not_touched_is_as_the_first_left_it(ana, bo):
    report = make.report(ana, make.running(organisations=(Organisation("Line committee", "no"),)))
    seen = standing(ana.client.get(make.step(report, ana, "whom")).context["form"])
    make.send(report, bo, "whom", **seen | {"keep-whom": "on", "organisations-1-name": "Night circle"})
    page = ana.client.post(make.step(report, ana, "whom"), seen | {"employers-1-name": "Brightfloor"})
    assert page.status_code == 200
    assert ana.client.post(make.step(report, ana, "whom"), standing(page.context["form"])).status_code == 302
    draft = make.draft(report, ana)
    assert [one.name for one in draft.record.employers] == ["Merrowgate Hospital", "Brightfloor"]
    assert [one.name for one in draft.record.organisations] == ["Line committee", "Night circle"]
    assert draft.kept == {"whom"}, "what one of us marks is not unmarked by a page that was open before"


def test_where_both_together_make_no_sense_the_second_keeps_what_was_typed(ana, bo):
    report = make.report(ana, estimate_low=5, estimate_high=60)
    make.send(report, bo, "did", seen=1, estimate_low="5", estimate_high="40")
    form = make.send(report, ana, "did", seen=1, estimate_low="50", estimate_high="60").context["form"]
    assert (form["estimate_low"].value(), form["estimate_high"].value(), list(form.errors)) == ("50", "60", ["__all__"])


MARKED = [
    ("did", {"estimate_high": "40", "keep-numbers": "on"}, {"estimate_low": "50"}, "numbers"),
    ("sources", {"sources-1-withheld": "on"}, {"sources-0-text": "Told by three"}, "sources/1"),
    ("sources", {"sources-1-withheld": "on", "sources-1-text": "Leaflet"}, {"sources-0-text": ""}, "sources/0"),
]


@pytest.mark.parametrize("seen", ["1", "0"])
@pytest.mark.parametrize(("name", "theirs", "typed", "mark"), MARKED)
def test_a_mark_that_the_second_never_saw_is_not_taken_away(ana, bo, name, theirs, typed, mark, seen):
    report = make.report(ana, make.running(estimate_low=5, estimate_high=60))
    began = standing(ana.client.get(make.step(report, ana, name)).context["form"])
    bo.client.post(make.step(report, bo, name), began | theirs)
    page = ana.client.post(make.step(report, ana, name), began | typed | {"seen": seen})
    ana.client.post(make.step(report, ana, name), standing(page.context["form"]))
    assert (make.fresh(report).number, mark in make.draft(report, ana).kept) == (3, True)


def test_a_mark_that_the_second_saw_can_be_taken_away(ana, bo):
    report = make.report(ana, make.running())
    make.send(report, ana, "sources", **{"sources-0-text": "Told by two", "sources-0-withheld": "on"})
    began = standing(ana.client.get(make.step(report, ana, "sources")).context["form"])
    bo.client.post(make.step(report, bo, "sources"), began | {"sources-1-text": "Leaflet"})
    page = ana.client.post(make.step(report, ana, "sources"), began | {"sources-0-withheld": ""})
    ana.client.post(make.step(report, ana, "sources"), standing(page.context["form"]))
    assert (make.fresh(report).number, make.draft(report, ana).kept) == (4, frozenset())


def test_having_seen_it_one_can_save_and_both_stay(ana, bo):
    report = make.report(ana)
    make.send(report, bo, "account", seen=1, account="of bo")
    seen = make.send(report, ana, "account", seen=1, account="of ana").context["form"]["seen"].value()
    assert make.send(report, ana, "account", seen=seen, account="both").status_code == 302
    versions = Version.objects.select_related("item", "report").order_by("number")
    told = [read_version(ana.seat, version).draft.record.account for version in versions]
    assert told == ["Eighty sat down in the canteen.", "of bo", "both"]


def test_the_same_form_sent_twice_is_saved_once(ana):
    report = make.report(ana)
    answers = [make.send(report, ana, "account", seen=1, account="two").status_code for _ in range(2)]
    assert (answers, make.fresh(report).number) == ([302, 302], 2)


def test_a_change_takes_back_what_was_put_forward(ana, bo):
    report = make.report(ana)
    make.put_forward(report, ana)
    make.send(report, bo, "notes", notes="Wait.")
    assert (make.fresh(report).forward, make.fresh(report).forward_seat) == (None, None)


def test_what_was_erased_meanwhile_is_shown_to_be_copied(ana, bo):
    report = make.report(ana)
    erase_report(report)
    page = bo.client.post(make.step(report, bo, "account"), {"account": "My long text", "seen": "1"})
    assert "My long text" in page.content.decode()
    assert Report.objects.count() == 0


def test_a_step_that_is_none_and_another_group_are_not_found(ana, cem):
    report = make.report(ana)
    assert ana.client.get(make.step(report, ana, "nothing")).status_code == 404
    assert cem.client.get(make.step(report, ana, "what")).status_code == 404
    assert cem.client.post(make.step(report, ana, "what"), {"title": "x y"}).status_code == 404
    assert make.fresh(report).number == 1


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    firms = tuple(Employer(f"Firm {number}") for number in range(count - 1))
    report = make.report(ana, employers=firms, sources=tuple(Source(text=f"s {n}") for n in range(count)))
    for name, queries in (("whom", 6), ("sources", 6), ("what", 7)):
        with django_assert_num_queries(queries):
            ana.client.get(make.step(report, ana, name))


def test_from_one_question_any_other_is_reached_also_one_that_was_answered(ana):
    report = make.report(ana, answers=(Answer("spark", "A rota."),))
    page = ana.client.get(make.step(report, ana, "ask-money")).content.decode()
    links = [make.step(report, ana, f"ask-{code}") for code in QUESTIONS]
    assert [link for link in links if f'href="{link}"' not in page] == []
    assert (page.count('<span class="done">'), "1 of 14 questions answered." in page) == (1, True)
    assert "questions answered" not in ana.client.get(make.step(report, ana, "whom")).content.decode()

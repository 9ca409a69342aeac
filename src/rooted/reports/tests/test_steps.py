"""What each step makes of what is typed."""

from datetime import date

import pytest
from django.utils import timezone

from rooted.places.tests import make as towns
from rooted.records.record import Action, Code, Day, Place, Point, Source
from rooted.records.telling import lasting
from rooted.reports.models import Report
from rooted.reports.tests import make


def saved(member, report, name, **typed):
    answer = make.send(report, member, name, **typed)
    assert answer.status_code == 302, answer.context["form"].errors
    return make.draft(report, member)


def refused(member, report, name, **typed):
    return make.send(report, member, name, **typed).context["form"].errors


WHAT = {"title": make.TITLE, "started_year": "2026", "started_month": "11", "started_day": "3", "language": "en"}


def test_an_end_makes_it_over_and_going_on_takes_the_outcome(ana):
    report = make.report(ana)
    record = saved(ana, report, "what", **WHAT, going="yes").record
    assert (record.running, record.outcome, record.seen_going_on) == (True, "goes-on", timezone.localdate())
    record = saved(ana, report, "what", **WHAT, going="no", ended_year="2026", ended_month="11").record
    assert (record.running, record.outcome, record.ended_precision) == (False, "unknown", "month")


def test_an_imported_place_and_a_decade_stay_as_exact_as_they_came(ana):
    place = Place("region", "US", "Texas", "", 31.0, -99.0)
    report = make.report(ana, places=(place,), started_on=date(1914, 7, 3), started_precision="decade")
    what = WHAT | {"started_year": "1914", "started_month": "", "started_day": "", "started_exact": "decade"}
    rows = {"places-0-region": "Texas", "places-0-country": "US"}
    record = saved(ana, report, "what", **what | {"title": "New"}, going="", **rows).record
    assert (record.places, record.started_on) == ((place,), date(1914, 7, 3))


def test_a_place_left_empty_is_none_and_those_that_were_stored_go(ana):
    report = make.report(ana, places=(Place("exact"), Place("town", "GB", "", "Leeds")))
    rows = {"places-0-town": "", "places-0-site": "", "places-0-country": ""}
    rows |= {"places-1-town": "Leeds, United Kingdom", "places-1-site": "", "places-1-country": "GB"}
    rows |= {"places-2-town": "", "places-2-site": "", "places-2-country": ""}
    for _time in range(2):
        record = saved(ana, report, "what", **WHAT, going="", **rows).record
        assert record.places == (Place("town", "GB", "", "Leeds"),)


def test_a_town_we_know_brings_its_country_and_place(ana):
    town = towns.make_town(name="Leeds", latitude=53.796)
    report = make.report(ana)
    record = saved(
        ana, report, "what", **WHAT, going="", **{"places-0-town": "Leeds", "places-0-site": "Gate 2"}
    ).record
    place = record.places[0]
    assert (place.town, place.country, place.lat, place.site) == ("Leeds", "GB", town.latitude, "Gate 2")
    again = {"places-0-town": "Leeds, United Kingdom", "places-0-site": "Gate 3", "places-0-country": "GB"}
    assert saved(ana, report, "what", **WHAT, going="", **again).record.places[0].lat == town.latitude


def test_with_whom(ana):
    rows = {"employers-0-name": "Tide Laundry", "employers-2-name": "Brightfloor", "employers-2-role": "agency"}
    union = {"organisations-0-name": "Line committee", "organisations-0-official": "no"}
    record = saved(ana, make.report(ana), "whom", led_by="wildcat", **rows, **union).record
    assert [(one.name, one.role) for one in record.employers] == [
        ("Tide Laundry", "employer"),
        ("Brightfloor", "agency"),
    ]
    assert [(one.name, one.official) for one in record.organisations] == [("Line committee", "no")]
    assert record.led_by == "wildcat"


def test_own_words_are_kept_as_they_are_and_other_lists_are_left_alone(ana):
    report = make.report(ana)
    typed = {"contract": ["agency", "gig"], "contract_words": "zero hours; on call", "branches-0-code": "52"}
    record = saved(ana, report, "workers", **typed, workforce="31").record
    assert record.workforce == 31
    assert set(record.codings) == {
        Code("form", "strike"), Code("demand", "hours"), Code("contract", "agency"), Code("contract", "gig"),
        Code("contract", "other", "zero hours"), Code("contract", "other", "on call"), Code("branch", "52"),
    }  # fmt: skip


def test_numbers_from_low_to_high(ana):
    report = make.report(ana)
    numbers = {"estimate_low": "40", "estimate_high": "60", "indirect_low": "5", "estimate_unit": "people"}
    record = saved(ana, report, "did", forms=["strike", "picket"], **numbers, threatened_only="on").record
    assert (record.estimate_low, record.estimate_high, record.indirect_low, record.indirect_high) == (40, 60, 5, None)
    assert record.threatened_only
    assert list(refused(ana, report, "did", estimate_low="61", estimate_high="60")) == ["estimate_low"]
    assert list(refused(ana, report, "did", estimate_low="0")) == ["estimate_low"]


def test_single_actions_keep_their_days_and_go_with_them(ana):
    action = Action("strike", date(2026, 11, 3), days=(Day(date(2026, 11, 3), "Gate", 40, 60),))
    report = make.report(ana, actions=(action,), days_low=40, days_high=60)
    row = {"actions-0-form": "strike", "actions-0-from_year": "2026", "actions-0-low": "7"}
    record = saved(ana, report, "actions", **row).record
    assert (record.actions[0].started_precision, record.actions[0].days, record.days_low) == ("year", action.days, 40)
    record = saved(ana, report, "actions").record
    assert (record.actions, record.days_low, record.days_high) == ((), None, None)
    assert list(refused(ana, report, "actions", **{"actions-0-words": "x"})) == ["actions-0-form"]


def test_days_not_worked_follow_from_the_days(ana):
    report = make.report(ana)
    row = {"days-0-first": "2026-11-02", "days-0-last": "2026-11-10", "days-0-weekdays": "on", "days-0-low": "40"}
    more = {"days-0-high": "60", "days-0-percent": "50", "days-0-action": "strike", "days-0-site": "Gate 2"}
    record = saved(ana, report, "days", **row, **more).record
    assert len(record.actions[0].days) == 7
    assert (record.days_low, record.days_high, record.days_estimated) == (140, 210, False)
    html = ana.client.get(make.step(report, ana, "days")).content.decode()
    assert "How the days are counted" in html
    assert "140 to 210" in html


def test_a_number_of_days_that_a_source_gives_stands_while_no_days_do(ana):
    report = make.report(ana)
    record = saved(ana, report, "days", days_low="500").record
    assert (record.days_low, record.days_high, record.days_estimated) == (500, None, True)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"first": "2026-11-05", "last": "2026-11-02"}, "days-0-last"),
        ({"first": "2024-11-05", "last": "2026-11-02"}, "days-0-last"),
        ({"first": "2026-11-07", "last": "2026-11-08", "weekdays": "on"}, "days-0-weekdays"),
        ({"first": "2026-11-02", "low": "5", "high": "4"}, "days-0-low"),
        ({"first": "soon"}, "days-0-first"),
    ],
)
def test_days_that_cannot_be_are_said(ana, row, field):
    typed = {f"days-0-{name}": value for name, value in row.items()}
    assert list(refused(ana, make.report(ana), "days", **typed)) == [field]


def test_how_it_ended_never_ends_what_goes_on_by_silence(ana):
    report = make.report(ana, make.running())
    record = saved(ana, report, "ends", demand=["safety"], response=["police"], outcome="unknown").record
    assert record.running
    record = saved(ana, report, "ends", outcome="won", outcome_after_3="lost").record
    assert (record.running, record.outcome, record.outcome_after_3) == (False, "won", "lost")
    assert (record.seen_going_on, lasting(record)) == (None, "3 November 2026")


def test_answers_stand_in_the_order_of_the_questions(ana):
    report = make.report(ana)
    saved(ana, report, "ask-money", text="On what was saved.")
    record = saved(ana, report, "ask-work", text="Parcels.").record
    assert [(one.question, one.text) for one in record.answers] == [
        ("work", "Parcels."),
        ("money", "On what was saved."),
    ]
    assert saved(ana, report, "ask-work", text=" ").record.answers == record.answers[1:]


def test_a_word_of_ours_becomes_its_code_and_own_words_stay(ana):
    report = make.report(ana, make.running())
    rows = {
        "points-0-words": "spread across  CONTRACTS",
        "points-1-words": "Tenants took part",
        "points-1-withheld": "on",
    }
    record = saved(ana, report, "points-strong", **rows, **{"points-0-evidence": "Nobody signed alone."}).record
    assert record.points == (
        Point("strong", code="spread-across-contracts", evidence="Nobody signed alone."),
        Point("strong", words="Tenants took part", withheld=True),
    )


def test_weak_points_are_always_kept_back_while_it_runs(ana):
    record = saved(ana, make.report(ana, make.running()), "points-weak", **{"points-0-words": "Isolated"}).record
    assert [(one.code, one.withheld) for one in record.points] == [("isolated", True)]
    assert record.shown_points == ()


def test_sources(ana):
    report = make.report(ana)
    days = {"sources-0-published_day": "14", "sources-0-published_month": "3", "sources-0-published_year": "1919"}
    row = {"sources-0-text": "Leaflet", "sources-0-kind": "print"} | days
    draft = saved(ana, report, "sources", **row, participant="on")
    assert draft.record.sources == (Source("", "Leaflet", "print", date(1919, 3, 14)),)
    assert (draft.participant, draft.sourced) == (True, True)
    short = saved(ana, report, "sources", **{"sources-0-url": "www.example.org/leaflet"}).record.sources
    assert short == (Source("https://www.example.org/leaflet"),)
    for url in ("javascript:alert(1)", "leaflet", "https://", "example.org/" + "a" * 985):
        assert list(refused(ana, report, "sources", **{"sources-0-url": url})) == ["sources-0-url"]


def test_a_source_of_a_month_or_a_year_and_one_that_came_with_a_decade(ana):
    report = make.report(
        ana, sources=(Source(text="Song", published_on=date(1844, 6, 5), published_precision="decade"),)
    )
    rows = {"sources-0-text": "A song", "sources-0-published_year": "1844", "sources-0-kind": "web"}
    rows |= {"sources-1-text": "Parish book", "sources-1-published_month": "3", "sources-1-published_year": "1919"}
    rows |= {"sources-2-text": "Minutes", "sources-2-published_year": "1919"}
    found = [
        (one.published_on, one.published_precision) for one in saved(ana, report, "sources", **rows).record.sources
    ]
    assert found == [(date(1844, 6, 5), "decade"), (date(1919, 3, 1), "month"), (date(1919, 1, 1), "year")]
    assert list(refused(ana, report, "sources", **rows | {"sources-2-published_day": "3"})) == [
        "sources-2-published_month"
    ]


def test_what_nobody_chose_is_not_made_up(ana):
    report = make.report(ana)
    rows = {"sources-0-text": "Told by two", "sources-1-url": "https://example.org/leaflet"}
    assert [one.kind for one in saved(ana, report, "sources", **rows).record.sources] == ["other", "web"]
    for name, field in (("sources", "sources-0-kind"), ("whom", "organisations-0-official")):
        choices = (
            ana.client.get(make.step(make.report(ana, sources=()), ana, name)).context["form"].fields[field].choices
        )
        assert next(iter(choices))[0] == {"sources": "", "whom": "unknown"}[name]


def test_support_needs_a_last_day(ana):
    report = make.report(ana, make.running())
    assert list(refused(ana, report, "support", support="Come.")) == ["support_until"]
    record = saved(ana, report, "support", support="Come.", support_until="2026-12-24").record
    assert (record.support, record.support_until) == ("Come.", date(2026, 12, 24))
    assert saved(ana, report, "support", support_until="2026-12-24").record.support_until is None


def test_notes_among_us_are_in_no_record(ana, bo):
    report = make.report(ana)
    draft = saved(ana, report, "notes", notes="Ask the day shift.")
    struggle = make.release(report, ana, bo)
    assert (draft.notes, "Ask the day shift." in str(vars(struggle))) == ("Ask the day shift.", False)


def keep_boxes(member, report, name):
    form = member.client.get(make.step(report, member, name)).context["form"]
    return [one for one in form.fields if one.startswith("keep-") or one.endswith("-withheld")]


@pytest.mark.parametrize(
    ("name", "boxes"),
    [
        ("what", ["keep-title", "keep-began", "keep-places"]), ("whom", ["keep-whom"]), ("workers", ["keep-workers"]),
        ("did", ["keep-forms", "keep-numbers"]), ("actions", ["keep-actions"]), ("days", ["keep-days"]),
        ("ends", ["keep-ends"]), ("ask-spark", ["keep-ask-spark"]), ("account", ["keep-account"]),
        ("support", ["keep-support"]), ("notes", []), ("points-weak", []),
        ("points-strong", ["points-0-withheld", "points-1-withheld"]),
        ("sources", [f"sources-{number}-withheld" for number in range(3)]),
    ],
)  # fmt: skip
def test_while_it_goes_on_each_page_can_be_kept_back(ana, name, boxes):
    assert keep_boxes(ana, make.report(ana, make.running()), name) == boxes
    assert keep_boxes(ana, make.report(ana), name) == []


def test_the_page_of_weak_points_says_that_they_are_kept_back_while_it_goes_on(ana):
    for record, said in ((make.running(), True), (make.record(), False)):
        page = ana.client.get(make.step(make.report(ana, record), ana, "points-weak")).content.decode()
        assert ("stay on your desk while it still goes on" in page) == said


def test_a_mark_is_set_shown_again_and_taken_away(ana):
    report = make.report(ana, make.running())
    assert saved(ana, report, "account", account="So it was.", **{"keep-account": "on"}).kept == {"account"}
    assert saved(ana, report, "ask-spark", text="A rota.", **{"keep-ask-spark": "on"}).kept == {"account", "ask-spark"}
    form = ana.client.get(make.step(report, ana, "account")).context["form"]
    assert form["keep-account"].value() is True
    assert saved(ana, report, "account", account="So it was.").kept == {"ask-spark"}


def test_single_sources_are_kept_back_and_their_marks_follow_the_list(ana):
    report = make.report(ana, make.running())
    rows = {"sources-0-text": "Leaflet", "sources-1-text": "Told at the gate", "sources-1-withheld": "on"}
    assert saved(ana, report, "sources", **rows).kept == {"sources/1"}
    rows = {"sources-0-text": "", "sources-1-text": "Told at the gate", "sources-1-withheld": "on"}
    draft = saved(ana, report, "sources", **rows)
    assert (draft.kept, draft.shown.sources, draft.sourced) == ({"sources/0"}, (), False)


def test_a_mark_stays_when_it_is_over_and_holds_again_when_it_goes_on(ana):
    report = make.report(ana, make.running())
    saved(ana, report, "account", account="So it was.", **{"keep-account": "on"})
    over = saved(ana, report, "what", **WHAT, going="no", ended_year="2026")
    again = saved(ana, report, "what", **WHAT, going="yes")
    assert [(draft.kept, draft.shown.account) for draft in (over, again)] == [
        ({"account"}, "So it was."), ({"account"}, ""),
    ]  # fmt: skip


def test_places_can_be_kept_back_on_the_first_page_of_all(ana):
    typed = WHAT | {"going": "yes", "places-0-town": "Saltend", "keep-places": "on"}
    ana.client.post(make.at("report-begin", ana), typed)
    draft = make.draft(Report.objects.get(), ana)
    assert ([place.town for place in draft.record.places], draft.shown.places) == (["Saltend"], ())


def test_a_mark_that_somebody_else_set_meanwhile_is_not_taken_away(ana, bo):
    report = make.report(ana, make.running())
    saved(bo, report, "account", account=make.record().account, **{"keep-account": "on"})
    answer = make.send(report, ana, "account", seen=1, account="Mine.")
    assert (answer.status_code, make.draft(report, ana).kept) == (200, {"account"})

"""reports:version-compare, two versions of a record, line by line."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rooted.base.comparison import compare
from rooted.drafts.draft import Draft, whole
from rooted.records.record import Action, Answer, Code, Day, Employer, Organisation, Place, Point, Source
from rooted.reports.tests import make


def shown(member, report, query=""):
    return member.client.get(make.at("version-compare", member, report.pk) + query)


def test_the_last_change_is_shown(ana):
    report = make.report(ana)
    make.save(report, ana, employers=(Employer("Tide Laundry"),))
    html = shown(ana, report).content.decode()
    assert "<del>Merrowgate</del>" in html
    assert "<ins>Tide</ins>" in html


def test_any_two_can_be_compared(ana):
    report = make.report(ana)
    for number in range(2, 5):
        make.save(report, ana, account=f"Account {number}")
    page = shown(ana, report, "?older=2&newer=4")
    assert (page.context["older"].version.number, page.context["newer"].version.number) == (2, 4)
    assert "<del>2</del><ins>4</ins>" in page.content.decode().replace("</del> ", "</del>")


def test_one_that_is_not_kept_is_said(ana):
    assert "not kept any more" in shown(ana, make.report(ana), "?older=7&newer=9").content.decode()


CHANGES = [
    {"title": "x"}, {"language": "pl"}, {"started_on": date(1919, 3, 1)}, {"started_precision": "decade"},
    {"ended_on": None}, {"seen_going_on": date(2026, 11, 4)}, {"account": "x"}, {"estimate_low": 7},
    {"estimate_high": 90}, {"estimate_source": "x"}, {"indirect_low": 3}, {"workforce": 9}, {"days_low": 4},
    {"led_by": "wildcat"}, {"threatened_only": True}, {"outcome": "lost"}, {"outcome_after_3": "lost"},
    {"outcome_after_12": "won"}, {"support": "x"}, {"support_until": date(2026, 11, 4)},
    {"codings": (Code("form", "picket"),)}, {"employers": (Employer("x", "agency"),)},
    {"organisations": (Organisation("x"),)}, {"places": (Place("town", "FR", "", "Lille", site="Gate"),)},
    {"actions": (Action("strike", words="x", days=(Day(date(2026, 11, 4), "Gate", 3, 4, 50),)),)},
    {"answers": (Answer("spark", "x"),)}, {"points": (Point("open", "x", evidence="y", withheld=True),)},
    {"sources": (Source("https://example.org", "x", "print", date(1919, 3, 1), "https://example.org/copy"),)},
]  # fmt: skip


@given(st.sampled_from(CHANGES))
def test_every_part_of_a_record_shows_in_the_comparison(change):
    assert compare(whole(Draft(make.record())), whole(Draft(make.record(**change)))) != []


def test_what_only_the_group_knows_shows_too():
    plain = Draft(make.record())
    marked = [Draft(make.record(), kept=frozenset({mark})) for mark in ("account", "ask-spark", "sources/1")]
    for other in (Draft(make.record(), participant=True), Draft(make.record(), notes="x"), *marked):
        assert compare(whole(plain), whole(other)) != []


def test_members_of_another_group_cannot(ana, cem):
    report = make.report(ana)
    assert cem.client.get(make.at("version-compare", ana, report.pk)).status_code == 404

"""assembly:sheet-confirm"""

import pytest
from django.utils import timezone

from conftest import join, newcomer
from rooted.assembly.models import FilledSheet
from rooted.assembly.reading import minutes_text
from rooted.assembly.running import end_sitting, set_point
from rooted.assembly.tests.make import at, filled, fresh, minutes, page, point, post, sitting
from rooted.notes.models import Note

LINE = "We meet again on Friday."
SHEET = {"points": "", "minutes": LINE, "tasks": ""}


def test_a_second_member_finds_it_filled_in_and_one_tap_makes_it_count(ana, bo):
    made = filled(ana, minutes=LINE)
    shown = page(bo, "sheet-confirm", made.pk)
    assert ("Ana typed this in." in shown, LINE in shown, "The sheet says the same" in shown) == (True, True, True)
    assert post(bo, "sheet-confirm", made.pk, **SHEET).status_code == 302
    assert minutes_text(ana.seat, fresh(made.sitting)).count(LINE) == 1
    assert fresh(made).confirmed_on is not None


def test_of_figures_a_second_member_reads_the_question_and_types_what_they_counted(ana, bo):
    one, hands = sitting(ana), {"question": "A break now?", "for_it": "38", "against": "2", "abstained": "1"}
    post(ana, "sitting-hands", one.pk, **hands)
    made = FilledSheet.objects.get()
    shown = page(bo, "sheet-confirm", made.pk)
    assert ("A break now?" in shown, 'value="38"' in shown, "The sheet says the same" in shown) == (True, False, False)
    post(bo, "sheet-confirm", made.pk, **hands)
    assert "For it: 38." in minutes_text(ana.seat, fresh(one))


def test_of_other_words_both_are_shown_and_nothing_counts(ana, bo):
    made = filled(ana, minutes=LINE)
    post(bo, "sheet-confirm", made.pk, **SHEET | {"minutes": "We meet again on Monday."})
    shown = page(ana, "sheet-confirm", made.pk)
    assert [said in shown for said in ("Typed in by Ana", "Typed in by Bo", LINE, "again on Monday")] == [True] * 4
    assert (Note.objects.count(), fresh(made).confirmed_on) == (0, None)
    post(ana, "sheet-confirm", made.pk, **SHEET | {"minutes": "We meet again on Monday."})
    assert "again on Monday" in minutes_text(ana.seat, fresh(made.sitting))


def test_whoever_typed_it_confirms_nothing_but_may_correct_it(ana):
    made = filled(ana, minutes=LINE)
    assert "You typed this in." in page(ana, "sheet-confirm", made.pk)
    post(ana, "sheet-confirm", made.pk, **SHEET)
    post(ana, "sheet-confirm", made.pk, **SHEET | {"minutes": "Corrected."})
    assert (Note.objects.count(), "Corrected." in page(ana, "sheet-confirm", made.pk)) == (0, True)


def test_a_second_tap_does_nothing_more(ana, bo):
    made = filled(ana, minutes=LINE)
    for _tap in range(3):
        assert post(bo, "sheet-confirm", made.pk, **SHEET).status_code == 302
    assert minutes_text(ana.seat, fresh(made.sitting)).count(LINE) == 1


def test_one_who_comes_too_late_is_told_and_keeps_their_words(ana, bo):
    made = filled(ana, minutes=LINE)
    post(bo, "sheet-confirm", made.pk, **SHEET)
    shown = post(
        join(newcomer("dora"), ana), "sheet-confirm", made.pk, **SHEET | {"minutes": "Not at all."}
    ).content.decode()
    assert ("Two of you typed the same meanwhile" in shown, "Not at all." in shown) == (True, True)


def test_it_stands_under_the_point_that_was_spoken_about_when_it_was_typed(ana, bo):
    one = sitting(ana)
    first, second = point(ana, one.assembly, "Breaks"), point(ana, one.assembly, "Pay")
    set_point(one, first)
    made = filled(ana, one, minutes=LINE)
    set_point(one, second)
    minutes(ana, one, "Half as much again.")
    post(bo, "sheet-confirm", made.pk, **SHEET)
    said = minutes_text(ana.seat, fresh(one))
    assert [said.index(part) for part in ("Pay", "Half", "Breaks", LINE)] == sorted(
        said.index(part) for part in ("Pay", "Half", "Breaks", LINE)
    )


def test_it_can_be_confirmed_after_the_sitting_has_ended(ana, bo):
    made = filled(ana, minutes=LINE)
    end_sitting(made.sitting, seat=ana.seat, now=timezone.now())
    post(bo, "sheet-confirm", made.pk, **SHEET)
    assert LINE in minutes_text(ana.seat, fresh(made.sitting))


def test_what_counts_is_kept_once_the_sheet_holds_no_word_of_it(ana, bo):
    made = filled(ana, minutes=LINE)
    post(bo, "sheet-confirm", made.pk, **SHEET)
    row = FilledSheet.objects.select_related("item").get()
    assert bo.seat.keys.read(row.item)["typed"] == [[ana.seat.pk, {}], [bo.seat.pk, {}]]


@pytest.mark.parametrize("rows", [3, 50])
def test_many_that_wait_cost_no_more_queries(ana, django_assert_num_queries, rows):
    one = sitting(ana)
    for number in range(rows):
        filled(ana, one, minutes=f"Line {number}")
    page(ana, "sitting-detail", one.pk)
    with django_assert_num_queries(9):
        ana.client.get(at("sitting-detail", ana, one.pk))

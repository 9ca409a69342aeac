"""900 of a night shift are called together and decide a walk-out in three sittings: hands, printed sheets, two phones;
management makes an offer, and they ask again."""

import pytest

from tests.browser.chromium import MARKS
from tests.browser.meeting import MINUTES, NAMES
from tests.browser.shifts import TITLE, Shifts, first_figures
from tests.walk.report import none_wrong

pytestmark = [*MARKS, pytest.mark.long]

# present, yes, no, abstain; 900 in all, the third sitting against it
FOR_IT = [(412, 380, 22, 6), (397, 350, 31, 9), (91, 20, 66, 2)]
MISTYPED = (91, 26, 60, 2)
ON_THE_OFFER = [(412, 31, 370, 5), (397, 40, 350, 4), (91, 60, 25, 3)]


def meets(walk):
    """Called together, on paper and back from it."""
    walk.ana_founds()
    walk.bo_joins(walk.ana_invites())
    walk.ana_calls_an_assembly()
    walk.bo_hangs_the_notice()
    walk.bo_prints_the_sheets()
    walk.two_count_who_is_there()
    walk.a_sheet_is_typed_in_by_two()


@pytest.mark.parametrize(("width", "script", "language"), [(320, False, "en"), (1200, True, "ar")])
def test_a_night_shift_is_called_decides_by_hands_and_asks_again(browser, server, width, script, language):
    walk = Shifts(browser, server, width, script, language)
    meets(walk)
    walk.ana_proposes_and_bo_seconds()
    walk.ana_opens_it_to_hands()
    walk.tellers_disagree_first(FOR_IT[-1], MISTYPED)
    walk.tellers_count_until_the_last(FOR_IT)
    page = walk.bo_closes()
    assert first_figures(page) == ["750", "119", "17"]
    assert page.count(NAMES[2]) >= 2, "the third sitting's No is said, and stands in the table"
    walk.ana_asks_again()
    walk.tellers_count(ON_THE_OFFER)
    assert first_figures(walk.bo_closes()) == ["131", "745", "12"]
    assert walk.ana_reads_the_minute_book().count(TITLE) == 2
    assert MINUTES in walk.ana_ends_the_assembly()
    none_wrong(walk.wrong() + server.errors())

"""assembly:sitting-sheets"""

import pytest

from rooted.assembly.tests.make import page, point, sitting, speaker


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        ("agenda", "What was agreed"),
        ("speaking", "Tear this sheet up at the end."),
        ("count", "Two of you count, each alone, then compare."),
        ("tally", "no photograph of this sheet"),
        ("nothing of the kind", "What was agreed"),
    ],
)
def test_each_sheet_prints_on_its_own(ana, sheet, words):
    one = sitting(ana)
    assert words in page(ana, "sitting-sheets", one.pk, query=f"?sheet={sheet}")


def test_rows_stay_empty_however_many_points_there_are(ana):
    one = sitting(ana)
    rows = []
    for number in (1, 9):
        for title in range(number):
            point(ana, one.assembly, f"Point {title}")
        rows.append(page(ana, "sitting-sheets", one.pk).count("<tr><td></td>"))
    assert rows == [7, 2]


def test_the_agenda_is_on_paper_and_no_speaker_is(ana):
    one = sitting(ana)
    point(ana, one.assembly, "Breaks")
    speaker(ana, one, "Noor")
    sheets = [page(ana, "sitting-sheets", one.pk, query=f"?sheet={sheet}") for sheet in ("agenda", "speaking")]
    assert (sheets[0].count("Breaks"), "Noor" in "".join(sheets)) == (1, False)

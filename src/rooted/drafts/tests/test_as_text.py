"""A draft as lines of text, read by people who compare two versions."""

from datetime import date

from rooted.drafts.as_text import lines
from rooted.drafts.tests import make
from rooted.records.record import Action, Day, Point, Source

DAY = date(2026, 11, 3)


def test_days_and_languages_are_said_as_people_say_them_and_each_sentence_ends_once():
    record = make.running(
        language="pl",
        seen_going_on=DAY,
        support="Come.",
        support_until=DAY,
        actions=(Action("strike", days=(Day(DAY, "Gate", 6, 8),)),),
        points=(Point("open", words="Who called the police?", evidence="Nobody saw it.", withheld=True),),
        sources=(Source(text="Leaflet", kind="print", published_on=DAY),),
    )
    said = "\n".join(lines(record))
    for line in (
        "Language: Polski",
        "Last known to go on: 3 November 2026",
        "Out on: 3 November 2026, Gate, 6 to 8",
        "What we do not know: Who called the police?\nNobody saw it.\nkept back while it runs",
        "Source: Print, Leaflet, 3 November 2026",
        "Support until: 3 November 2026",
    ):
        assert line in said
    assert "not known" not in said

"""What stands side by side on a page of writing fits half a line of the smallest screen."""

from datetime import date

from django import forms

from rooted.drafts.draft import Draft, blank
from rooted.drafts.steps.every import STEPS
from rooted.drafts.tests import make

SHORT_LISTS = ("_month", "_unit")


def side_by_side(draft: Draft):
    for step in STEPS.values():
        form = step.form(draft=draft)
        for part in form.drawn():
            lines = [line for row in part.get("rows", ()) for line in row["lines"]]
            short = [line for line in lines if line["short"]] + [part] * ("block" in part and part["block"].short)
            yield from ((f"{step.name}: {bound.name}", bound.field) for line in short for bound in line["fields"])


def test_only_numbers_and_lists_of_short_words_stand_side_by_side():
    found = dict(side_by_side(Draft(make.running())))
    assert len(found) > 10
    numbers = {name for name, field in found.items() if isinstance(field, forms.IntegerField)}
    assert {name for name in found.keys() - numbers if not name.endswith(SHORT_LISTS)} == set()


def test_what_is_over_is_not_asked_what_to_keep_back_and_what_begins_is():
    def asked(draft):
        return [name for name in STEPS["what"].form(draft=draft).fields if name.startswith("keep-")]

    assert asked(Draft(make.record(ended_on=date(1919, 3, 1), started_on=date(1919, 3, 1)))) == []
    everything = ["keep-title", "keep-began", "keep-places"]
    assert [asked(Draft(make.running())), asked(blank(date(2026, 11, 3), "en"))] == [everything, everything]

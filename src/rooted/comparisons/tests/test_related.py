"""Ways here from a record and from a selection."""

import pytest
from django.urls import reverse

from rooted.comparisons.related import related
from rooted.struggles.finding import Selection
from rooted.struggles.tests import make


@pytest.fixture
def owner(db):
    return make.group()


def test_a_record_leads_to_the_page_where_it_stands_beside_others(stranger, owner):
    record = make.struggle(owner)
    (part,) = related(record, None)
    assert part.url == f"{reverse('comparisons:beside')}?record={record.public_id}"
    assert stranger.get(part.url).context["records"] == [record]


def test_a_selection_leads_to_its_questions_and_to_what_went_together(stranger, owner):
    ask, together = related(Selection(form="strike", short=True, sort="oldest"), None)
    assert stranger.get(ask.url).context["form"]["form"].value() == "strike"
    assert stranger.get(together.url).context["crossing"].among == Selection(form="strike", short=True)


def test_all_records_lead_to_the_beginning(owner):
    assert related(Selection(), None)[0].url == reverse("comparisons:compare")


def test_what_is_not_published_and_what_is_something_else_lead_nowhere(owner):
    assert (related(make.draft(owner), None), related(owner, None)) == ([], [])

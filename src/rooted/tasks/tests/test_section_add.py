"""tasks:section-add, what only one of us knows."""

from rooted.tasks.models import Section
from rooted.tasks.reading import section_rows
from rooted.tasks.tests import make


def test_it_stands_in_the_hand_over(ana, bo):
    make.post(ana, "section-add", title="Keys <b>", text="At the laundry.\nAsk for Ola.")
    (row,) = section_rows(bo.seat)
    assert (row.title, row.text) == ("Keys <b>", "At the laundry.\nAsk for Ola.")
    assert "Keys <b>" not in make.page(bo, "hand-over")


def test_what_was_typed_stays_when_it_is_refused(ana):
    page = make.post(ana, "section-add", text="At the laundry.").content.decode()
    assert "At the laundry.</textarea>" in page
    assert Section.objects.count() == 0


def test_others_add_nothing(ana, cem):
    assert cem.client.post(make.at("section-add", ana), {"title": "x", "text": "y"}).status_code == 404
    assert Section.objects.count() == 0

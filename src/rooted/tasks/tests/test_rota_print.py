"""tasks:rota-print, four weeks for the wall."""

import pytest

from rooted.tasks import rota
from rooted.tasks.tests import make


def test_four_weeks_with_names_and_room_to_write(ana, bo):
    slot = make.held(bo)
    rota.offer_slot(slot, seat=bo.seat, today=make.today())
    page = make.page(ana, "rota-print")
    assert page.count("<tr>") == 1 + 28
    assert '<td dir="auto">Bo (cannot)</td><td></td>' in page
    assert 'class="sheet"' in page


def test_an_empty_rota_prints_a_row_to_write_in(ana):
    assert make.page(ana, "rota-print").count("<tr>") == 2


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    for number in range(count):
        make.duty(ana, f"Duty {number}", weekdays=[make.today().weekday()])
    with django_assert_num_queries(6):
        page = ana.client.get(make.at("rota-print", ana))
    assert len(page.context["rows"]) == count * 4


def test_nobody_else_sees_it(ana, cem):
    assert cem.client.get(make.at("rota-print", ana)).status_code == 404

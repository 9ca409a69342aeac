"""tasks:hand-over-print, the hand-over on paper."""

from rooted.tasks import actions
from rooted.tasks.tests import make


def test_it_holds_everything_with_room_to_write(ana):
    make.holding(ana, make.role(ana))
    make.task(ana)
    make.section(ana)
    make.duty(ana)
    page = make.page(ana, "hand-over-print")
    for text in (
        "Keys",
        make.TEXT,
        "At the laundry.",
        "Room to write",
        "When the next one is printed, tear this one up.",
    ):
        assert text in page
    assert page.count("<tr>") == 3 + 2 + 2 + 31


def test_on_paper_everybody_has_their_name_the_reader_too(ana):
    make.held(ana, days=0)
    task = make.task(ana)
    actions.take_task(task, seat=ana.seat)
    page = make.page(ana, "hand-over-print")
    assert '<td dir="auto">Ana</td><td></td>' in page
    assert "<br><bdi>Ana</bdi></dd>" in page
    assert "You have it." not in page


def test_it_can_be_said_that_it_is_printed_once_the_group_wants_it(ana):
    button = "We have printed it"
    before = button in make.page(ana, "hand-over-print")
    make.post(ana, "hand-over-monthly")
    assert (before, button in make.page(ana, "hand-over-print")) == (False, True)


def test_nobody_else_sees_it(ana, cem):
    assert cem.client.get(make.at("hand-over-print", ana)).status_code == 404

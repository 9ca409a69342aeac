"""tasks:role-add, a new role."""

from rooted.tasks.models import Role
from rooted.tasks.reading import role_rows
from rooted.tasks.tests import make


def test_it_is_written_down_and_nobody_holds_it(ana):
    make.post(ana, "role-add", name="Money <b>", about="Counts it twice.\nWith a second one.")
    (row,) = role_rows(ana.seat, make.today())
    assert (row.name, row.about, row.holders) == ("Money <b>", "Counts it twice.\nWith a second one.", [])
    assert "Money <b>" not in make.page(ana, "role-list")


def test_it_needs_a_name_and_what_was_typed_stays(ana):
    page = make.post(ana, "role-add", about="Counts it twice.").content.decode()
    assert "Counts it twice.</textarea>" in page
    assert Role.objects.count() == 0


def test_others_add_nothing(ana, cem):
    assert cem.client.post(make.at("role-add", ana), {"name": "x"}).status_code == 404
    assert Role.objects.count() == 0

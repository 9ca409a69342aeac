"""tasks:role-edit, a role in other words."""

from rooted.tasks.reading import role_rows
from rooted.tasks.tests import make


def test_the_words_change_and_who_holds_it_stays(ana, bo):
    role = make.role(ana)
    make.holding(bo, role)
    make.post(ana, "role-edit", role.pk, name="Doors", about="")
    (row,) = role_rows(ana.seat, make.today())
    assert (row.name, row.about, [one.name for one in row.holders]) == ("Doors", "", ["Bo"])


def test_the_page_shows_what_stands(ana):
    page = make.page(ana, "role-edit", make.role(ana).pk)
    assert 'value="Keys"' in page


def test_others_change_nothing(ana, cem):
    role = make.role(ana)
    assert make.post(cem, "role-edit", role.pk, name="x").status_code == 404
    assert role_rows(ana.seat, make.today())[0].name == "Keys"

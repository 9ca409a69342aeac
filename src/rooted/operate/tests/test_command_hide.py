"""`./rooted hide`."""

import pytest
from django.core.management import CommandError, call_command

from rooted.struggles.tests.make import group, struggle

pytestmark = pytest.mark.django_db


def test_the_page_of_a_group_goes_out_of_sight(client):
    group("docks")
    assert client.get("/g/docks/").status_code == 200
    call_command("hide", "https://rooted.example.org/g/docks/", yes=True)
    assert client.get("/g/docks/").status_code == 404


def test_a_record_goes_out_of_sight_and_its_group_stays(client):
    docks = group("docks")
    record = struggle(docks)
    assert client.get(f"/struggles/{record.public_id}/").status_code == 200
    call_command("hide", f"http://127.0.0.1:8000/struggles/{record.public_id}/", yes=True)
    assert client.get(f"/struggles/{record.public_id}/").status_code == 404
    assert client.get("/g/docks/").status_code == 200


def test_what_was_hidden_by_mistake_comes_back_and_is_found(client):
    record = struggle(group("docks"), title="Otters of the quay stop work")
    for named in ("/g/docks/", f"/struggles/{record.public_id}/"):
        call_command("hide", named, yes=True)
        call_command("hide", named, undo=True)
        assert client.get(named).status_code == 200
    assert str(record.public_id) in client.get("/struggles/?q=otters").content.decode()


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ("/g/dogs/", "There is no group /g/dogs/"),
        ("/struggles/5f0b9b1e-0000-4000-8000-000000000000/", "There is no record /struggles/5f0b9b1e"),
        ("https://rooted.example.org/", "There is no group https"),
    ],
)
def test_what_is_not_here_is_said(named, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("hide", named, yes=True)

from contextlib import redirect_stdout
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from rooted.groups.models import Group
from rooted.struggles.models import Struggle

pytestmark = pytest.mark.django_db


# the first test: nothing is there yet
def test_a_server_that_is_no_demo_is_left_alone(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="says on every page"):
        call_command("demo")


@pytest.fixture(scope="module")
def printed(shared_db):
    """Filled once for all tests here; what it said."""
    with override_settings(DEMO=True), redirect_stdout(StringIO()) as said:
        call_command("demo")
    return said.getvalue()


@pytest.fixture
def demo(settings, printed, db):
    settings.DEMO = True
    return printed


def test_every_part_is_alive(demo, client):
    assert sorted(Group.objects.values_list("name", flat=True)) == ["Depot", "Docks", "Merrow Flats"]
    assert Struggle.objects.public().count() == 19
    page = client.get("/").content.decode()
    assert "Night cleaners stop work" in page
    assert "invented" in page


def test_ana_signs_in_and_a_letter_waits_on_the_board(demo, client):
    client.post("/sign-in/", {"name": "ana", "passphrase": "lantern gravel otter seven"})
    page = client.get("/g/docks/board/").content.decode()
    assert "7 hours left of 48" in page


def test_the_printed_words_open_the_strangers_letter(demo, client):
    words = demo.strip().rsplit(": ", 1)[1]
    page = client.post("/letters/back/", {"receipt": words}).content.decode()
    assert "They kept my deposit" in page


def test_a_server_in_use_is_left_alone(demo):
    with pytest.raises(CommandError, match="Here are groups already"):
        call_command("demo")

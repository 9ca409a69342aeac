import json

import pytest
from django.utils import timezone

from conftest import PASSPHRASE
from rooted.intake.actions import write_note
from rooted.intake.tests import make

pytestmark = pytest.mark.django_db
URL = "/you/data/"  # home:own-data


def test_the_file_holds_groups_and_what_this_person_wrote_and_nothing_of_others(ana, bo):
    thread = make.thread(ana.group)
    for member in (ana, bo):
        write_note(thread, seat=member.seat, text=f"seen by {member.name}", now=timezone.now())
    response = ana.client.post(URL, {"passphrase": PASSPHRASE})
    data = json.loads(response.content)
    assert response["Content-Disposition"].startswith("attachment")
    assert [group["group"] for group in data["groups"]] == ["Docks"]
    assert [item["text"] for item in data["groups"][0]["written"]] == ["seen by ana"]
    assert "seen by bo" not in response.content.decode()


def test_without_the_right_passphrase_there_is_no_file(ana):
    page = ana.client.post(URL, {"passphrase": "not the right one"})
    assert "This is not your passphrase." in page.content.decode()

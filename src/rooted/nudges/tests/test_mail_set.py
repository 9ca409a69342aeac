"""nudges:mail-set, mail to an address."""

import pytest
from django.urls import reverse

from rooted.nudges.kept import what_is_in
from rooted.nudges.models import Nudge
from rooted.nudges.tests.make import ADDRESS, mail_server

URL = reverse("nudges:mail-set", args=["docks"])


def test_the_member_finds_their_own_row_by_their_keyring(ana, bo):
    assert ana.client.post(URL, {"address": ADDRESS}).url == reverse("nudges:nudges", args=["docks"])
    content = what_is_in(Nudge.objects.get())
    assert (content["address"], content["language"]) == (ADDRESS, "en")
    page = reverse("nudges:nudges", args=["docks"])
    assert [member.client.get(page).context["mail_to"] for member in (ana, bo)] == [ADDRESS, ""]


def test_another_address_takes_the_place_of_the_first(ana):
    for address in (ADDRESS, "other@example.net"):
        ana.client.post(URL, {"address": address})
    assert [what_is_in(row)["address"] for row in Nudge.objects.all()] == ["other@example.net"]


@pytest.mark.parametrize(
    "address", ["", "nobody", "a@b", "a@example.org\nBcc: c@example.org", "ä@example.org", "x" * 201 + "@example.org"]
)
def test_what_is_no_address_is_refused_and_stays_in_the_field(ana, settings, address):
    with mail_server(settings):
        response = ana.client.post(URL, {"address": address})
    assert "address" in response.context["form"].errors
    assert not Nudge.objects.exists()


def test_looking_does_nothing(ana):
    assert ana.client.get(URL).status_code == 302
    assert not Nudge.objects.exists()

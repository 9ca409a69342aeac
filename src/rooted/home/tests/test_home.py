import re

import pytest
from django.urls import reverse
from django.utils import timezone

from conftest import found
from rooted.groups.models import Group

pytestmark = pytest.mark.django_db
PATH = reverse("home:home")


def test_with_one_group_one_lands_on_its_board(ana):
    answer = ana.client.get(PATH)
    assert (answer.status_code, answer["Location"]) == (302, reverse("home:board", args=[ana.group.address]))


def test_with_two_groups_one_chooses(ana):
    found(ana, "Tenants")
    boards = re.findall(r'<h2><a href="([^"]*)">(.*?)</a></h2>', ana.client.get(PATH).content.decode())
    assert boards == [("/g/docks/board/", "Docks"), ("/g/tenants/board/", "Tenants")]


def test_a_closed_group_is_not_offered(ana):
    Group.objects.update(closed_on=timezone.now().date())
    assert "You are in no group yet" in ana.client.get(PATH).content.decode()


def test_without_a_group_one_reads_how_to_get_into_one(newly_signed_up):
    assert "They send you a link and tell you four words." in newly_signed_up.client.get(PATH).content.decode()


def test_a_stranger_is_asked_to_sign_in(stranger):
    assert stranger.get(PATH).status_code == 403

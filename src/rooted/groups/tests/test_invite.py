"""Making an invitation: a link with an id only, words that are said and kept nowhere."""

import re

from django.urls import reverse

from rooted.groups.models import Invitation
from rooted.groups.tests.make import at, invitation


def words_in(answer):
    return re.findall(r"<li><bdi>([^<]+)</bdi></li>", answer.content.decode())


def test_the_page_shows_link_picture_and_four_words_once(ana):
    answer = ana.client.post(at("groups:invite", ana))
    words = words_in(answer)
    page = answer.content.decode()
    assert len(words) == 4
    assert f"http://testserver{reverse('groups:join', args=[Invitation.objects.get().pk])}" in page
    assert "<svg" in page
    assert words_in(ana.client.get(at("groups:invite", ana))) == []


def test_the_words_stand_nowhere_in_the_database(ana):
    words = words_in(ana.client.post(at("groups:invite", ana)))
    rows = repr(list(Invitation.objects.values_list()))
    assert [word for word in words if len(word) > 3 and word in rows] == []


def test_the_picture_has_no_style_and_no_script(ana):
    page = ana.client.post(at("groups:invite", ana)).content.decode()
    assert [piece for piece in ("style=", "<script", "onclick") if piece in page] == []


def test_without_an_address_the_page_says_what_to_run(ana, settings):
    settings.ADDRESS = ""
    assert "./rooted serve --address" in ana.client.post(at("groups:invite", ana)).content.decode()


def test_with_an_address_link_and_picture_use_it(ana, settings):
    settings.ADDRESS = "https://rooted.example"
    page = ana.client.post(at("groups:invite", ana)).content.decode()
    assert "https://rooted.example/join/" in page
    assert "./rooted serve" not in page


def test_open_invitations_are_listed_for_every_member(ana, bo):
    made = invitation(ana)
    page = bo.client.get(at("groups:invite", bo)).content.decode()
    assert at("groups:invitation-withdraw", bo, made.pk) in page
    assert "Ana made it." in page


def test_there_is_an_end_to_open_invitations(ana):
    for _number in range(20):
        invitation(ana)
    assert words_in(ana.client.post(at("groups:invite", ana))) == []
    assert Invitation.objects.count() == 20


def test_only_members_invite(ana, cem, stranger, locked):
    assert cem.client.post(at("groups:invite", ana)).status_code == 404
    assert stranger.post(at("groups:invite", ana)).status_code == 403
    assert locked.post(at("groups:invite", ana)).status_code == 403
    assert Invitation.objects.count() == 0

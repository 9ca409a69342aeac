"""Coming in: read, four words, a name; opens everything at once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from rooted.base import seal
from rooted.groups import invitations
from rooted.groups.access import seat_names
from rooted.groups.actions import describe_group
from rooted.groups.models import Invitation, Seat
from rooted.groups.tests.make import PERSON, SPOKEN, at, invitation, member
from rooted.people.models import Person


def page(made):
    return reverse("groups:join", args=[made.pk])


def test_the_newcomer_reads_first_what_the_group_is_and_agrees_with(stranger, ana):
    describe_group(ana.group, outlook="Nobody decides for others.")
    answer = stranger.get(page(invitation(ana))).content.decode()
    for said in ("Docks", "Harbour", "We meet on Thursdays.", "Nobody decides for others."):
        assert said in answer
    assert "Ana" not in answer


def test_after_the_words_the_page_asks_for_a_name_and_no_account_exists_yet(stranger, ana):
    answer = stranger.post(page(invitation(ana)), {"words": SPOKEN.upper() + "  "}).content.decode()
    assert f'name="words" value="{SPOKEN}"' in answer
    assert 'name="passphrase"' in answer
    assert Person.objects.count() == 1


def test_a_newcomer_opens_everything_at_once_also_what_was_sealed_before(stranger, ana):
    answer = stranger.post(page(invitation(ana)), {"words": SPOKEN, **PERSON, "called": "Newt"})
    assert answer.url == reverse("people:recovery")
    members = stranger.get(at("groups:seat-list", ana)).content.decode()
    assert "<h2>Ana</h2>" in members
    assert "<h2>Newt</h2>" in members


def test_a_newcomers_session_does_not_say_into_which_group_they_came(stranger, ana):
    stranger.post(page(invitation(ana)), {"words": SPOKEN, **PERSON, "called": "Newt"})
    assert set(stranger.session.keys()) == {"person", "until", "stay", "seen", "h", "k"}


def test_the_invitation_is_used_up(stranger, client, ana):
    made = invitation(ana)
    stranger.post(page(made), {"words": SPOKEN, **PERSON, "called": ""})
    assert client.get(page(made)).status_code == 404
    assert client.post(page(made), {"words": SPOKEN, **PERSON, "name": "late", "called": ""}).status_code == 404
    assert Seat.objects.count() == 2


def test_somebody_signed_in_comes_in_without_a_new_account(cem, ana):
    people = Person.objects.count()
    answer = cem.client.post(page(invitation(ana)), {"words": SPOKEN, "called": "Cem of the depot"})
    assert answer.url == ana.group.board_url
    assert Person.objects.count() == people
    assert "Cem of the depot" in seat_names(ana.seat).values()


def test_a_member_cannot_take_a_second_seat(ana, bo):
    made = invitation(ana)
    answer = bo.client.post(page(made), {"words": SPOKEN, "called": "Bo again"})
    assert answer.status_code == 200
    assert (Seat.objects.count(), Invitation.objects.filter(pk=made.pk).count()) == (2, 1)


def test_somebody_locked_is_asked_for_the_passphrase_first(cem, ana):
    made = invitation(ana)
    session = cem.client.session
    del session["k"], session["h"]
    session.save()
    assert cem.client.get(page(made)).status_code == 403


def test_wrong_words_are_said_and_the_fifth_wrong_try_ends_it(stranger, ana, monkeypatch):
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    made = invitation(ana)
    statuses = [stranger.post(page(made), {"words": "wrong wrong wrong wrong"}).status_code for _try in range(5)]
    assert statuses == [200, 200, 200, 200, 404]
    assert stranger.post(page(made), {"words": SPOKEN}).status_code == 404
    assert Invitation.objects.count() == 0


def test_right_words_cost_no_try(stranger, ana):
    made = invitation(ana)
    for _time in range(7):
        assert "passphrase" in stranger.post(page(made), {"words": SPOKEN}).content.decode()
    made.refresh_from_db()
    assert made.tries == 0


def test_unknown_ended_withdrawn_and_void_invitations_say_the_same(stranger, ana):
    made = invitation(ana)
    ended = invitation(ana)
    Invitation.objects.filter(pk=ended.pk).update(expires_on=timezone.now().date() - timedelta(days=1))
    void = invitation(ana)
    Invitation.objects.filter(pk=void.pk).update(tries=5)
    withdrawn = invitation(ana)
    withdrawn.delete()
    withdrawn.pk = made.pk ^ 1
    main = {stranger.get(page(one)).content.split(b"<main")[1].split(b"</main>")[0] for one in (ended, void, withdrawn)}
    assert len(main) == 1
    assert b"This invitation is no longer open" in main.pop()


def test_the_exact_hour_of_the_end_lies_inside(ana):
    now = timezone.now()
    made = invitation(ana)
    invitations.open_invitation(made.pk, spoken=SPOKEN, now=now + timedelta(hours=71))
    with pytest.raises(invitations.Gone):
        invitations.open_invitation(made.pk, spoken=SPOKEN, now=now + timedelta(hours=73))


def test_at_a_crowd_everything_typed_stays(stranger, ana, monkeypatch):
    made = invitation(ana)

    def busy(*args, **kwargs):
        raise seal.Busy

    monkeypatch.setattr(seal, "slow_key", busy)
    answer = stranger.post(page(made), {"words": SPOKEN})
    assert SPOKEN in answer.content.decode()
    made.refresh_from_db()
    assert made.tries == 0


def test_of_two_who_come_in_at_once_the_late_one_keeps_no_account(stranger, ana, newly_signed_up, monkeypatch):
    made = invitation(ana)
    opened = invitations.open_invitation(made.pk, spoken=SPOKEN, now=timezone.now())
    invitations.accept_invitation(opened, newly_signed_up.keyring, called="Dina")
    monkeypatch.setattr(invitations, "open_invitation", lambda *args, **kwargs: opened)
    monkeypatch.setattr(invitations, "standing", lambda *args, **kwargs: made)
    people = Person.objects.count()
    answer = stranger.post(page(made), {"words": SPOKEN, **PERSON, "called": ""})
    assert answer.status_code == 404
    assert Person.objects.count() == people


def test_what_one_founder_can_do_the_other_can(ana, bo):
    names = ("group-edit", "invite", "seat-list", "seat-rename", "seat-part", "rotation")
    pages = [at(f"groups:{name}", ana) for name in names]
    pages.append(at("groups:removal-propose", ana, member(ana, "dina").seat.pk))
    for who in (ana, bo):
        assert [who.client.get(page).status_code for page in pages] == [200] * len(pages)


def test_whoever_comes_in_shares_the_outlook_or_stays_out(stranger, ana):
    describe_group(ana.group, outlook="Nobody decides for others.")
    made = invitation(ana)
    step = stranger.post(page(made), {"words": SPOKEN}).content.decode()
    assert ("Nobody decides for others." in step, "We share this" in step) == (True, True)
    refused = stranger.post(page(made), {"words": SPOKEN, **PERSON, "called": "Newt"}).content.decode()
    assert ("Tick this box if you agree." in refused, 'value="Newt"' in refused) == (True, True)
    assert Seat.objects.count() == 1
    stranger.post(page(made), {"words": SPOKEN, **PERSON, "called": "Newt", "agree": "on"})
    assert Seat.objects.count() == 2


def test_a_group_without_an_outlook_asks_for_no_tick(stranger, ana):
    assert "We share this" not in stranger.post(page(invitation(ana)), {"words": SPOKEN}).content.decode()

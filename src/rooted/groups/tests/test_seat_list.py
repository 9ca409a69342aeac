"""The members among themselves."""

from datetime import date

import pytest
from django.urls import reverse

from rooted.groups.access import fingerprint
from rooted.groups.models import Newcomer
from rooted.groups.tests.make import at, member, waiting


def test_names_and_the_words_of_each_key_the_same_on_both_phones(ana, bo):
    pages = [who.client.get(at("groups:seat-list", who)).content.decode() for who in (ana, bo)]
    for page in pages:
        for said in ("<h2>Ana</h2>", "<h2>Bo</h2>", fingerprint(ana.seat), fingerprint(bo.seat)):
            assert said in page
    assert fingerprint(ana.seat) != fingerprint(bo.seat)
    assert len(fingerprint(ana.seat).split()) == 4


def test_the_page_nags_until_two_hold_a_recovery_code(ana, bo):
    assert "0 members hold a recovery code." in ana.client.get(at("groups:seat-list", ana)).content.decode()
    ana.keyring.keep_recovery()
    assert "1 member holds a recovery code." in ana.client.get(at("groups:seat-list", ana)).content.decode()
    bo.keyring.keep_recovery()
    bo.client.post(at("groups:seat-rename", bo), {"called": "Bo"})
    page = ana.client.get(at("groups:seat-list", ana)).content.decode()
    assert "2 members hold a recovery code." in page
    assert "At least two should" not in page


def test_the_others_learn_of_a_code_with_the_next_thing_its_holder_does(ana, bo):
    bo.keyring.keep_recovery()
    bo.client.get(at("groups:seat-list", bo))
    assert bo.seat.sealed == {"name": "Bo", "holds_recovery": False}
    bo.client.post(at("groups:invite", bo))
    assert bo.seat.sealed == {"name": "Bo", "holds_recovery": True}


def test_the_others_learn_the_same_way_that_a_new_code_is_not_written_down(ana):
    ana.keyring.keep_recovery()
    ana.client.post(at("groups:seat-rename", ana), {"called": "Ana"})
    ana.client.post(reverse("people:recovery-renew"), {"passphrase": ana.passphrase})
    assert ana.seat.sealed["holds_recovery"] is True
    ana.client.post(at("groups:seat-rename", ana), {"called": "Ana"})
    assert ana.seat.sealed["holds_recovery"] is False


def test_whoever_has_no_code_is_led_to_it(ana):
    assert reverse("people:recovery") in ana.client.get(at("groups:seat-list", ana)).content.decode()
    ana.keyring.keep_recovery()
    assert reverse("people:recovery") not in ana.client.get(at("groups:seat-list", ana)).content.decode()


def test_a_pair_is_not_offered_removal_and_three_are(ana, bo):
    assert "Propose to remove" not in ana.client.get(at("groups:seat-list", ana)).content.decode()
    member(ana, "dina")
    assert "Propose to remove Bo" in ana.client.get(at("groups:seat-list", ana)).content.decode()


def test_nobody_else_reads_a_name(ana, bo, cem, stranger, locked, newly_signed_up):
    for who in (cem.client, stranger, locked, newly_signed_up.client):
        answer = who.get(at("groups:seat-list", ana))
        assert answer.status_code in (403, 404)
        assert "<h2>Bo</h2>" not in answer.content.decode()


def test_a_locked_member_gets_no_sealed_text_on_any_page(ana, bo, locked):
    seat = bo.seat.pk
    pages = ["group", "group-edit", "invite", "seat-list", "seat-rename", "seat-part", "rotation"]
    addresses = [at(f"groups:{name}", ana) for name in pages]
    addresses += [at(f"groups:{name}", ana, seat) for name in ("reseat", "removal-propose", "removal-confirm")]
    open_pages = "".join(ana.client.get(address).content.decode() for address in addresses)
    closed_pages = "".join(locked.get(address).content.decode() for address in addresses)
    assert ("Bo" in open_pages.split(), ">Bo<" in open_pages) != (False, False)
    assert ">Bo<" not in closed_pages
    assert fingerprint(bo.seat) not in closed_pages


@pytest.mark.parametrize("size", [3, 50, pytest.param(150, marks=pytest.mark.long)])
def test_the_list_asks_the_database_the_same_for_every_size(ana, size, django_assert_num_queries):
    for number in range(size - 1):
        member(ana, f"member {number}")
    with django_assert_num_queries(5):
        page = ana.client.get(reverse("groups:seat-list", args=[ana.group.address])).content.decode()
    assert page.count("<h2>") == size


@pytest.mark.parametrize(("size", "on_top"), [(12, False), (13, True)])
def test_in_a_long_list_nobody_has_to_pass_everybody_to_invite_one_more(ana, size, on_top):
    for number in range(size - 1):
        member(ana, f"member {number}")
    page = ana.client.get(reverse("groups:seat-list", args=[ana.group.address])).content.decode()
    invite = reverse("groups:invite", args=[ana.group.address])
    assert (page.count(invite), page.index(invite) < page.index("<h2>")) == (1, on_top)


def test_whoever_waits_for_a_second_voucher_stands_there_as_on_the_board(ana, bo):
    _kim, newcomer = waiting(ana)
    page = bo.client.get(at("groups:seat-list", bo)).content.decode()
    assert "<h1>The two of you</h1>" in page
    assert "<h2>Kim waits for a second voucher</h2>" in page
    assert f'href="{at("groups:newcomer-vouch", bo, newcomer.pk)}"' in page


def test_whose_waiting_is_over_does_not_stand_there(ana, bo):
    waiting(ana)
    Newcomer.objects.update(expires_on=date(2020, 1, 1))
    assert "Kim" not in bo.client.get(at("groups:seat-list", bo)).content.decode()

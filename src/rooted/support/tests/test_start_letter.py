"""Writing to a group that hosts."""

import re

from django.urls import reverse
from django.utils import timezone

from rooted.circles.models import SealedItem
from rooted.intake.actions import erase_thread
from rooted.intake.models import Inbox, Thread
from rooted.places.tests.make import make_town
from rooted.support.introductions import read_wishes
from rooted.support.models import Wish
from rooted.support.tests import make


def read(member):
    return [one.content for one in read_wishes(member.seat)]


def test_the_letter_arrives_with_the_town_beside_it(ana, stranger):
    make.hosting(ana)
    town = make_town(name="Harrowmere")
    _answer, receipt = make.send_start(stranger, ana.group, alone="yes", introduce="on")
    assert len(receipt.split()) == 5
    assert read(ana) == [{"town": "Harrowmere", "town_id": town.pk, "alone": True, "introduce": True}]
    assert Thread.objects.get().group == ana.group


def test_who_is_not_alone_is_not_introduced(ana, stranger):
    make.hosting(ana)
    make.send_start(stranger, ana.group, alone="no", introduce="on")
    assert [one["introduce"] for one in read(ana)] == [False]


def test_the_same_page_sent_twice_arrives_once(ana, stranger):
    make.hosting(ana)
    address = reverse("support:start-letter", args=["docks"])
    html = stranger.get(address).content.decode()
    posted = make.TYPED | {name: make.hidden(html, name) for name in ("token", "stamp", "language")}
    first, second = (stranger.post(address, posted).content.decode() for _ in range(2))
    assert make.words_in(first) == make.words_in(second)
    assert (Thread.objects.count(), Wish.objects.count()) == (1, 1)


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(ana, stranger):
    make.hosting(ana)
    answer, receipt = make.send_start(stranger, ana.group, town="", text="Kept <b>as typed</b>")
    html = answer.content.decode()
    assert receipt == ""
    assert "Kept &lt;b&gt;as typed&lt;/b&gt;" in html
    assert Thread.objects.count() == 0


def test_a_group_that_does_not_host_has_no_such_page(ana, stranger):
    assert stranger.get(reverse("support:start-letter", args=["docks"])).status_code == 404


def test_another_group_reads_nothing_of_it(ana, cem, stranger):
    make.hosting(ana)
    make.send_start(stranger, ana.group)
    assert read(cem) == []


def test_the_town_stands_nowhere_in_clear(ana):
    starter = make.starter(make.hosting(ana), town="Sealedtown")
    wish = starter.wish
    assert b"Sealedtown" not in bytes(wish.copy) + bytes(wish.item.ciphertext)


def test_the_letter_and_what_stood_beside_it_are_erased_together(ana):
    starter = make.starter(make.hosting(ana))
    item = starter.wish.item_id
    erase_thread(starter.opened.thread)
    assert (Wish.objects.count(), SealedItem.objects.filter(pk=item).count()) == (0, 0)


def test_a_shut_inbox_is_told_and_takes_nothing(ana, stranger):
    Inbox.objects.create(group=make.hosting(ana).group, shut_on=timezone.now().date(), shut_text="Back in May.")
    html = stranger.get(reverse("support:start-letter", args=["docks"])).content.decode()
    assert ("Back in May." in html, "<textarea" in html) == (True, False)
    assert stranger.post(reverse("support:start-letter", args=["docks"]), make.TYPED).status_code == 200
    assert Thread.objects.count() == 0


def test_a_tick_stays_ticked_when_something_is_wrong(ana, stranger):
    make.hosting(ana)
    answer, _receipt = make.send_start(stranger, ana.group, town="", alone="yes", introduce="on")
    (box,) = re.findall(r'<input type="checkbox" name="introduce"[^>]*>', answer.content.decode())
    assert "checked" in box

"""Coming back with the words: the founding link, used once, on this page alone."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from conftest import found, newcomer
from rooted.groups.actions import founding_link
from rooted.groups.models import FoundingLink, Group
from rooted.intake.actions import erase_thread
from rooted.support.actions import give_founding_link
from rooted.support.tests import make
from rooted.support.views.strangers import introductions


def give(starter, member, text="Here it is."):
    wish = starter.wish
    give_founding_link(wish, seat=member.seat, text=text, seen=wish.thread.length, now=timezone.now())


def path_of(starter):
    return introductions.opened_copy(starter.opened, starter.wish.link_copy)["path"]


def test_without_words_the_page_asks_for_them(stranger, db):
    assert 'name="receipt"' in stranger.get(reverse("support:start-back")).content.decode()


def test_unknown_words_open_nothing(ana, stranger):
    make.starter(make.hosting(ana))
    html = stranger.post(reverse("support:start-back"), {"receipt": "no such words at all"}).content.decode()
    assert "these words are not known" in html


def test_before_a_link_is_given_the_page_says_so(ana, stranger):
    assert "There is no founding link yet." in make.starter(make.hosting(ana)).look(stranger)


def test_the_link_stands_as_picture_and_text(ana, stranger):
    starter = make.starter(make.hosting(ana))
    give(starter, ana)
    html = starter.look(stranger)
    assert html.count(f"http://testserver{path_of(starter)}</code>") == 1
    assert "<svg" in html


def test_nobody_else_is_shown_it(ana, stranger):
    one, other = make.starter(make.hosting(ana)), make.starter(ana)
    give(one, ana)
    path = path_of(one)
    pages = [
        other.look(stranger),
        ana.client.get(make.at("support:wish-detail", ana, one.wish.pk)).content.decode(),
        ana.client.get(make.at("intake:letter-detail", ana, one.wish.thread_id)).content.decode(),
    ]
    assert [path in html for html in pages] == [False, False, False]


def test_the_link_is_not_in_the_database_in_clear(ana):
    starter = make.starter(make.hosting(ana))
    give(starter, ana)
    token = path_of(starter).rstrip("/").rpartition("/")[2].encode()
    assert token not in bytes(starter.wish.link_copy) + bytes(FoundingLink.objects.get().digest)


def test_two_friends_found_their_group_with_it_once(ana, stranger):
    starter = make.starter(make.hosting(ana))
    give(starter, ana)
    assert stranger.get(path_of(starter)).status_code == 200
    link = FoundingLink.objects.get()
    friend = newcomer("dina")
    found(friend, "Brand New")
    link.delete()  # what founding with it does
    assert stranger.get(path_of(starter)).status_code == 404
    assert "Your founding link was used" in starter.look(stranger)
    assert Group.objects.filter(name="Brand New").count() == 1


def test_after_seven_days_it_is_no_longer_shown(ana, stranger):
    starter = make.starter(make.hosting(ana))
    give(starter, ana)
    FoundingLink.objects.update(expires_on=timezone.now().date() - timedelta(days=1))
    assert "its seven days are over" in starter.look(stranger)


def test_an_unused_link_ends_with_the_letter(ana):
    starter = make.starter(make.hosting(ana))
    give(starter, ana)
    token = path_of(starter).rstrip("/").rpartition("/")[2]
    erase_thread(starter.opened.thread)
    assert founding_link(token, today=timezone.now().date()) is None


def test_the_letter_itself_leads_here(ana, stranger):
    starter = make.starter(make.hosting(ana))
    html = stranger.post(reverse("intake:receipt"), {"receipt": starter.receipt}).content.decode()
    assert f'action="{reverse("support:start-back")}"' in html


def test_a_letter_with_nothing_beside_it_does_not(ana, stranger):
    starter = make.starter(make.hosting(ana))
    starter.wish.item.delete()
    html = stranger.post(reverse("intake:receipt"), {"receipt": starter.receipt}).content.decode()
    assert reverse("support:start-back") not in html

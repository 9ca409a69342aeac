"""A member answers with a founding link."""

from django.urls import reverse
from django.utils import timezone

from rooted.groups.models import FoundingLink
from rooted.intake.conversation import read_by_stranger
from rooted.support.actions import stop_hosting
from rooted.support.models import Wish
from rooted.support.tests import make


def address(member, starter):
    return make.at("support:founding-link-give", member, starter.wish.pk)


def texts(starter):
    return [said.content["text"] for said in read_by_stranger(starter.opened)]


def test_the_answer_is_sent_and_the_link_given(ana):
    starter = make.starter(make.hosting(ana))
    answer = ana.client.post(address(ana, starter), {"seen": "1", "text": "Good luck."})
    assert answer.url == make.at("support:wish-detail", ana, starter.wish.pk)
    assert texts(starter) == ["I want to begin.", "Good luck."]
    assert starter.wish.link == FoundingLink.objects.get()


def test_a_second_link_ends_the_first(ana):
    starter = make.starter(make.hosting(ana))
    for seen in ("1", "2"):
        ana.client.post(address(ana, starter), {"seen": seen, "text": f"Link {seen}"})
    assert FoundingLink.objects.count() == 1
    assert starter.wish.link_id == FoundingLink.objects.get().pk


def test_of_two_members_at_once_one_gives_it_and_the_other_reads_why_not(ana, bo):
    starter = make.starter(make.hosting(ana))
    ana.client.post(address(ana, starter), {"seen": "1", "text": "From Ana"})
    html = bo.client.post(address(bo, starter), {"seen": "1", "text": "From Bo"}).content.decode()
    assert "Something was written here meanwhile" in html
    assert "From Bo" in html
    assert texts(starter) == ["I want to begin.", "From Ana"]
    assert FoundingLink.objects.count() == 1


def test_a_group_that_no_longer_hosts_gives_none(ana):
    starter = make.starter(make.hosting(ana))
    stop_hosting(ana.group)
    html = ana.client.post(address(ana, starter), {"seen": "1", "text": "Late"}).content.decode()
    assert "does not host" in html
    assert FoundingLink.objects.count() == 0


def test_an_empty_answer_is_refused(ana):
    starter = make.starter(make.hosting(ana))
    assert "errors" in ana.client.post(address(ana, starter), {"seen": "1"}).content.decode()
    assert FoundingLink.objects.count() == 0


def test_another_group_gets_404(ana, cem):
    starter = make.starter(make.hosting(ana))
    url = reverse("support:founding-link-give", args=["docks", starter.wish.pk])
    own = make.at("support:founding-link-give", make.hosting(cem), starter.wish.pk)
    posted = {"seen": "1", "text": "Ours now"}
    assert [cem.client.post(path, posted).status_code for path in (url, own)] == [404, 404]
    assert Wish.objects.get().link is None


def test_two_who_were_introduced_get_the_same_link(ana, stranger):
    one, other = make.starter(make.hosting(ana)), make.starter(ana)
    introduction = make.introduced(ana, one, other)
    for who in (one, other):
        make.says(who, introduction)
    ana.client.post(address(ana, one), {"seen": "1", "text": "For both"})
    assert one.wish.link == other.wish.link == FoundingLink.objects.get()
    assert [who.look(stranger).count("/found/") for who in (one, other)] == [2, 2]
    assert timezone.now().date() == other.wish.link_on

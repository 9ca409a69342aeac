"""A group says that it hosts."""

from django.test import override_settings

from rooted.groups.actions import close_group
from rooted.groups.models import Group
from rooted.support.models import Host
from rooted.support.tests import make


def say(member, answer):
    return member.client.post(make.at("support:host", member), {"hosts": answer})


def test_any_member_says_yes_and_any_member_no(ana, bo):
    for _ in range(2):
        assert say(ana, "yes").status_code == 302
    assert Host.objects.count() == 1
    say(bo, "no")
    assert Host.objects.count() == 0


def test_the_page_says_what_it_means(ana):
    html = ana.client.get(make.at("support:host", ana)).content.decode()
    assert "Every member may give a founding link" in html


def test_an_unlisted_group_is_told_why_not(ana):
    Group.objects.update(listed=False)
    assert "Only a listed group can host" in say(ana, "yes").content.decode()
    assert Host.objects.count() == 0


@override_settings(FOUNDING="first")
def test_a_server_for_one_group_hosts_nobody(ana):
    assert "Only a listed group can host" in say(ana, "yes").content.decode()


def test_a_group_that_closes_hosts_nobody(ana, tomorrow):
    say(ana, "yes")
    close_group(ana.group, today=tomorrow)
    assert Host.objects.count() == 0

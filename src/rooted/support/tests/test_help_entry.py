"""A group offers to stand by others."""

from rooted.groups.models import Group
from rooted.support.models import HelpEntry
from rooted.support.tests import make

OFFER = {"offered": "yes", "kinds": ["starting", "work"], "languages": ["en", "ar"], "area": "Harbour", "about": "Ask."}


def send(member, **fields):
    return member.client.post(make.at("support:help-entry", member), OFFER | fields)


def test_the_group_stands_in_the_list_once(ana, bo):
    for member in (ana, bo):
        assert send(member).status_code == 302
    entry = HelpEntry.objects.get()
    assert (entry.group, entry.kinds, entry.languages) == (ana.group, ",starting,work,", ",en,ar,")


def test_it_can_be_taken_back(ana):
    send(ana)
    send(ana, offered="no")
    assert HelpEntry.objects.count() == 0


def test_an_offer_says_with_what_and_in_which_language(ana):
    html = send(ana, kinds=[], languages=[]).content.decode()
    assert html.count("Choose at least one.") >= 2
    assert HelpEntry.objects.count() == 0


def test_an_unlisted_group_is_told_why_not(ana):
    Group.objects.update(listed=False)
    assert "Your group is not listed." in send(ana).content.decode()
    assert HelpEntry.objects.count() == 0


def test_what_stands_there_is_in_the_form(ana):
    send(ana, about="Seen again")
    assert "Seen again" in ana.client.get(make.at("support:help-entry", ana)).content.decode()

"""The page for two people with two phones."""

from django.test import override_settings
from django.urls import reverse

from rooted.groups.models import Group
from rooted.support.tests import make


def page(client):
    return client.get(reverse("support:start")).content.decode()


def test_a_group_that_hosts_can_be_written_to(ana, stranger):
    make.hosting(ana)
    assert reverse("support:start-letter", args=["docks"]) in page(stranger)


def test_without_a_host_it_says_whom_to_turn_to(ana, stranger):
    html = page(stranger)
    assert reverse("support:start-letter", args=["docks"]) not in html
    assert "No group on this server answers people who want to start" in html
    assert reverse("support:help-list") in html


def test_a_host_that_is_no_longer_listed_is_not_shown(ana, stranger):
    make.hosting(ana)
    Group.objects.update(listed=False)
    assert reverse("support:start-letter", args=["docks"]) not in page(stranger)


def test_every_letter_page_leads_here_where_a_group_hosts(ana, cem, stranger):
    letter = reverse("intake:letter", args=["depot"])
    here = f'href="{reverse("support:start")}"'
    before = stranger.get(letter).content.decode()
    make.hosting(ana)
    assert [here in before, here in stranger.get(letter).content.decode()] == [False, True]


@override_settings(FOUNDING="anyone")
def test_where_anyone_may_found_it_leads_there_at_once(ana, stranger):
    assert f'href="{reverse("groups:found")}"' in page(stranger)


@override_settings(FOUNDING="first")
def test_a_server_for_one_group_says_so(ana, stranger):
    assert "This server is for one group." in page(stranger)


def test_the_page_costs_the_same_with_one_host_and_with_two(ana, cem, stranger, django_assert_num_queries):
    make.hosting(ana)
    with django_assert_num_queries(1):
        page(stranger)
    make.hosting(cem)
    with django_assert_num_queries(1):
        page(stranger)

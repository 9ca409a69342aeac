import re
from datetime import date
from uuid import uuid4

import pytest
from django.test import override_settings
from django.urls import reverse

from rooted.groups.models import Group
from rooted.struggles.models import Struggle
from rooted.struggles.tests.make import group

pytestmark = pytest.mark.django_db
PATH = reverse("home:front")


def text(client, path=PATH):
    return " ".join(client.get(path).content.decode().split())


def publish(group, number, *, start=0):
    for count in range(start, start + number):
        Struggle.objects.create(
            group=group, byline="Docks", title=f"Struggle {count}", started_on=date(2026, 1, 1 + count), year=2026,
            public_id=uuid4(), drafted_on=date(2026, 2, 1), published_on=date(2026, 2, 1),
        )  # fmt: skip


def titles(html):
    return re.findall(r'<h3><a href="/struggles/[^>]*>(.*?)</a></h3>', html)


def test_a_fresh_server_says_where_the_founding_link_is(stranger):
    html = text(stranger)
    assert "This server is new. No group is here yet" in html
    assert "./rooted founding-link" in html
    assert reverse("groups:found") not in html


def test_a_fresh_server_for_anyone_lets_a_group_start_at_once(stranger):
    with override_settings(FOUNDING="anyone"):
        assert f'class="button main" href="{reverse("groups:found")}"' in text(stranger)


def test_one_group_is_written_to_at_once_and_its_own_promise_is_named(stranger, docks):
    Group.objects.filter(pk=docks.pk).update(promised_hours=24)
    html = text(stranger)
    assert f'class="button main" href="{reverse("intake:letter", args=[docks.address])}"' in html
    assert "They promise an answer within 24 hours." in html


def test_of_several_groups_one_is_chosen_first(stranger, docks, depot):
    html = text(stranger)
    assert 'class="button main" href="#groups"' in html
    assert re.findall(r'<h3><a href="(/g/[^"]*)">', html) == [depot.get_absolute_url(), docks.get_absolute_url()]
    assert "They promise" not in html


@pytest.mark.parametrize("change", [{"listed": False}, {"hidden_on": date(2026, 11, 1)}])
def test_an_unlisted_or_hidden_group_is_not_shown(stranger, docks, change):
    Group.objects.filter(pk=docks.pk).update(**change)
    html = text(stranger)
    assert "Docks" not in html
    assert "The groups on this server are not listed" in html


@pytest.mark.parametrize(
    ("founding", "words"),
    [
        ("anyone", f'<a class="do" href="{reverse("groups:found")}">Start a group</a>'),
        ("invited", "On this server a new group needs a founding link."),
        ("first", "This server is for one group."),
    ],
)
def test_it_says_who_may_start_a_group_here(stranger, docks, founding, words):
    with override_settings(FOUNDING=founding):
        assert words in text(stranger)


def test_the_three_newest_published_struggles_are_shown(stranger, docks):
    publish(docks, 4)
    Struggle.objects.filter(title="Struggle 2").update(hidden_on=date(2026, 3, 1))
    publish(docks, 1, start=4)
    assert titles(text(stranger)) == ["Struggle 4", "Struggle 3", "Struggle 1"]


def test_where_not_all_is_translated_a_struggle_is_its_year_and_title(stranger, docks):
    publish(docks, 1)
    html = " ".join(stranger.get(PATH, headers={"Accept-Language": "ro"}).content.decode().split())
    assert '<p class="when">2026</p> <h3><a href="/struggles/' in html
    assert [titles(html), "not known" in html, "Citiți cronica" in html] == [["Struggle 0"], False, True]


def test_without_struggles_nothing_is_said_of_them(stranger, docks):
    assert "Latest struggles" not in text(stranger)


def test_it_speaks_the_language_of_the_browser(stranger, docks):
    html = stranger.get(PATH, headers={"Accept-Language": "ar"}).content.decode()
    assert '<html lang="ar" dir="rtl">' in html


def name_of_groups(html):
    return re.findall(r'<h3><a href="/g/[^"]*">(.*?)</a></h3>', html)


def test_many_groups_are_cut_short_and_all_shown_on_request(stranger, db):
    for number in range(9):
        group(f"g{number}", f"Group {number}")
    html = text(stranger)
    assert name_of_groups(html) == [f"Group {number}" for number in range(8)]
    assert 'href="?groups=all"' in html
    assert name_of_groups(text(stranger, "/?groups=all")) == [f"Group {number}" for number in range(9)]


@pytest.mark.parametrize("number", [3, 50])
def test_three_and_fifty_groups_cost_the_same(stranger, db, django_assert_num_queries, number):
    groups = [group(f"g{count}", f"Group {count}") for count in range(number)]
    publish(groups[0], 3)
    with django_assert_num_queries(2):
        stranger.get("/?groups=all")

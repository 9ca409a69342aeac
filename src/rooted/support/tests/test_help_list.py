"""The public list of groups that help."""

import pytest
from django.urls import reverse

from rooted.groups.models import Group
from rooted.support.importing import import_directory
from rooted.support.models import HelpEntry
from rooted.support.tests import make


def page(client, query=""):
    return client.get(reverse("support:help-list") + query).content.decode()


def filled(count, today, **said):
    lines = [make.group_line(number, **said) for number in range(count)]
    import_directory(make.list_file(*lines), today=today)


def test_groups_of_this_server_and_from_elsewhere_stand_there(ana, stranger, tomorrow):
    make.helping(ana, about="Ask the docks.")
    import_directory(make.list_file(make.group_line()), today=tomorrow)
    html = page(stranger)
    assert "Ask the docks." in html
    assert '<a href="https://elsewhere.example.org/g/group-1/" rel="noreferrer nofollow">' in html
    assert 'From the list of <bdi dir="ltr">elsewhere.example.org</bdi>' in html


def test_the_list_can_be_narrowed_by_language_and_by_kind(db, stranger, tomorrow):
    lines = [
        make.group_line(1, name="Polish starters", languages=["pl"], kinds=["starting"]),
        make.group_line(2, name="English housing", languages=["en"], kinds=["housing"]),
    ]
    import_directory(make.list_file(*lines), today=tomorrow)
    assert shown(page(stranger, "?language=pl")) == (True, False)
    assert shown(page(stranger, "?kind=housing")) == (False, True)
    assert shown(page(stranger, "?language=pl&kind=housing")) == (False, False)


def shown(html):
    return "Polish starters" in html, "English housing" in html


@pytest.mark.parametrize("query", ["?language=xx", "?kind=%27", "?page=none", "?language=%00"])
def test_a_made_up_address_is_answered(query, db, stranger):
    assert stranger.get(reverse("support:help-list") + query).status_code == 200


def test_a_hidden_line_and_an_unlisted_group_are_not_shown(ana, stranger, tomorrow):
    make.helping(ana, about="Ask the docks.")
    filled(1, tomorrow)
    Group.objects.update(listed=False)
    HelpEntry.objects.filter(group=None).update(hidden_on=tomorrow)
    html = page(stranger)
    assert ("Ask the docks." in html, "Group 0" in html) == (False, False)


@pytest.mark.parametrize("rows", [3, 50])
def test_a_list_of_any_length_costs_the_same(rows, ana, stranger, tomorrow, django_assert_num_queries):
    make.helping(ana)
    filled(rows - 1, tomorrow)
    with django_assert_num_queries(2):
        html = page(stranger)
    assert html.count('<li>\n<p class="when"') == rows


def test_what_a_group_wrote_is_shown_as_text(ana, stranger):
    make.helping(ana, about='<img src=x onerror=1> & "more"')
    assert "&lt;img src=x onerror=1&gt; &amp; &quot;more&quot;" in page(stranger)


def test_the_empty_list_says_what_to_do(db, stranger):
    assert "No group is in this list yet." in page(stranger)

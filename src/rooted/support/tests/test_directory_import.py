"""Members bring in a list; the same list twice adds nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from rooted.support.importing import import_directory
from rooted.support.models import HelpEntry
from rooted.support.tests import make


def send(member, content):
    file = SimpleUploadedFile("list.json", content, content_type="application/json")
    return member.client.post(make.at("support:directory-import", member), {"file": file}).content.decode()


def names():
    return sorted(HelpEntry.objects.values_list("name", flat=True))


def test_a_list_is_taken_over_and_the_page_says_what_happened(ana):
    html = send(ana, make.list_file(make.group_line(1), make.group_line(2, address="javascript:x")))
    assert names() == ["Group 1"]
    assert "1 group is new." in html
    assert "Group 2 was left out: its address does not begin with https" in html


def test_the_same_list_twice_adds_nothing_twice(ana):
    for _ in range(2):
        html = send(ana, make.list_file(make.group_line(1), make.group_line(2)))
    assert names() == ["Group 1", "Group 2"]
    assert "0 groups are new." in html
    assert "2 stood here already." in html


def test_a_newer_list_brings_up_to_date_and_an_older_one_changes_nothing(db, tomorrow):
    import_directory(make.list_file(make.group_line(name="Then"), made_on="2026-02-01"), today=tomorrow)
    import_directory(make.list_file(make.group_line(name="Now"), made_on="2026-03-01"), today=tomorrow)
    import_directory(make.list_file(make.group_line(name="Long ago"), made_on="2025-01-01"), today=tomorrow)
    assert names() == ["Now"]


def test_what_was_hidden_stays_hidden(db, tomorrow):
    import_directory(make.list_file(make.group_line()), today=tomorrow)
    HelpEntry.objects.update(hidden_on=tomorrow)
    import_directory(make.list_file(make.group_line(name="Back"), made_on="2026-03-01"), today=tomorrow)
    assert [(entry.name, entry.hidden_on) for entry in HelpEntry.objects.all()] == [("Back", tomorrow)]


def test_a_refused_file_changes_nothing(ana):
    assert "It must be a JSON file. Nothing was changed." in send(ana, b"\x00\x01")
    assert "Choose a file" in ana.client.post(make.at("support:directory-import", ana)).content.decode()
    assert names() == []


@pytest.mark.parametrize("rows", [3, 50])
def test_a_page_of_any_length_costs_the_same(rows, ana, tomorrow, django_assert_num_queries):
    import_directory(make.list_file(*[make.group_line(number) for number in range(rows)]), today=tomorrow)
    url = make.at("support:directory-import", ana)
    ana.client.get(url)
    with django_assert_num_queries(5):
        html = ana.client.get(url).content.decode()
    assert html.count("/hide/") == rows

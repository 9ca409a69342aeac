"""The list as a file, which another server reads."""

import json

from django.test import override_settings
from django.urls import reverse

from rooted.support.directory import read_file
from rooted.support.importing import import_directory
from rooted.support.models import HelpEntry
from rooted.support.tests import make


def exported(client):
    return client.get(reverse("support:help-export"))


@override_settings(ADDRESS=make.ADDRESS, ALLOWED_HOSTS=["*"])
def test_the_file_holds_what_the_page_shows_and_says_where_each_line_is_from(ana, stranger, tomorrow):
    make.helping(ana)
    import_directory(make.list_file(make.group_line()), today=tomorrow)
    whole = json.loads(exported(stranger).content)
    assert {name: whole[name] for name in ("format", "version", "from")} == {
        "format": "rooted-directory",
        "version": 1,
        "from": make.ADDRESS,
    }
    ours = {"name": "Docks", "area": "Harbour", "about": "Ask us.", "languages": ["en"], "kinds": ["starting"]}
    theirs = make.group_line() | {"from": "https://elsewhere.example.org", "seen_on": "2026-01-05"}
    assert whole["groups"] == [ours | {"address": f"{make.ADDRESS}/g/docks/"}, theirs]


@override_settings(ADDRESS=make.ADDRESS, ALLOWED_HOSTS=["*"])
def test_another_server_can_read_every_line_of_it(ana, stranger, tomorrow):
    make.helping(ana)
    import_directory(make.list_file(make.group_line()), today=tomorrow)
    contents = read_file(exported(stranger).content, kinds={"starting", "work"}, today=tomorrow)
    assert ([line.name for line in contents.lines], contents.faults) == (["Docks", "Group 1"], [])


@override_settings(ADDRESS=make.ADDRESS, ALLOWED_HOSTS=["*"])
def test_our_own_list_coming_back_adds_nothing(ana, stranger, tomorrow):
    make.helping(ana)
    report = import_directory(exported(stranger).content, today=tomorrow)
    assert (report.added, report.own, HelpEntry.objects.count()) == (0, 1, 1)


def test_a_server_without_an_address_gives_only_what_came_from_elsewhere(ana, stranger, tomorrow):
    make.helping(ana)
    import_directory(make.list_file(make.group_line()), today=tomorrow)
    whole = json.loads(exported(stranger).content)
    assert (whole["from"], [group["name"] for group in whole["groups"]]) == ("", ["Group 1"])


def test_a_browser_keeps_it_as_a_file(db, stranger):
    assert exported(stranger)["Content-Disposition"] == 'attachment; filename="rooted-directory.json"'

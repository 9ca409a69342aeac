"""Any member takes an imported line out of sight."""

from django.urls import reverse

from rooted.support.importing import import_directory
from rooted.support.models import HelpEntry
from rooted.support.tests import make


def test_strangers_no_longer_see_it_and_members_see_who_hid_it(ana, stranger, tomorrow):
    import_directory(make.list_file(make.group_line()), today=tomorrow)
    ana.client.post(make.at("support:directory-hide", ana, HelpEntry.objects.get().pk))
    assert "Group 1" not in stranger.get(reverse("support:help-list")).content.decode()
    assert "Hidden by Docks" in ana.client.get(make.at("support:directory-import", ana)).content.decode()


def test_the_line_of_a_group_of_this_server_is_that_groups_own(ana, cem):
    entry = make.helping(cem)
    assert ana.client.post(make.at("support:directory-hide", ana, entry.pk)).status_code == 404
    assert HelpEntry.objects.get().hidden_on is None


def test_looking_hides_nothing(ana, tomorrow):
    import_directory(make.list_file(make.group_line()), today=tomorrow)
    ana.client.get(make.at("support:directory-hide", ana, HelpEntry.objects.get().pk))
    assert HelpEntry.objects.get().hidden_on is None

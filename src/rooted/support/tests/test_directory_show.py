"""Any member brings a hidden line back."""

from rooted.support.importing import import_directory
from rooted.support.models import HelpEntry
from rooted.support.tests import make


def test_it_is_shown_again(ana, bo, tomorrow):
    import_directory(make.list_file(make.group_line()), today=tomorrow)
    entry = HelpEntry.objects.get()
    ana.client.post(make.at("support:directory-hide", ana, entry.pk))
    bo.client.post(make.at("support:directory-show", bo, entry.pk))
    entry.refresh_from_db()
    assert (entry.hidden_on, entry.hidden_by) == (None, None)

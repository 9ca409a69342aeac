"""tasks:section-delete, erasing a section."""

from rooted.circles.models import SealedItem
from rooted.tasks.models import Section
from rooted.tasks.tests import make


def test_it_is_asked_first_and_then_gone(ana):
    section = make.section(ana)
    page = make.page(ana, "section-delete", section.pk)
    before = Section.objects.count()
    make.post(ana, "section-delete", section.pk)
    assert ("This cannot be undone." in page, before) == (True, 1)
    assert (Section.objects.count(), SealedItem.objects.filter(kind="tasks.section").count()) == (0, 0)


def test_others_erase_nothing(ana, cem):
    section = make.section(ana)
    assert make.post(cem, "section-delete", section.pk).status_code == 404
    assert Section.objects.count() == 1

"""tasks:role-delete, erasing a role."""

from rooted.circles.models import SealedItem
from rooted.tasks.models import Holding, Role
from rooted.tasks.tests import make


def test_it_is_asked_first_and_then_gone_with_who_held_it(ana):
    role = make.role(ana)
    make.holding(ana, role)
    page = make.page(ana, "role-delete", role.pk)
    before = Role.objects.count()
    make.post(ana, "role-delete", role.pk)
    assert ("This cannot be undone." in page, before) == (True, 1)
    assert (Role.objects.count(), Holding.objects.count()) == (0, 0)
    assert SealedItem.objects.filter(kind="tasks.role").count() == 0


def test_others_erase_nothing(ana, cem):
    role = make.role(ana)
    assert make.post(cem, "role-delete", role.pk).status_code == 404
    assert Role.objects.count() == 1

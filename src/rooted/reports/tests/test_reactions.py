"""What happens to the desk when somebody leaves, and when the group closes."""

from django.utils import timezone

from conftest import join, newcomer
from rooted.circles.models import SealedItem
from rooted.groups.actions import close_group
from rooted.groups.removals import confirm_removal, propose_removal
from rooted.reports.models import Report, Version
from rooted.reports.tests import make
from rooted.struggles.models import Struggle

TODAY = timezone.now().date()


def test_nobody_releases_with_somebody_who_is_gone(ana, bo):
    gul = join(newcomer("gul"), ana)
    report, other = make.report(gul), make.report(ana)
    make.put_forward(report, gul)
    make.put_forward(other, ana)
    gone = gul.seat.pk
    propose_removal(ana.seat, gone, today=TODAY)
    confirm_removal(bo.seat, gone, today=TODAY)
    assert [make.fresh(one).forward is None for one in (report, other)] == [True, False]


def test_a_group_that_closes_keeps_no_draft_and_its_records_stand(ana, bo, cem):
    make.report(cem)
    make.published(ana, bo)
    make.put_forward(make.report(ana), ana)
    close_group(ana.group, today=TODAY)
    assert (Report.objects.count(), Version.objects.count(), Struggle.objects.public().count()) == (1, 1, 1)
    assert SealedItem.objects.filter(kind__startswith="reports.").count() == 1

"""Assemblies on the notice board; and the days on which one of them sits."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import Exists, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.assembly.access import assemblies_of, sittings_of
from rooted.assembly.models import Assembly, FilledSheet, Sitting
from rooted.assembly.reading import AssemblyRow, read_assembly, read_sitting
from rooted.base.board import Line, Part
from rooted.groups.glance import GROUP, TODAY, Question, asks, glance
from rooted.groups.models import Group, Seat

MOST = 10  # lines of one kind; the lists have them all
CALLED = Q(assembly__waits_since=None)  # no call waits for a second member
DAYS = 7  # so far ahead the board looks


@asks
def questions() -> Mapping[str, Question]:
    coming, week = Assembly.objects.of(GROUP).coming(), timedelta(days=DAYS)
    near = Sitting.objects.of(GROUP).filter(CALLED, ended_on=None, day__gte=TODAY, day__lte=TODAY + week)
    return {
        "assemblies": Exists(Assembly.objects.of(GROUP)),
        "assemblies.coming": coming,
        "assemblies.near": Exists(near),
        "assemblies.waiting": Exists(Assembly.objects.of(GROUP).waiting()),
        "assemblies.unhung": Exists(coming.filter(hung_on=None, day__gte=TODAY)),
        "assemblies.sheets": Exists(FilledSheet.objects.of(GROUP).filter(confirmed_on=None)),
    }


def lines(seat: Seat) -> list[Line]:
    """Sittings of the next days; notices that do not hang yet; sheets that one member typed in."""
    return [*_calls(seat), *_sittings(seat), *_notices(seat), *_sheets(seat)]


def _calls(seat: Seat) -> list[Line]:
    if not glance(seat)["assemblies.waiting"]:
        return []
    rows = assemblies_of(seat).waiting().order_by("day", "pk")[:MOST]
    return [_call(seat, read_assembly(seat, assembly)) for assembly in rows]


def _call(seat: Seat, row: AssemblyRow) -> Line:
    return Line(
        title=_("Called by one, not by two yet: %(about)s") % {"about": row.about},
        url=reverse("assembly:assembly-detail", args=[seat.group.address, row.assembly.pk]),
        action=_("Look"),
        when=row.assembly.day,
        who=_("%(name)s called it. A second member has to stand behind it.") % {"name": row.caller},
        nobody=row.said["seat"] != seat.pk,
        rank=72,
    )


def _sittings(seat: Seat) -> list[Line]:
    if not glance(seat)["assemblies.near"]:
        return []
    today = timezone.localdate()
    near = sittings_of(seat).filter(CALLED, ended_on=None, day__gte=today, day__lte=today + timedelta(days=DAYS))
    return [_sitting(seat, sitting, today) for sitting in near.order_by("day", "place")[:MOST]]


def _sitting(seat: Seat, sitting: Sitting, today: date) -> Line:
    row, about = read_sitting(seat, sitting), read_assembly(seat, sitting.assembly).about
    leads = row.said["facilitator"]
    return Line(
        title=_("Assembly: %(about)s") % {"about": about},
        url=reverse("assembly:sitting-detail", args=[seat.group.address, sitting.pk]),
        action=_("Look"),
        when=sitting.day,
        clock=row.said["hour"] or "",
        urgent=_("Today") if sitting.day == today else "",
        who=_("%(sitting)s. %(name)s leads it.") % {"sitting": row.name, "name": leads}
        if leads
        else _("%(sitting)s. Nobody leads it yet.") % {"sitting": row.name},
        nobody=not leads,
        rank=70,
    )


def _notices(seat: Seat) -> list[Line]:
    if not glance(seat)["assemblies.unhung"]:
        return []
    waiting = assemblies_of(seat).coming().filter(hung_on=None, day__gte=timezone.localdate())
    return [_notice(seat, assembly) for assembly in waiting.order_by("day", "pk")[:MOST]]


def _notice(seat: Seat, assembly: Assembly) -> Line:
    row, today = read_assembly(seat, assembly), timezone.localdate()
    last = assembly.day - timedelta(days=row.said["notice_days"] or 0)
    return Line(
        title=_("Hang up the notice: %(about)s") % {"about": row.about},
        url=reverse("assembly:assembly-notice", args=[seat.group.address, assembly.pk]),
        action=_("Print it"),
        when=max(last, today),
        urgent=_("Today") if last <= today else "",
        who=_("It does not hang yet."),
        nobody=True,
        rank=75,
    )


def _sheets(seat: Seat) -> list[Line]:
    if not glance(seat)["assemblies.sheets"]:
        return []
    waiting = FilledSheet.objects.of(seat.group).filter(confirmed_on=None)
    found = sittings_of(seat).filter(pk__in=waiting.values("sitting")).order_by("day", "place")
    return [_sheet(seat, sitting) for sitting in found[:MOST]]


def _sheet(seat: Seat, sitting: Sitting) -> Line:
    row, about = read_sitting(seat, sitting), read_assembly(seat, sitting.assembly).about
    return Line(
        title=_("Compare with the sheet: %(about)s") % {"about": about},
        url=reverse("assembly:sitting-detail", args=[seat.group.address, sitting.pk], fragment="filled"),
        action=_("Look"),
        when=max(sitting.day, timezone.localdate()),  # it waits, and pushes nothing aside
        who=_("%(sitting)s. Typed in by one, not yet confirmed.") % {"sitting": row.name},
        nobody=True,
        rank=72,
    )


def parts(seat: Seat) -> list[Part]:
    """Assemblies, with how many are to come."""
    there, address = glance(seat), [seat.group.address]
    url = reverse("assembly:assembly-list", args=address)
    used = bool(there["assemblies"])
    return [Part(_("Assemblies"), url, there["assemblies.coming"], rank=22, used=used)]


def due(group: Group) -> list[date]:
    """Days from today on when an assembly sits; no key is used."""
    rows = Sitting.objects.of(group).filter(CALLED, ended_on=None, day__gte=timezone.localdate())
    return sorted(set(rows.values_list("day", flat=True)))

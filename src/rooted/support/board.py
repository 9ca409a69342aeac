"""Other groups on the notice board: who asks, who wrote, the next call; and the step of asking one to stand by."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import Exists, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.base.board import Line, Part, Step
from rooted.groups.glance import GROUP, Question, asks, glance
from rooted.groups.models import Group, Seat
from rooted.support.access import going_on, help_entries, other_group, pairings_of
from rooted.support.models import HelpEntry, Host, Pairing

SAID_DAYS = 14  # how long a board tells that the other group wrote


@asks
def questions() -> Mapping[str, Question]:
    return {
        "pairings": Exists(pairings_of(GROUP).filter(ended_on=None)),
        "help": Exists(HelpEntry.objects.filter(group=GROUP)),
        "help.others": Exists(help_entries().exclude(group=None).exclude(group=GROUP)),
        "hosts": Exists(Host.objects.filter(group=GROUP)),
    }


def lines(seat: Seat) -> list[Line]:
    """A group that asks, a group that wrote, a call that comes or whose next day is to be agreed."""
    today = timezone.localdate()
    return [line for pairing in _going_on(seat) for line in _lines(seat, pairing, today)]


def _going_on(seat: Seat) -> list[Pairing]:
    return going_on(seat) if glance(seat)["pairings"] else []


def _lines(seat: Seat, pairing: Pairing, today: date) -> list[Line]:
    if pairing.agreed_on is None:
        return [_asked(seat, pairing)] if pairing.standing_id == seat.group_id else []
    found = []
    since = today - timedelta(days=SAID_DAYS)
    wrote = pairing.last_by_id is not None and pairing.last_by_id != seat.group_id
    if wrote and pairing.last_on is not None and pairing.last_on >= since:
        found.append(_line(seat, pairing, _("%(group)s wrote to you"), _("Read"), rank=60))
    if pairing.call_on is not None and pairing.call_on >= today:
        found.append(_line(seat, pairing, _("Call with %(group)s"), _("Look"), when=pairing.call_on, rank=50))
    elif pairing.call_on is not None and pairing.call_on >= since:
        found.append(_line(seat, pairing, _("Agree on the next call with %(group)s"), _("Set the day"), rank=70))
    return found


def _asked(seat: Seat, pairing: Pairing) -> Line:
    return _line(seat, pairing, _("%(group)s asks you to stand by them"), _("Answer"), rank=45, nobody=True)


def _line(
    seat: Seat, pairing: Pairing, title: str, action: str, *, when: date | None = None, rank: int, nobody: bool = False
) -> Line:
    return Line(
        title=title % {"group": other_group(pairing, seat.group).name},
        url=_thread(seat, pairing),
        action=action,
        when=when,
        who=_("Nobody answered yet.") if nobody else _("For everyone in the group."),
        nobody=nobody,
        rank=rank,
    )


def _thread(seat: Seat, pairing: Pairing) -> str:
    return reverse("support:pairing-detail", args=[seat.group.address, pairing.pk])


def parts(seat: Seat) -> list[Part]:
    """Other groups; and who wants to start, where the group hosts."""
    there = glance(seat)
    hosts, used = bool(there["hosts"]), any(there[name] for name in ("hosts", "pairings", "help"))
    address = seat.group.address
    found = [Part(_("Other groups"), reverse("support:together", args=[address]), rank=75, used=used)]
    if hosts:
        found.append(Part(_("Who wants to start"), reverse("support:wish-list", args=[address]), rank=12))
    return found


def steps(seat: Seat) -> list[Step]:
    """Somebody experienced beside the group, where this server has such a group."""
    asked = bool(glance(seat)["pairings"])
    if not asked and not glance(seat)["help.others"]:
        return []
    return [
        Step(
            title=_("Ask a group to stand by you"),
            text=_("They have done it before. You talk in a thread of your own and once a month on the phone."),
            url=reverse("support:together", args=[seat.group.address]),
            action=_("Choose a group"),
            rank=35,
            done=asked,
        )
    ]


def due(group: Group) -> list[date]:
    """Days of calls to come."""
    rows = Pairing.objects.filter(Q(asking=group) | Q(standing=group), ended_on=None, call_on__gte=timezone.localdate())
    return sorted(day for day in rows.values_list("call_on", flat=True) if day is not None)

"""What groups put on the notice board."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Exists, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.base.board import Line, Part, Step
from rooted.circles.models import CircleWrap
from rooted.groups.access import open_removal, seat_names
from rooted.groups.glance import GROUP, HOLDER, Question, asks, glance
from rooted.groups.models import Group, Invitation, Newcomer, Seat
from rooted.groups.removals import LAPSE_DAYS
from rooted.groups.small_circles import FEWEST_FOR_ONE, open_small, unfinished
from rooted.groups.vouching import may_vouch, newcomer_name

SEEN_DAYS = 14


@asks
def questions() -> Mapping[str, Question]:
    taken, noted = Seat.objects.taken().filter(group=GROUP), Q(paused_on__isnull=False) | Q(back_on__isnull=False)
    return {
        "members": taken,
        "members.noted": Exists(taken.filter(noted)),
        "newcomers": Exists(Newcomer.objects.filter(group=GROUP)),
        "invitations": Exists(Invitation.objects.filter(group=GROUP)),
        "circles": Exists(CircleWrap.objects.filter(holder=HOLDER, circle__small_circle__group=GROUP)),
    }


def lines(seat: Seat) -> list[Line]:
    """An open removal, a change of keys that is not finished, a member who is being let back in or just was."""
    noted = _noted(seat)
    return [
        *_removal(seat, noted),
        *(newcomers(seat) if glance(seat)["newcomers"] else []),
        *_voucher_rule(seat),
        *_keys(seat),
        *_coming_back(seat),
        *_came_back(seat, noted),
        *_outlook(seat),
    ]


def _noted(seat: Seat) -> list[Seat]:
    """The seats the board speaks of: one whose removal is proposed, those that came back lately."""
    if not glance(seat)["members.noted"]:
        return []
    since = timezone.now().date() - timedelta(days=SEEN_DAYS)
    rows = Seat.objects.taken().filter(group=seat.group)
    return list(rows.filter(Q(paused_on__isnull=False) | Q(back_on__gte=since)))


def _removal(seat: Seat, noted: list[Seat]) -> list[Line]:
    rows = [row for row in noted if row.paused_on is not None]
    names = seat_names(seat) if rows else {}
    return [
        Line(
            title=_("Decide whether %(name)s is removed") % {"name": names[target.pk]},
            url=reverse("groups:removal-confirm", args=[seat.group.address, target.pk]),
            action=_("Look"),
            when=target.paused_on,
            who=_("%(name)s proposed it.") % {"name": names.get(target.paused_by_id or 0, _("a former member"))},
            rank=20,
        )
        for target in rows
    ]


def newcomers(seat: Seat) -> list[Line]:
    """Who waits for a second voucher; the members' page shows them too."""
    waiting = Newcomer.objects.filter(group=seat.group, expires_on__gte=timezone.now().date())
    rows = list(waiting.select_related("name_item"))
    names = seat_names(seat) if rows else {}  # of 150 members, only when one is named
    return [
        Line(
            title=_("%(name)s waits for a second voucher") % {"name": newcomer_name(seat, row)},
            url=reverse("groups:newcomer-vouch", args=[seat.group.address, row.pk]),
            action=_("Look"),
            when=row.expires_on,
            who=_("%(name)s vouched first.") % {"name": names.get(row.vouched_by_id, _("a former member"))},
            nobody=may_vouch(seat, row),
            rank=22,
        )
        for row in rows
    ]


def _voucher_rule(seat: Seat) -> list[Line]:
    wants = seat.group.one_voucher_by_id
    if wants is None:
        return []
    return [
        Line(
            title=_("Decide whether one voucher is enough again"),
            url=reverse("groups:vouchers", args=[seat.group.address]),
            action=_("Look"),
            who=_("%(name)s proposed it.") % {"name": seat_names(seat).get(wants, _("a former member"))},
            rank=24,
        )
    ]


def _outlook(seat: Seat) -> list[Line]:
    group = seat.group
    if group.outlook_changed_on is None or group.outlook_changed_on < timezone.now().date() - timedelta(days=SEEN_DAYS):
        return []
    name = seat_names(seat).get(group.outlook_changed_by_id or 0, _("a former member"))
    return [
        Line(
            title=_("What we agree with was changed"),
            url=group.get_absolute_url(),
            action=_("Read it"),
            when=group.outlook_changed_on,
            who=_("%(name)s changed it.") % {"name": name},
            rank=40,
        )
    ]


def _keys(seat: Seat) -> list[Line]:
    few = len(seat.keys.secrets) == 1 and not glance(seat)["circles"]
    if few or not unfinished(seat):
        return []
    return [
        Line(
            title=_("Finish the change of keys"),
            url=reverse("groups:rotation", args=[seat.group.address]),
            action=_("Go on"),
            who=_("A member left. What was written before still has the old key."),
            rank=30,
            nobody=True,
        )
    ]


def _coming_back(seat: Seat) -> list[Line]:
    if not glance(seat)["invitations"]:
        return []
    coming = Invitation.objects.filter(group=seat.group, expires_on__gte=timezone.now().date()).exclude(seat=None)
    rows = list(coming)
    names = seat_names(seat) if rows else {}
    return [
        Line(
            title=_("%(name)s is being let back in") % {"name": names[row.seat_id or 0]},
            url=reverse("groups:invite", args=[seat.group.address]),
            action=_("Look"),
            who=_("%(name)s invited them. If this is wrong, withdraw it.") % {"name": names[row.made_by_id]},
            rank=25,
        )
        for row in rows
    ]


def _came_back(seat: Seat, noted: list[Seat]) -> list[Line]:
    """Whoever lets somebody back in could have used the link alone: the others see it and compare the words."""
    since = timezone.now().date() - timedelta(days=SEEN_DAYS)
    rows = [row for row in noted if row.back_on is not None and row.back_on >= since]
    names = seat_names(seat) if rows else {}
    return [
        Line(
            title=_("%(name)s is back with a new key") % {"name": names[row.pk]},
            url=reverse("groups:seat-list", args=[seat.group.address]),
            action=_("Look"),
            when=row.back_on,
            who=_("%(name)s let them in. Compare the four words of this key, by voice.")
            % {"name": names.get(row.back_by_id or 0, _("a former member"))},
            rank=25,
        )
        for row in rows
    ]


def parts(seat: Seat) -> list[Part]:
    """The members, and the page that strangers see."""
    many, small = glance(seat)["members"], bool(glance(seat)["circles"]) and bool(open_small(seat))
    name = _("The two of you") if many == 2 else _("Members")
    address = seat.group.address
    found = [
        Part(name=name, url=reverse("groups:seat-list", args=[address]), rank=80),
        Part(name=_("Your public page"), url=seat.group.get_absolute_url(), rank=85),
    ]
    if many >= FEWEST_FOR_ONE or small:
        url = reverse("groups:circle-list", args=[address])
        found.append(Part(name=_("Small circles"), url=url, rank=82, used=small))
    return found


def due(group: Group) -> list[date]:
    """The days on which an open removal lapses and newcomers' waiting ends, if they are still to come."""
    seat = open_removal(group)
    days = [seat.paused_on + timedelta(days=LAPSE_DAYS)] if seat is not None and seat.paused_on else []
    days += Newcomer.objects.filter(group=group).values_list("expires_on", flat=True)
    return sorted(day for day in days if day >= timezone.localdate())


def steps(seat: Seat) -> list[Step]:
    """The first weeks, as far as groups know: the second person, the way back, how to reach you."""
    address, group = seat.group.address, seat.group
    return [
        Step(
            title=_("1 of 2: bring in the second person"),
            text=_(
                "With two of you, nobody reads a letter alone, each can let the other back in, and everything goes on "
                "when one is away. It takes two phones and five minutes."
            ),
            url=reverse("groups:invite", args=[address]),
            action=_("Invite"),
            rank=10,
            done=glance(seat)["members"] > 1,
        ),
        Step(
            title=_("Write down your recovery code"),
            text=_("If you forget your passphrase, this paper or another member is the only way back."),
            url=reverse("people:recovery"),
            action=_("Write it down"),
            rank=20,
            done=seat.keyring.recovery_kept,
        ),
        Step(
            title=_("Say how people reach you"),
            text=_("A phone of the group, or an hour in the week when somebody is there."),
            url=reverse("groups:group-edit", args=[address]),
            action=_("Write it"),
            rank=30,
            done=bool(group.phone or group.hour_text),
        ),
        Step(
            title=_("Say which time zone you are in"),
            text=_("Clocks on these pages show the time of %(zone)s.") % {"zone": settings.TIME_ZONE},
            url=reverse("people:you"),
            action=_("Choose it"),
            rank=35,
            done=settings.TIME_ZONE != "UTC" or "time_zone" in seat.keyring.preferences,
        ),
    ]

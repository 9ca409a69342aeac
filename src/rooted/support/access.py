"""Who may see what: a group its own wishes and pairings; strangers the list of who helps and who hosts."""

from django.conf import settings
from django.db.models import Q, QuerySet

from rooted.groups.models import Group, Seat
from rooted.support.models import HelpEntry, Host, Introduction, Pairing, Wish


def hosts() -> QuerySet[Host]:
    """Groups that strangers may ask for a founding link, by name."""
    listed = Group.objects.listed()
    return Host.objects.filter(group__in=listed).select_related("group").order_by("group__name", "pk")


def may_host(group: Group) -> bool:
    """A server for one group has no place for others; an unlisted group would be found by it."""
    return group.listed and settings.FOUNDING != "first"


def is_host(group: Group) -> bool:
    """Whether this group said that it hosts."""
    return Host.objects.filter(group=group).exists()


def wishes_of(seat: Seat) -> QuerySet[Wish]:
    """What people who want to start said to this seat's group, those who wait longest first."""
    rows = Wish.objects.filter(thread__group=seat.group).select_related("thread", "item", "link")
    return rows.order_by("thread__arrived_on", "pk")


def introductions_of(wish: Wish) -> QuerySet[Introduction]:
    """Introductions this person is one of."""
    rows = Introduction.objects.filter(Q(first=wish) | Q(second=wish))
    return rows.select_related("first__thread", "second__thread").order_by("proposed_on", "pk")


def help_entries() -> QuerySet[HelpEntry]:
    """What strangers read in the list: not hidden, and of groups whose page they could find."""
    shown = HelpEntry.objects.filter(hidden_on=None).filter(Q(group=None) | Q(group__in=Group.objects.listed()))
    return shown.select_related("group").order_by("name", "pk")


def pairings_of(group: Group) -> QuerySet[Pairing]:
    """Pairings this group is one of, whatever became of them."""
    rows = Pairing.objects.filter(Q(asking=group) | Q(standing=group))
    return rows.select_related("asking", "standing", "circle").order_by("asked_on", "pk")


def going_on(seat: Seat) -> list[Pairing]:
    """The pairings of the seat's group that are asked for or agreed; one query a request."""
    known = getattr(seat, "pairings", None)
    if known is None:
        known = list(pairings_of(seat.group).filter(ended_on=None))
        seat.pairings = known  # type: ignore[attr-defined]
    return known


def other_group(pairing: Pairing, group: Group) -> Group:
    """The other one of the two."""
    return pairing.standing if pairing.asking_id == group.pk else pairing.asking

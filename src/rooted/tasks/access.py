"""What a seat may see and do: everything of its group, all members alike; and who is a member at this moment."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from rooted.groups.access import seat_names
from rooted.groups.models import Group, Seat


def hold_seat(seat: Seat) -> Seat:
    """Inside a transaction: hold the group's row, so that this seat cannot leave before what it takes is written."""
    Group.objects.select_for_update(no_key=True).filter(pk=seat.group_id).first()
    if not Seat.objects.active().filter(pk=seat.pk).exists():
        raise ValidationError(_("You are no longer in this group. Nothing was changed."))
    return seat


def name_in(names: dict[int, str], seat_id: int | None) -> str:
    """The name of a seat, or that it is nobody's any more."""
    return names.get(seat_id or 0) or _("a former member")


def member_choices(seat: Seat) -> list[tuple[str, str]]:
    """(seat id, name) of everyone who can do something now, oneself first, then by name."""
    names = seat_names(seat)
    active = Seat.objects.active().filter(group=seat.group).values_list("pk", flat=True)
    others = sorted((names[pk].casefold(), pk) for pk in active if pk != seat.pk)
    yourself = _("%(name)s (you)") % {"name": names[seat.pk]}
    return [(str(seat.pk), yourself), *((str(pk), names[pk]) for _folded, pk in others)]

"""What stands beside a letter of people who want to start, and beside a step of the first weeks."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.base.board import Part, Step
from rooted.groups.glance import glance
from rooted.groups.models import Seat
from rooted.intake.models import Thread
from rooted.support.access import going_on
from rooted.support.models import Wish


def related(obj: Any, seat: Seat | None) -> list[Part]:
    """For members: the way from a letter to the founding link, and from a step to the group that stands by them."""
    if seat is None:
        return []
    if isinstance(obj, Thread):
        wish = Wish.objects.filter(thread=obj, thread__group=seat.group).first()
        address = reverse("support:wish-detail", args=[seat.group.address, wish.pk]) if wish else ""
        return [Part(_("They want to start a group: town, founding link"), address)] if wish else []
    if isinstance(obj, Step) and glance(seat)["pairings"]:
        agreed = [one for one in going_on(seat) if one.agreed_on and one.asking_id == seat.group_id]
        return [
            Part(
                _("Ask %(group)s") % {"group": one.standing.name},
                reverse("support:pairing-detail", args=[seat.group.address, one.pk]),
            )
            for one in agreed
        ]
    return []

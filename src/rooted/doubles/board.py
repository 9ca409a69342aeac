"""What a group's notice board says of records that may be one."""

from collections.abc import Mapping

from django.db.models import Exists
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rooted.base.board import Line, Part
from rooted.doubles.access import pairs_of, to_decide
from rooted.groups.glance import US, Question, asks, glance
from rooted.groups.models import Seat

RANK = 200  # nothing here is urgent


@asks
def questions() -> Mapping[str, Question]:
    return {
        "pairs": Exists(pairs_of(US)),
        "pairs.waiting": to_decide(US),
        "pairs.asked": to_decide(US).exclude(asked_group=None),
    }


def lines(seat: Seat) -> list[Line]:
    """At most one line: what other groups ask comes before what merely looks alike."""
    there = glance(seat)
    if asked := there["pairs.asked"]:
        words = ngettext(
            "Another group asks whether %(n)d record of yours is the same as theirs",
            "Other groups ask whether %(n)d records of yours are the same as theirs",
            asked,
        )
        return [_line(seat, words % {"n": asked}, _("Nothing changes unless one of you agrees."))]
    if number := there["pairs.waiting"]:
        words = ngettext(
            "Look at %(n)d pair of records that may be one struggle",
            "Look at %(n)d pairs of records that may be one struggle",
            number,
        )
        return [_line(seat, words % {"n": number}, _("Anyone here can decide. It can be undone."))]
    return []


def _line(seat: Seat, title: str, who: str) -> Line:
    url = reverse("doubles:double-list", args=[seat.group.address])
    return Line(title=title, url=url, action=_("Look"), who=who, nobody=True, rank=RANK)


def parts(seat: Seat) -> list[Part]:
    """The list, once there was a pair."""
    there = glance(seat)
    if not there["pairs"]:
        return []
    url = reverse("doubles:double-list", args=[seat.group.address])
    return [Part(name=_("Records that may be one"), url=url, count=there["pairs.waiting"], rank=61)]

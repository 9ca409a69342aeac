"""Where a search in the group leads: to the assembly or the sitting that holds the words."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.assembly.models import AgendaPoint, Assembly, Sitting
from rooted.assembly.sealed import ASSEMBLY, POINT, SITTING
from rooted.circles.searching import Hit, Match
from rooted.groups.models import Seat

Title = Callable[[dict[str, Any]], str]
# By kind: the rows, the field that its page is named by, that page, what the hit is called.
WHERE: dict[str, tuple[Any, str, str, Title]] = {
    ASSEMBLY.name: (Assembly, "pk", "assembly:assembly-detail", lambda content: content["about"]),
    POINT.name: (AgendaPoint, "assembly", "assembly:assembly-detail", lambda content: content["title"]),
    SITTING.name: (
        Sitting,
        "pk",
        "assembly:sitting-detail",
        lambda content: content["shift"] or content["place"] or _("Sitting"),
    ),
}


def hits(seat: Seat, matches: list[Match]) -> list[Hit]:
    """Those of `matches` that are of this part; at most one query a kind."""
    found = []
    for kind, (model, page, route, title) in WHERE.items():
        ours = {match.item.pk: match for match in matches if match.item.kind == kind}
        if not ours:
            continue
        for pk, item in model.objects.of(seat.group).filter(item__in=ours).values_list(page, "item"):
            match, url = ours[item], reverse(route, args=[seat.group.address, pk])
            found.append(Hit(title=title(match.content), url=url, day=match.item.day, text=match.text))
    return found

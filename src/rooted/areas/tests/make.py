"""Areas, towns and records for tests, straight through the actions."""

from django.urls import reverse
from django.utils import timezone

from rooted.areas import actions
from rooted.areas.bounds import Around, Bounds
from rooted.areas.models import Area
from rooted.areas.reading import read_area
from rooted.places.tests.make import make_town
from rooted.records.record import Code, Employer, Place, Point
from rooted.struggles.tests import make

LEEDS = (53.796, -1.548)
BRADFORD = (53.795, -1.759)  # 13.9 km from Leeds
TRANSPORT = Bounds(lands=("GB",), branches=("H",))


def leeds():
    return make_town(2644688, "Leeds", latitude=LEEDS[0], longitude=LEEDS[1], population=536_280)


def around_leeds(km=25):
    return Bounds(around=(Around(leeds().pk, km),))


def point(town="", country="GB", region="", at=LEEDS):
    return Place("town", country, region, town, *at)


def bounds(member, chosen, *, seen=0):
    return actions.save_bounds(member.seat, chosen, seen=seen, now=timezone.now())


def text(member, words, *, name="near", seen=0):
    return actions.save_text(member.seat, name, words, seen=seen, now=timezone.now())


def area_of(member):
    return Area.objects.get(group=member.group)


def put_forward(member):
    area = area_of(member)
    actions.put_forward(area, seat=member.seat, seen=area.number, now=timezone.now())


def publish(member, *, seen=None):
    seat = member.seat
    opened = read_area(seat)
    said = {"bounds": opened.bounds, "texts": opened.texts, "today": timezone.localdate()}
    return actions.publish_area(opened.area, seat=seat, seen=seen or opened.area.number, **said)


def published(ana, bo, words="We read this together.", chosen=TRANSPORT):
    """An area with one text that strangers read."""
    bounds(ana, chosen)
    text(ana, words)
    put_forward(ana)
    return publish(bo)


def lorries(owner, number=1, **values):
    """A record of transport in Leeds, with a strong point."""
    said = {
        "title": f"Lorries stand still {number}",
        "codings": (Code("form", "strike"), Code("branch", "49")),
        "employers": (Employer("Aldgate Freight"),),
        "points": (Point("strong", code="surprise"),),
    }
    return make.struggle(owner, **said | values)


def at(name, member, *keys):
    """The address of a page of the member's group."""
    return reverse(f"areas:{name}", args=[member.group.address, *keys])

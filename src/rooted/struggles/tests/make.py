"""Plain makers: a group, records, and many records at once."""

from datetime import date, timedelta
from uuid import uuid4

from rooted.circles.actions import new_circle, new_holder
from rooted.groups.models import Group
from rooted.records.record import Code, Employer, Place, Record, Source
from rooted.struggles.actions import make_findable
from rooted.struggles.models import Struggle
from rooted.struggles.storing import Origin, store_records

TODAY = date(2026, 11, 22)
ANA, BO = 11, 12  # seats, as the records keep them


def group(address="docks", name="Docks"):
    """A group with a circle of one; its members are not needed here."""
    holder, secret = new_holder()
    return Group.objects.create(
        address=address,
        name=name,
        area="Harrowmere",
        about="We help each other.",
        founded_month=date(2026, 11, 1),
        circle=new_circle(holder, secret).circle,
    )


def record(number=1, **values):
    return Record(
        **{
            "title": f"Night cleaners stop work {number}",
            "account": "Eighty sat down in the canteen.",
            "started_on": date(2026, 11, 12),
            "codings": (Code("form", "strike"), Code("demand", "hours")),
            "employers": (Employer("Merrowgate Hospital"),),
            "places": (Place("town", "GB", "", "Leeds"),),
            "sources": (Source("https://example.org/a"),),
        }
        | values
    )


def struggles(owner, records):
    """Published records; answers them in the order given."""
    made = store_records(records, Origin(owner, TODAY, seat=ANA))
    publish(Struggle.objects.filter(pk__in=[struggle.pk for struggle in made]), owner)
    found = Struggle.objects.in_bulk([struggle.pk for struggle in made])
    return [found[struggle.pk] for struggle in made]


def struggle(owner, **values):
    return struggles(owner, [record(**values)])[0]


def publish(drafts, owner):
    rows = list(drafts)
    for row in rows:
        row.public_id = uuid4()
    Struggle.objects.bulk_update(rows, ["public_id"], batch_size=100)
    days = dict.fromkeys(("cleared_on", "publish_on", "published_on"), TODAY)
    Struggle.objects.filter(pk__in=[row.pk for row in rows]).update(cleared_seat=BO, byline=owner.name, **days)
    make_findable(drafts.all())


def draft(owner, **values):
    """One record that is not released yet."""
    return store_records([record(**values)], Origin(owner, TODAY, seat=ANA))[0]


FORMS = ["strike", "protest", "open-letter", "occupation", "picket"]
TOWNS = [("GB", "Leeds"), ("DE", "Leipzig"), ("FR", "Lille"), ("US", "Seattle"), ("IN", "Pune"), ("BR", "Recife")]
WORK = ["cleaners", "porters", "riders", "nurses", "teachers", "miners", "cooks", "drivers"]


def many(owner, count=15_000, *, at_once=500):
    """`count` published records, no two alike, written in chunks; for lists and benchmarks."""
    for start in range(0, count, at_once):
        some = [one_of_many(number) for number in range(start, min(start + at_once, count))]
        made = store_records(some, Origin(owner, TODAY, seat=ANA))
        publish(Struggle.objects.filter(pk__in=[struggle.pk for struggle in made]), owner)


def one_of_many(number):
    country, town = TOWNS[number % 6]
    work = WORK[number % 8]
    return record(
        title=f"{work.capitalize()} of {town} stop work, number {number}",
        account=f"The {work} met on day {number} and decided together. The workers stayed out until the answer came.",
        started_on=date(1970, 1, 1) + timedelta(days=number * 20_000 // 15_000),
        estimate_low=number % 400 or None,
        codings=(Code("form", FORMS[number % 5]), Code("demand", "hours")),
        employers=(Employer(f"Firm {number % 97}"),),
        places=(Place("town", country, "", town),),
    )

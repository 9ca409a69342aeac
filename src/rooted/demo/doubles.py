"""Two groups tell of one invented strike, and one asks the other whose record stands."""

from datetime import datetime, timedelta

from rooted.doubles.actions import join_records, look_at_some
from rooted.doubles.models import Pair
from rooted.groups.models import Seat
from rooted.records.record import Code, Employer, Organisation, Place, Record, Source
from rooted.struggles.actions import publish_record

PLACE = Place("town", "GB", "Invented county", "Harrowmere")
KITCHEN = Employer("Brightpan Kitchens")


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """One strike told by docks and by depot; depot asks that its own record stands."""
    day = now.date() - timedelta(days=300)
    docks = Record(
        title="Kitchen hands at Brightpan walk out over unpaid hours",
        account="Invented for the demo.\n\nThirty kitchen hands left in the middle of the shift. They had been sent "
        "home unpaid whenever it was quiet. They stood at the delivery gate until the manager came with the missing "
        "hours written down.",
        started_on=day, ended_on=day + timedelta(days=2), estimate_low=30, led_by="wildcat", outcome="won",
        codings=(Code("form", "strike"), Code("demand", "pay-and-benefits")), employers=(KITCHEN,), places=(PLACE,),
        sources=(Source(text="Talk with three of them, written down by us", kind="spoken"),),
    )  # fmt: skip
    depot = Record(
        title="Walk-out at Brightpan Kitchens, Harrowmere",
        account="Invented for the demo.\n\nKitchen hands stood at the delivery gate for unpaid hours. Some lorries "
        "turned back.",
        started_on=day + timedelta(days=1), estimate_low=25, estimate_high=40,
        codings=(Code("form", "picket"), Code("demand", "pay-and-benefits")),
        employers=(Employer("Brightpan Kitchens Ltd"),), organisations=(Organisation("Kitchen Workers’ Circle"),),
        places=(PLACE,), sources=(Source("https://example.org/brightpan"),),
    )  # fmt: skip
    for address, record in (("docks", docks), ("depot", depot)):
        first, second, *_rest = seats[address].values()
        publish_record(record, group=first.group, first=first.pk, second=second.pk, today=now.date())
    before = look_at_some(today=now.date())
    while before is not None:
        before = look_at_some(before=before, today=now.date())
    for pair in Pair.objects.filter(one__employers__name__startswith=KITCHEN.name).whole():
        asking = seats["depot"]["Cem"]
        stands = "one" if pair.one_group_id == asking.group_id else "other"
        join_records(pair, stands=stands, seat=asking, today=now.date())

"""Plain makers: a group, a list in the source's form, records, and many records at once."""

import json
import os
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from rooted.circles.actions import new_circle, new_holder
from rooted.groups.models import Group
from rooted.struggles.actions import clear_batch, draft_struggle, import_file, make_findable, put_forward
from rooted.struggles.models import Struggle
from rooted.struggles.record import Code, Place, Record
from rooted.struggles.storing import Origin, store_records

TODAY = date(2026, 11, 22)
ANA, BO = 11, 12  # seats, as the records keep them


def cat_path():
    """The real list, or a skip that says where it was looked for."""
    folder = Path(os.environ.get("ROOTED_SHARED") or settings.SOURCE.parent / "shared" / "data")
    path = folder / "strikes" / "cat_actions.json"
    if not path.exists():
        pytest.skip(f"the list of Collective Action in Tech is not at {path}")
    return path


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


def entry(number=1, **values):
    """One record as Collective Action in Tech writes it."""
    return {
        "id": number,
        "date": "2020/03/04",
        "sources": ["https://example.org/a"],
        "actions": ["strike"],
        "struggles": ["pay and benefits"],
        "employment_types": ["gig workers"],
        "description": f"Riders of firm {number} stopped work. They asked for more.",
        "online": None,
        "locations": ["leeds-uk"],
        "companies": ["firm"],
        "workers": 40,
        "tags": ["delivery_workers"],
        "author": ["x"],
        "latlngs": [[53.8, -1.55]],
        "addresses": ["Leeds"],
    } | values


def entries(count, **values):
    return [entry(number, **values) for number in range(1, count + 1)]


def written(folder, content):
    """The path of a file that holds `content` (bytes as they are, anything else as JSON)."""
    path = folder / "list.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def record(number=1, **values):
    return Record(
        **{
            "title": f"Night cleaners stop work {number}",
            "account": "Eighty sat down in the canteen.",
            "started_on": date(2026, 11, 12),
            "codings": (Code("form", "strike"), Code("demand", "hours")),
            "employers": (("Merrowgate Hospital", "employer"),),
            "places": (Place("town", "GB", "", "Leeds"),),
            "sources": (("https://example.org/a", "", "web"),),
        }
        | values
    )


def struggles(owner, records):
    """Published records; answers them in the order given."""
    made = store_records(records, Origin(owner, TODAY, seat=ANA))
    publish(Struggle.objects.filter(pk__in=[struggle.pk for struggle in made]), owner)
    return [Struggle.objects.get(pk=struggle.pk) for struggle in made]


def struggle(owner, **values):
    return struggles(owner, [record(**values)])[0]


def publish(drafts, owner):
    drafts.update(cleared_seat=BO, cleared_on=TODAY, published_on=TODAY, byline=owner.name)
    make_findable(drafts.all())


def draft(owner, **values):
    """One record that is not released yet."""
    return draft_struggle(owner, seat=ANA, record=record(**values), today=TODAY)


def batch(owner, rows):
    """A finished import of `rows` that nobody has put forward."""
    with tempfile.TemporaryDirectory() as folder:
        return import_file(written(Path(folder), rows), group=owner, today=TODAY).batch


def imported(owner, rows):
    """The published records of an import."""
    one = batch(owner, rows)
    put_forward(one, seat=ANA, today=TODAY)
    clear_batch(one, seat=BO, today=TODAY)
    return list(one.struggles.newest_first())


FORMS = ["strike", "protest", "open-letter", "occupation", "picket"]
TOWNS = [("GB", "Leeds"), ("DE", "Leipzig"), ("FR", "Lille"), ("US", "Seattle"), ("IN", "Pune"), ("BR", "Recife")]
WORK = ["cleaners", "porters", "riders", "nurses", "teachers", "miners", "cooks", "drivers"]


def many(owner, count=15_000, *, at_once=500):
    """`count` published records, no two alike, written in chunks; for lists and benchmarks."""
    for start in range(0, count, at_once):
        some = [_one_of_many(number) for number in range(start, min(start + at_once, count))]
        made = store_records(some, Origin(owner, TODAY, seat=ANA))
        publish(Struggle.objects.filter(pk__in=[struggle.pk for struggle in made]), owner)


def _one_of_many(number):
    country, town = TOWNS[number % 6]
    work = WORK[number % 8]
    return record(
        title=f"{work.capitalize()} of {town} stop work, number {number}",
        account=f"The {work} met on day {number} and decided together. The workers stayed out until the answer came.",
        started_on=date(1970, 1, 1) + timedelta(days=number * 20_000 // 15_000),
        estimate_low=number % 400 or None,
        codings=(Code("form", FORMS[number % 5]), Code("demand", "hours")),
        employers=((f"Firm {number % 97}", "employer"),),
        places=(Place("town", country, "", town),),
    )

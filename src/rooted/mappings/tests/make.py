"""Plain makers: entries of a list in its source's form, rows read through rules."""

from rooted.mappings.making import Maker
from rooted.mappings.shape import Mapping, Rule


def made(values, *rules, **options):
    """One row through these rules: (column, field, how, split)."""
    plan = Mapping("own-1", "List", rules=(Rule("when", "started"), *(Rule(*rule) for rule in rules)), **options)
    return Maker(plan).make({"when": "2020-03-04"} | values, "1")


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

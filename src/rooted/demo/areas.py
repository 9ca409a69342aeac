"""How one of the invented groups reads its area, and what strangers read of it."""

from datetime import datetime

from rooted.areas.actions import publish_area, put_forward, save_bounds, save_text
from rooted.areas.bounds import Bounds
from rooted.areas.reading import read_area
from rooted.groups.models import Seat

COUNTY = Bounds(lands=("GB:Invented county",), branches=("52", "81", "68"))
SAID = {
    "whole": "Invented for the demo.\n\nHospital, port and depots take their people from the same **four streets**. "
    "Whoever is sent home in one comes to the next through the same two agencies. Tenants and workers are one list "
    "of names here.",
    "near": "What was won was won by those who went back *together*.\n\n"
    "- The cleaners had the day shift with them on the third night.\n"
    "- Kitchen and laundry had nobody, and decided the way back apart.",
    "points": "We look for what stopped something. A picket that lets the lorries through is a visit.",
    "employers": "",
    "branches": "The warehouses write to each other more than we do. Who has a cousin in Wierzbno?",
}
SINCE = "The warehouses write to each other more than we do. Ela knows somebody in Wierzbno and asks this week."


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """Docks wrote, two agreed, strangers read it; one text was changed since."""
    ana, bo = seats["docks"]["Ana"], seats["docks"]["Bo"]
    area = save_bounds(ana, COUNTY, seen=0, now=now)
    for number, (name, text) in enumerate(SAID.items()):
        if text:
            save_text(ana if number % 2 else bo, name, text, seen=0, now=now)
    area.refresh_from_db()
    put_forward(area, seat=ana, seen=area.number, now=now)
    opened = read_area(bo)
    publish_area(area, seat=bo, seen=area.number, bounds=opened.bounds, texts=opened.texts, today=now.date())
    save_text(bo, "branches", SINCE, seen=1, now=now)
    for seat in (ana, bo):
        seat.__dict__.pop("area", None)  # what a request remembers for its own length

"""Where the invented groups have hung posters."""

from datetime import datetime, timedelta

from rooted.groups.models import Seat
from rooted.posters.actions import hang_poster, take_poster_down

# (group, who, days until it is to be hung anew, what was written down)
HANGING = [
    ("docks", "Ana", 2, {"place": "Tide Laundry, Quay Street, beside the door", "kind": "strips-a4",
                         "text": "Landlord not doing repairs? Boss not paying?", "language": "English, polski",
                         "note": "Ask the woman at the counter, she likes to know. Half of the strips were gone."}),
    ("docks", "Bo", 16, {"place": "Bus stop Saltend Gate, side of the fence", "kind": "poster-a4",
                         "text": "Did you work and not get paid?", "language": "English, العربية", "note": ""}),
    ("docks", "Bo", -3, {"place": "Parcel hub, canteen, inside of the toilet doors", "kind": "stickers-a4",
                         "text": "Do you work for an agency and never know your hours?",
                         "language": "English, polski", "note": "The cleaners leave stickers alone."}),
    ("merrow-flats", "Fay", 21, {"place": "Stairwell of block 2, by the letter boxes", "kind": "poster-a4",
                                 "text": "Mould? No heating? Nobody comes?", "language": "English", "note": ""}),
]  # fmt: skip
TAKEN_DOWN = {"place": "Job centre, notice board", "kind": "poster-a4", "text": "Does an office not pay?", "note": ""}


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """Some hang, one is late, one was taken down."""
    today = now.date()
    for address, who, days, told in HANGING:
        hang_poster(seats[address][who], told=told, renew_on=today + timedelta(days=days), now=now)
    gone = hang_poster(seats["docks"]["Ana"], told=TAKEN_DOWN, renew_on=today, now=now)
    take_poster_down(gone, today=today - timedelta(days=9))

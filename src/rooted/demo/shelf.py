"""What the invented groups keep on their shelves: texts, and a picture of a notice, drawn here."""

import io
from datetime import datetime, timedelta

from PIL import Image, ImageDraw

from rooted.base.uploads import Upload, accept
from rooted.groups.models import Seat
from rooted.shelf.actions import put_on_shelf

HOURS = """Agency hours, parcel hub, first week of November

Mon  06:00-14:00   paid 7.0 h
Tue  06:00-14:30   paid 7.0 h
Wed  06:00-14:00   paid 7.0 h
Thu  sent home at 09:00, paid 2.0 h
Fri  06:00-15:00   paid 7.0 h

Five of us wrote this down, each at the gate. The slips say something else.
"""
FLATS = """Block 2, what is broken

2nd floor: light on the stairs since September
4th floor: mould in three flats, told the office on 12 October
Lift: out of order again since Monday
"""
NOTICE = ["HASK & TOLLEY", "To all tenants of block 2", "", "The heating will be off", "until further notice."]


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """A text and a picture for the two of the docks, a text for the flats."""
    _put(seats["docks"]["Ana"], "Agency hours, as we wrote them down", "hours.txt", HOURS.encode(), now, days=6)
    _put(seats["docks"]["Bo"], "Notice in the stairwell of block 2", "notice.png", drawn(), now, days=2)
    _put(seats["merrow-flats"]["Fay"], "What is broken in block 2", "block-2.txt", FLATS.encode(), now, days=1)


def _put(seat: Seat, title: str, name: str, data: bytes, now: datetime, *, days: int) -> None:
    upload: Upload = accept(name, data)
    put_on_shelf(seat, keys=seat.keys, title=title, uploads=[upload], now=now - timedelta(days=days))


def drawn() -> bytes:
    """A sheet of paper on a wall, as somebody photographed it."""
    wall = Image.new("RGB", (900, 1_200), "#8a8f86")
    pen = ImageDraw.Draw(wall)
    pen.polygon([(130, 120), (780, 150), (760, 1_060), (110, 1_030)], fill="#f4f1e6")
    for number, line in enumerate(NOTICE):
        pen.text((190, 240 + 110 * number), line, fill="#26241f", font_size=48 if number else 64)
    paper = io.BytesIO()
    wall.save(paper, "PNG")
    return paper.getvalue()

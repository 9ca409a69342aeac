"""Things that belong beside each other on a page but sit on different floors.

An app that has something to show beside another app's object has a related.py with
`def related(obj, seat) -> list[Part]`; `seat` is the reader's seat, or None for a stranger.
The lower app's page includes site/_related.html and knows nothing of who answers.
"""

from typing import Any

from rooted.base.board import Part
from rooted.groups.models import Seat
from rooted.home.notice import asked_of_apps


def related_to(obj: Any, seat: Seat | None) -> list[Part]:
    """Everything the apps know beside `obj`, for this reader."""
    found = [part for ask in asked_of_apps("related", "related") for part in ask(obj, seat)]
    return sorted(found, key=lambda part: (part.rank, part.name))

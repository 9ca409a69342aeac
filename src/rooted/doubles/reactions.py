"""A list that was published is compared at once, so that its editor need not wait for the hour."""

from rooted.base.events import reacts_to
from rooted.base.jobs import bring_forward
from rooted.struggles.events import ListPublished


@reacts_to(ListPublished)
def compare(fact: ListPublished) -> None:
    bring_forward("doubles-look", "doubles-joined")

"""The link that lets somebody found a group here."""

from django.apps import apps

from rooted.groups import actions
from rooted.operate import preparing


def new_link(address: str) -> str:
    """A fresh founding link, whole, for the server that answers at `address`."""
    return address + actions.new_founding_link()


def first_lines(address: str) -> list[str]:
    """What the start says about founding: the link at the very first start, later how to get one, then nothing."""
    if preparing.has_groups():
        return []
    if apps.get_model("groups", "FoundingLink").objects.exists():
        return ["No group yet. A fresh link to found one: ./rooted founding-link"]
    return ["To found the first group, open this link. It works once:", f"    {new_link(address)}"]

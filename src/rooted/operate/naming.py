"""What an operator names on the command line, as they copy it from a browser: a group or a public record."""

import re

from django.core.management.base import CommandError

from rooted.groups.models import Group
from rooted.struggles.models import Struggle

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def group_named(text: str) -> Group:
    """The group with this address: `docks`, `/g/docks/` or the whole link.

    Raises CommandError when there is none.
    """
    group = Group.objects.named(text).first()
    if group is None:
        raise CommandError(f"There is no group {text}. Copy the address of its page from the browser.")
    return group


def record_named(text: str) -> Struggle:
    """The record whose page has this link.

    Raises CommandError when there is none.
    """
    found = UUID.search(text.lower())
    record = Struggle.objects.filter(public_id=found[0]).first() if found else None
    if record is None:
        raise CommandError(f"There is no record {text}. Copy the address of its page from the browser.")
    return record


def is_record(text: str) -> bool:
    """Does this name a record rather than a group?"""
    return "/struggles/" in text or bool(UUID.search(text.lower()))

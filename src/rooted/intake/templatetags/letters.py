"""What a group tells strangers about its letters today, on pages of lower parts too; the number they gave."""

import re

from django import template
from django.utils import timezone

from rooted.base.templatetags.parts import dial
from rooted.groups.models import Group
from rooted.intake import flood

register = template.Library()
DATE = re.compile(r"(?<![\d.-])(?<!\d )\d{1,2}[.-]\d{1,2}[.-](?:\d{4}|\d{2})(?![.\d-]| \d)|\b\d{4}-\d\d-\d\d\b")
DIGITS = range(7, 16)  # of a number to call: shorter ones are streets and hours; E.164 allows 15


@register.simple_tag
def letter_gate(group: Group) -> flood.Gate:
    """{% letter_gate group as gate %}: whether it is shut, behind, asking."""
    return flood.gate(group, today=timezone.now().date())


@register.filter
def number_to_call(reach: str) -> str:
    """The telephone number in what a stranger wrote as a safe way, as a phone dials it; "" for addresses and dates."""
    words = [word for word in DATE.sub(" ", reach).split() if "@" not in word]
    number = dial(" ".join(words))
    return number if len(number.lstrip("+")) in DIGITS else ""

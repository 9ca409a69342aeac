"""What a group tells strangers about its letters today, on pages of lower parts too."""

from django import template
from django.utils import timezone

from rooted.groups.models import Group
from rooted.intake import flood

register = template.Library()


@register.simple_tag
def letter_gate(group: Group) -> flood.Gate:
    """{% letter_gate group as gate %}: whether it is shut, behind, asking."""
    return flood.gate(group, today=timezone.now().date())

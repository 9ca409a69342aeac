"""What the pages in site/ ask of home."""

from django import template

from rooted.home.notice import next_step
from rooted.home.related import related_to

register = template.Library()


@register.simple_tag
def things_related_to(obj, seat):
    """Parts that belong beside `obj`."""
    return related_to(obj, seat)


@register.simple_tag
def next_step_of(seat):
    """The next step of the first weeks for this member's group, or None."""
    return next_step(seat) if seat else None

"""What the pages of home, and those in site/, ask of it."""

from django import template
from django.utils.html import format_html

from rooted.home.notice import next_step
from rooted.home.related import related_to
from rooted.proposals.reading import hands_open_for, put_to
from rooted.support.access import hosts

register = template.Library()


@register.simple_tag
def things_related_to(obj, seat):
    """Parts that belong beside `obj`."""
    return related_to(obj, seat or None)  # a page without a seat gives "", as templates do


@register.simple_tag
def proposals_for(assembly, seat):
    """What is put to an assembly, as its member reads it."""
    return put_to(assembly, seat)


@register.simple_tag
def hands_wait_for(assembly):
    """Whether a vote by hands that was put to this assembly is open; one query."""
    return hands_open_for(assembly)


@register.simple_tag
def somebody_hosts():
    """Whether a group on this server answers people who want to start one; one query."""
    return hosts().exists()


@register.simple_tag
def next_step_of(seat):
    """The next step of the first weeks for this member's group, or None."""
    return next_step(seat) if seat else None


@register.filter
def strong_opening(text):
    """The first sentence in strong letters: "Nobody has it yet." before what else is to be said."""
    opening, stop, rest = text.partition(". ")
    return format_html("<strong>{}{}</strong> {}", opening, stop.strip(), rest)

"""Plain makers for tests of how a group decides."""

from dataclasses import replace

from django.urls import reverse
from django.utils import timezone

from conftest import Member
from rooted.register.actions import append_decision
from rooted.register.decision import Decision
from rooted.register.models import Entry
from rooted.rules.deciding import keep_rules
from rooted.rules.rules import HowWeDecide

OPEN = HowWeDecide("anyone", "either", "majority", notice_days=0, days_open=1, quorum=0)  # forbids nothing


def bound(member: Member, **rules) -> Entry:
    """The group has decided these rules; in all else they forbid nothing."""
    decision = Decision(title="How we decide here", text="As said.")
    today = timezone.localdate()
    entry = append_decision(member.seat, decision, result="carried", day=today)
    keep_rules(member.seat, replace(OPEN, **rules), entry=entry, today=today)
    return entry


def page(member: Member) -> str:
    return member.client.get(reverse("rules:rules", args=[member.group.address])).content.decode()

"""Plain makers for tests of the register."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from conftest import Member
from rooted.groups.models import Seat
from rooted.register.actions import append_decision, correct_decision
from rooted.register.decision import Decision, Given
from rooted.register.models import Entry

TITLE, TEXT = "We walk out on Friday", "At six in the morning, all three shifts, by the main gate."
WALK_OUT = Decision(
    title=TITLE,
    text=TEXT,
    tally=("Early shift: 41 for, 3 against", "Night shift: 29 for, 2 against"),
    bound="All three shifts of the yard",
    tasks=(Given("Tell the drivers", "Ana", date(2026, 12, 3)), Given("Bring the banner")),
    in_force_from=date(2026, 12, 4),
    in_force_until=date(2026, 12, 5),
    method="By hands, more than half",
)


def today() -> date:
    return timezone.localdate()


def in_days(number: int) -> date:
    return today() + timedelta(days=number)


def decided(by: Member | Seat, title: str = TITLE, *, result: str = "carried", **how) -> Entry:
    """An entry of today, unless changed; words that are a Decision's go there."""
    seat = by.seat if isinstance(by, Member) else by
    fields = Decision.__dataclass_fields__
    said = {"text": TEXT} | {name: how.pop(name) for name in list(how) if name in fields}
    return append_decision(seat, Decision(title=title, **said), **({"result": result, "day": today()} | how))


def walk_out(member: Member, **how) -> Entry:
    """The whole of WALK_OUT, burning in a week unless said otherwise."""
    return append_decision(
        member.seat, WALK_OUT, **({"result": "carried", "day": today(), "burns_on": in_days(7)} | how)
    )


def corrected(entry: Entry, by: Member | Seat, title: str = "Corrected", *, result: str = "carried") -> Entry:
    seat = by.seat if isinstance(by, Member) else by
    return correct_decision(entry, Decision(title=title, text=TEXT), seat=seat, result=result)


def at(name: str, member: Member, *args, query: str = "") -> str:
    """The address of a page of the member's group."""
    return reverse(f"register:{name}", args=[member.group.address, *args]) + query


def page(member: Member, name: str, *args, query: str = "") -> str:
    """The page as its text."""
    return member.client.get(at(name, member, *args, query=query)).content.decode()


def fresh(entry: Entry) -> Entry:
    """The entry as it stands in the database now."""
    return Entry.objects.get(pk=entry.pk)

"""Plain makers for tests of tasks, rota, roles and hand-over."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from conftest import Member
from rooted.tasks import handover, roles, rota
from rooted.tasks.actions import add_task
from rooted.tasks.models import Duty, Role, Section, Slot, Task

TEXT = "Copy the leaflets"
EVERY_DAY = list(range(7))


def today() -> date:
    return timezone.localdate()


def in_days(number: int) -> date:
    return today() + timedelta(days=number)


def at(name: str, member: Member, *args, query: str = "") -> str:
    """The address of a page of the member's group."""
    return reverse(f"tasks:{name}", args=[member.group.address, *args]) + query


def post(member: Member, page: str, /, *args, query: str = "", **fields):
    return member.client.post(at(page, member, *args, query=query), fields)


def page(member: Member, name: str, *args, query: str = ""):
    """The page as its text."""
    return member.client.get(at(name, member, *args, query=query)).content.decode()


def task(member: Member, text: str = TEXT, due_on: date | None = None) -> Task:
    return add_task(member.seat, text, due_on)


def duty(member: Member, name: str = "", *, kind: str = "phone", starts_on: date | None = None, **changed) -> Duty:
    """A duty of every day, unless changed."""
    how = {"hour": "18:00", "weekdays": EVERY_DAY, "every_weeks": 1} | changed
    return rota.add_duty(member.seat, kind=kind, name=name, starts_on=starts_on or today(), today=today(), **how)


def slot(member: Member, days: int = 1, **how) -> Slot:
    """The day of a new duty so many days from today."""
    return Slot.objects.get(duty=duty(member, **how), day=in_days(days))


def held(member: Member, days: int = 1, **how) -> Slot:
    """The same, taken by `member`."""
    made = slot(member, days, **how)
    rota.take_slot(made, seat=member.seat, today=today())
    return made


def role(member: Member, name: str = "Keys", about: str = "Opens and locks the room.") -> Role:
    return roles.add_role(member.seat, name=name, about=about)


def holding(member: Member, of: Role, months: int = 6):
    return roles.take_role(of, seat=member.seat, months=months, today=today())


def section(member: Member, title: str = "Where the keys are", text: str = "At the laundry.") -> Section:
    return handover.add_section(member.seat, title=title, text=text)


def fresh(row):
    """The row as it stands in the database now."""
    return type(row).objects.get(pk=row.pk)

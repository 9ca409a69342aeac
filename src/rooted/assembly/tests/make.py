"""Plain makers for tests of assemblies and sittings."""

from datetime import date, timedelta
from itertools import count

from django.urls import reverse
from django.utils import timezone

from conftest import Member
from rooted.assembly import calling, filling, running
from rooted.assembly.calling import Called, Met
from rooted.assembly.models import AgendaPoint, Assembly, FilledSheet, Sitting, Speaker

ABOUT = "The new night rota"
NUMBERS = count()


def today() -> date:
    return timezone.localdate()


def in_days(number: int) -> date:
    return today() + timedelta(days=number)


def at(name: str, member: Member, *args, query: str = "") -> str:
    """The address of a page of the member's group."""
    return reverse(f"assembly:{name}", args=[member.group.address, *args]) + query


def post(member: Member, name: str, /, *args, **fields):
    return member.client.post(at(name, member, *args), fields)


def page(member: Member, name: str, *args, query: str = "") -> str:
    """The page as its text."""
    return member.client.get(at(name, member, *args, query=query)).content.decode()


def assembly(member: Member, about: str = ABOUT, *, days: int = 5, **how) -> Assembly:
    """Called today, with one sitting so many days from today; the same call twice would be one assembly."""
    said = {"notice": f"Notice {next(NUMBERS)}"}
    said |= {name: how.pop(name) for name in ("notice", "notice_days", "quorum", "urgent") if name in how}
    met = Met(day=in_days(days), **{"hour": "05:30", "place": "Canteen"} | how)
    return calling.call_assembly(member.seat, Called(about, **said), met, today=today())


def sitting(member: Member, of: Assembly | None = None, **how) -> Sitting:
    """The first sitting of a new assembly, or one more of this one."""
    if of is None:
        return assembly(member, **how).sittings.get()
    met = Met(**{"day": of.day, "hour": "21:30", "place": "Gate 3", "shift": "Night shift"} | how)
    return calling.add_sitting(of, seat=member.seat, met=met)


def point(member: Member, of: Assembly, title: str = "Breaks", text: str = "") -> AgendaPoint:
    return calling.add_point(of, seat=member.seat, title=title, text=text)


def speaker(member: Member, of: Sitting, name: str = "Noor") -> Speaker:
    return running.ask_for_the_word(of, seat=member.seat, name=name)


def minutes(member: Member, of: Sitting, text: str = "We keep the breaks.") -> None:
    running.write_down(of, seat=member.seat, text=text, now=timezone.now())


def filled(member: Member, of: Sitting | None = None, **values) -> FilledSheet:
    """A sheet that one member typed in: its points, minutes and tasks."""
    one, known = of or sitting(member), set(FilledSheet.objects.values_list("pk", flat=True))
    values = {"points": [], "minutes": "", "tasks": []} | values
    filling.fill_in(one, seat=member.seat, what=filling.SHEET, values=values, now=timezone.now())
    return FilledSheet.objects.exclude(pk__in=known).get()


def counted(of: Sitting, number: int, *members: Member) -> None:
    """So many are there, as these members typed."""
    for member in members:
        values = {"present": number}
        filling.fill_in(of, seat=member.seat, what=filling.PRESENT, values=values, now=timezone.now())


def fresh(row):
    """The row as it stands in the database now."""
    return type(row).objects.get(pk=row.pk)

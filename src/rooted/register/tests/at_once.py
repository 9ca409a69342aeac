"""Several people doing things to one register at the same moment, in threads of their own."""

from conftest import found, newcomer
from rooted.base.tests.at_once import at_once
from rooted.circles.models import SealedItem
from rooted.register.actions import burn_due
from rooted.register.models import Entry, EntryTask, Register
from rooted.register.reading import entry_rows, first_broken
from rooted.register.tests import make
from rooted.tasks.models import Task


def wrong(member):
    """What does not hold of a register: nothing half, nothing doubled, nothing out of order."""
    rows = entry_rows(member.seat)
    register = Register.objects.get(group=member.group)
    head, texts = rows[0].entry.head, sum(row.entry.item_id is not None for row in rows)
    sealed = SealedItem.objects.filter(kind="register.decision", circle=member.group.circle).count()
    checks = {
        "chain": first_broken(rows) == 0,
        "end": (register.length, bytes(register.head)) == (len(rows), bytes(head)),
        "texts": all((row.decision is None) == (row.entry.burnt_on is not None) for row in rows),
        "items": sealed == texts,
        "tasks": Task.objects.of(member.group).count() == EntryTask.objects.filter(entry__group=member.group).count(),
        "burnt tasks": not EntryTask.objects.filter(entry__group=member.group, entry__item=None).exists(),
    }
    return [name for name, holds in checks.items() if not holds]


def appending(member, **how):
    seat = member.seat
    return lambda: make.decided(seat, tasks=make.WALK_OUT.tasks, **how)


def appends(ana, bo):
    """Six at once: how many were written, what is wrong."""
    before = Entry.objects.of(ana.group).count()
    done = at_once(*[appending(member) for member in (ana, bo) * 3])
    return done, Entry.objects.of(ana.group).count() - before, wrong(ana)


def first_appends(_ana, _bo):
    """Three at once in a group that has no register yet."""
    new = found(newcomer(f"new{Register.objects.count()}"), f"New {Register.objects.count()}")
    done = at_once(*[appending(new) for _ in range(3)])
    return done, sorted(Entry.objects.of(new.group).values_list("number", flat=True)), wrong(new)


def replacements(ana, bo):
    """Both put another decision in the place of one."""
    first = make.decided(ana)
    done = at_once(*[appending(member, supersedes=first) for member in (ana, bo)])
    return done, Entry.objects.filter(supersedes=first).count(), wrong(ana)


def corrections(ana, bo):
    """Both correct one entry."""
    first, seats = make.decided(ana), [ana.seat, bo.seat]
    done = at_once(*[lambda seat=seat: make.corrected(first, seat) for seat in seats])
    return done, Entry.objects.filter(supersedes=first).count(), wrong(ana)


def burning_and_correction(ana, bo):
    """One corrects while the text burns: whatever came first, the next burning leaves nothing of it."""
    first, seat = make.walk_out(ana, burns_on=make.today()), bo.seat
    at_once(lambda: make.corrected(first, seat), lambda: burn_due(make.today()), lambda: burn_due(make.today()))
    between = wrong(ana)
    burn_due(make.today())
    return Entry.objects.of(ana.group).filter(burns_on=make.today(), burnt_on=None).count(), between, wrong(ana)


RACES = (appends, first_appends, replacements, corrections, burning_and_correction)
EXPECTED = {
    "appends": (6, 6, []),
    "first_appends": (3, [1, 2, 3], []),
    "replacements": (1, 1, []),
    "corrections": (1, 1, []),
    "burning_and_correction": (0, [], []),
}

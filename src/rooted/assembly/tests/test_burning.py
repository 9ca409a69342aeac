"""Minutes of an assembly that decided something which burns are erased with it, and nothing else is."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from rooted.assembly import burning
from rooted.assembly.calling import erase_assembly
from rooted.assembly.jobs import burn_minutes
from rooted.assembly.models import Assembly, FilledSheet, Sitting
from rooted.assembly.running import end_assembly, end_sitting
from rooted.assembly.tests.make import (
    assembly,
    counted,
    filled,
    fresh,
    in_days,
    minutes,
    page,
    point,
    post,
    sitting,
    today,
)
from rooted.circles.models import SealedItem
from rooted.notes import jobs as notes_jobs
from rooted.notes.models import Note
from rooted.notes.tests import make as notes

LINE = "We walk out on Monday at six."


def on(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def two_with_minutes(ana):
    """An assembly of two sittings with minutes and a sheet that waits, and another assembly with minutes."""
    made, other = assembly(ana), assembly(ana, "The summer")
    for one in (made.sittings.get(), sitting(ana, made), other.sittings.get()):
        minutes(ana, one, LINE)
        minutes(ana, one, "A second line, so a second version.")
    filled(ana, made.sittings.first(), minutes=LINE)
    return made, other


def left() -> tuple[int, int, int]:
    """Notes; sealed versions of notes; sheets."""
    return (
        Note.objects.count(),
        SealedItem.objects.filter(kind__startswith="notes.").count(),
        FilledSheet.objects.count(),
    )


def test_on_its_day_all_versions_and_sheets_go_and_another_assembly_keeps_its_own(ana):
    made, other = two_with_minutes(ana)
    burning.let_minutes_burn(made.pk, in_days(7))
    burn_minutes(on(in_days(6)))
    assert left() == (3, 6, 1)
    for _twice in range(2):
        burn_minutes(on(in_days(7)))
    assert left() == (1, 2, 0)
    assert Note.objects.get().minutes_of.assembly_id == other.pk


def test_the_day_only_ever_comes_earlier(ana):
    made, _other = two_with_minutes(ana)
    for days in (7, 20, 5):
        burning.let_minutes_burn(made.pk, in_days(days))
    assert fresh(made).minutes_burn_on == in_days(5)
    assert set(Note.objects.filter(minutes_of__assembly=made).values_list("burns_on", flat=True)) == {in_days(5)}


def test_minutes_that_begin_later_burn_too(ana):
    made = assembly(ana)
    burning.let_minutes_burn(made.pk, in_days(7))
    minutes(ana, sitting(ana, made), LINE)
    assert Note.objects.get().burns_on == in_days(7)


def test_they_burn_also_when_the_call_was_erased_before(ana):
    made, _other = two_with_minutes(ana)
    burning.let_minutes_burn(made.pk, in_days(7))
    erase_assembly(made)
    notes_jobs.burn_minutes(on(in_days(7)))
    assert left() == (1, 2, 0)


def test_when_the_decision_burns_earlier_they_go_at_once_and_else_they_stay(ana):
    made, other = two_with_minutes(ana)
    burning.let_minutes_burn(made.pk, in_days(7))
    for one in (made, other):
        burning.burn_minutes(one.pk, today())
    assert left() == (1, 2, 0)


def words_of_assemblies() -> int:
    """Sealed items that calls, agendas, sittings and their lists hold."""
    return SealedItem.objects.filter(kind__startswith="assembly.").count()


def test_once_it_has_ended_all_of_it_goes_with_its_names_and_another_stays(ana):
    made, other = two_with_minutes(ana)
    point(ana, made, "Who speaks for us")
    counted(made.sittings.first(), 41, ana)
    end_assembly(made, seat=ana.seat, now=timezone.now())
    burning.let_minutes_burn(made.pk, in_days(4))
    assert "Burns on" in page(ana, "assembly-detail", made.pk)
    burn_minutes(on(in_days(4)))
    assert (list(Assembly.objects.all()), words_of_assemblies(), left()) == ([other], 2, (1, 2, 0))


def test_while_it_goes_on_its_call_stays_and_goes_when_it_ended_or_its_days_are_past(ana):
    made, other = two_with_minutes(ana)
    for one in (made, other):
        burning.let_minutes_burn(one.pk, today())
    burn_minutes(on(today()))
    assert (Assembly.objects.count(), left()) == (2, (0, 0, 0))
    end_assembly(made, seat=ana.seat, now=timezone.now())
    for days, stay in ((0, 1), (6, 1), (7, 0)):
        burn_minutes(on(in_days(days)))
        assert Assembly.objects.count() == stay


def test_the_pages_say_when(ana):
    made, _other = two_with_minutes(ana)
    burning.let_minutes_burn(made.pk, in_days(7))
    one = made.sittings.first()
    pages = (notes.at("note-detail", ana, one.minutes.pk), notes.at("note-list", ana))
    shown = [ana.client.get(path).content.decode() for path in pages]
    assert ("This burns on" in shown[0], shown[1].count("Burns on")) == (True, 2)
    assert "with what was decided here" in page(ana, "sitting-detail", one.pk)


def test_what_is_written_down_after_that_is_refused_and_comes_back(ana):
    made, _other = two_with_minutes(ana)
    one = made.sittings.first()
    burning.let_minutes_burn(made.pk, today())
    burn_minutes(on(today()))
    for name, typed in (("minutes-add", {"text": LINE}), ("sitting-sheet", {"minutes": LINE})):
        shown = post(ana, name, one.pk, **typed).content.decode()
        assert ("burnt on" in shown, LINE in shown) == (True, True)
    end_sitting(one, seat=ana.seat, now=timezone.now() + timedelta(hours=1))
    assert (Sitting.objects.get(pk=one.pk).ended_on is not None, left()) == (True, (1, 2, 0))

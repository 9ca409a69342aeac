"""assembly:sitting-sheet"""

from rooted.assembly.models import FilledSheet
from rooted.assembly.reading import minutes_text
from rooted.assembly.tests.make import assembly, fresh, page, post, sitting
from rooted.notes.models import Note
from rooted.tasks.models import Task

TYPED = {"points": "Breaks\n\n Pay \n", "minutes": "We meet again on Friday.", "tasks": "Copy the leaflets\nRing Jo"}


def stored() -> tuple[int, int]:
    return Task.objects.count(), Note.objects.count()


def test_of_one_nothing_goes_anywhere_yet(ana):
    one = sitting(ana)
    assert post(ana, "sitting-sheet", one.pk, **TYPED).status_code == 302
    assert (stored(), FilledSheet.objects.get().confirmed_on) == ((0, 0), None)
    assert "1 sheet waits for a second member." in page(ana, "assembly-detail", one.assembly_id)


def test_the_same_from_a_second_goes_where_it_belongs(ana, bo):
    one = sitting(ana)
    for member in (ana, ana, bo):
        post(member, "sitting-sheet", one.pk, **TYPED)
    agenda = page(ana, "assembly-detail", one.assembly_id)
    assert (agenda.index("Breaks") < agenda.index("Pay"), Task.objects.count()) == (True, 2)
    assert minutes_text(ana.seat, fresh(one)).count("We meet again on Friday.") == 1


def test_one_line_that_is_too_long_keeps_all_of_it_in_the_form(ana):
    one = sitting(ana)
    shown = post(ana, "sitting-sheet", one.pk, **TYPED | {"points": "x" * 121}).content.decode()
    assert ("This line is too long" in shown, "Ring Jo" in shown) == (True, True)
    assert (stored(), FilledSheet.objects.count()) == ((0, 0), 0)


def test_an_empty_sheet_is_refused_with_a_sentence(ana):
    shown = post(ana, "sitting-sheet", sitting(ana).pk, points="", minutes="", tasks="").content.decode()
    assert "All three are empty." in shown


def test_a_full_agenda_refuses_the_whole_sheet_and_it_waits_on(ana, bo, monkeypatch):
    one = sitting(ana)
    monkeypatch.setattr("rooted.assembly.calling.MOST_POINTS", 1)
    post(ana, "sitting-sheet", one.pk, **TYPED)
    shown = post(bo, "sitting-sheet", one.pk, **TYPED).content.decode()
    assert ("An agenda has at most 1 points." in shown, "Ring Jo" in shown) == (True, True)
    assert (one.assembly.points.count(), stored()) == (0, (0, 0))
    assert FilledSheet.objects.get().confirmed_on is None


def test_so_many_sheets_that_no_more_are_kept(ana, monkeypatch):
    monkeypatch.setattr("rooted.assembly.filling.MOST_SHEETS", 1)
    one = sitting(ana, assembly(ana))
    post(ana, "sitting-sheet", one.pk, **TYPED)
    shown = post(ana, "sitting-sheet", one.pk, **TYPED | {"points": "Pay"}).content.decode()
    assert "no more can be kept" in shown

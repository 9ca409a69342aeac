"""assembly:sitting-sheet"""

from rooted.assembly.reading import minutes_text
from rooted.assembly.tests.make import fresh, page, post, sitting
from rooted.notes.models import Note
from rooted.tasks.models import Task

TYPED = {"points": "Breaks\n\n Pay \n", "minutes": "We meet again on Friday.", "tasks": "Copy the leaflets\nRing Jo"}


def test_each_line_goes_where_it_belongs(ana):
    one = sitting(ana)
    assert post(ana, "sitting-sheet", one.pk, **TYPED).status_code == 302
    agenda = page(ana, "assembly-detail", one.assembly_id)
    assert (agenda.index("Breaks") < agenda.index("Pay"), Task.objects.count()) == (True, 2)
    assert "We meet again on Friday." in minutes_text(ana.seat, fresh(one))


def test_one_line_that_is_too_long_keeps_all_of_it_in_the_form(ana):
    one = sitting(ana)
    shown = post(ana, "sitting-sheet", one.pk, **TYPED | {"points": "x" * 121}).content.decode()
    assert ("This line is too long" in shown, "Ring Jo" in shown) == (True, True)
    assert (Task.objects.count(), Note.objects.count()) == (0, 0)


def test_an_empty_sheet_is_refused_with_a_sentence(ana):
    shown = post(ana, "sitting-sheet", sitting(ana).pk, points="", minutes="", tasks="").content.decode()
    assert "All three are empty." in shown


def test_a_full_agenda_refuses_the_whole_sheet(ana, monkeypatch):
    one = sitting(ana)
    monkeypatch.setattr("rooted.assembly.calling.MOST_POINTS", 1)
    shown = post(ana, "sitting-sheet", one.pk, **TYPED).content.decode()
    assert ("An agenda has at most 1 points." in shown, one.assembly.points.count()) == (True, 0)

"""assembly:assembly-end"""

from rooted.assembly.models import Speaker
from rooted.assembly.tests.make import assembly, fresh, page, post, sitting, speaker, today


def test_it_asks_first(ana):
    made = assembly(ana)
    assert ("It cannot be opened again." in page(ana, "assembly-end", made.pk), fresh(made).ended_on) == (True, None)


def test_all_sittings_end_and_no_speaking_list_stays(ana):
    made = assembly(ana)
    other = sitting(ana, made)
    speaker(ana, other)
    post(ana, "assembly-end", made.pk)
    assert [fresh(row).ended_on for row in (made, other)] == [today()] * 2
    assert Speaker.objects.count() == 0


def test_the_agenda_of_an_ended_one_takes_no_point(ana):
    made = assembly(ana)
    post(ana, "assembly-end", made.pk)
    shown = post(ana, "agenda-add", made.pk, title="Too late", text="").content.decode()
    assert ("This assembly has ended." in shown, made.points.count()) == (True, 0)

"""assembly:minutes-add"""

from django.utils import timezone

from rooted.assembly import minutes as written
from rooted.assembly import running
from rooted.assembly.burning import let_minutes_burn
from rooted.assembly.tests.make import at, fresh, in_days, minutes, point, post, sitting
from rooted.notes import forms
from rooted.notes.actions import erase_note
from rooted.notes.models import Note
from rooted.notes.reading import newest_of
from rooted.notes.tests import make as notes


def text(member, one) -> str:
    return newest_of(member.seat, fresh(one).minutes).content["text"]


def test_the_first_line_begins_the_minutes_of_that_day(ana):
    one = sitting(ana, shift="Night shift")
    post(ana, "minutes-add", one.pk, text="We are forty.")
    newest = newest_of(ana.seat, fresh(one).minutes)
    assert (newest.content["title"], newest.held_on) == ("The new night rota: Night shift", one.day)
    assert newest.content["text"] == "We are forty."


def test_lines_stand_under_the_point_that_was_spoken_about(ana, bo):
    one = sitting(ana)
    for title, lines in (("Breaks", "ab"), ("Pay", "c")):
        running.set_point(one, point(ana, one.assembly, title))
        for line in lines:
            minutes(bo, one, line)
    assert text(ana, one) == "# Breaks\n\na\n\nb\n\n# Pay\n\nc"


def test_a_line_is_added_to_what_somebody_wrote_on_the_notes_own_page(ana, bo):
    one = sitting(ana)
    minutes(ana, one, "a")
    notes.save(fresh(one).minutes, bo, "rewritten")
    minutes(ana, one, "b")
    assert text(ana, one) == "rewritten\n\nb"


def test_erased_minutes_begin_anew(ana):
    one = sitting(ana)
    minutes(ana, one, "a")
    erase_note(fresh(one).minutes)
    minutes(ana, one, "b")
    assert (text(ana, one), Note.objects.count()) == ("b", 1)


def test_full_minutes_say_what_to_do_and_the_text_comes_back(ana):
    one = sitting(ana)
    for number in range(8):
        minutes(ana, one, str(number) * 3_740)
    shown = post(ana, "minutes-add", one.pk, text="the last straw " * 10).content.decode()
    assert ("The minutes are full." in shown, "the last straw" in shown) == (True, True)


def test_minutes_can_be_written_after_the_end(ana):
    one = sitting(ana)
    running.end_sitting(one, seat=ana.seat, now=timezone.now())
    answer = post(ana, "minutes-add", one.pk, text="from paper")
    assert (answer.url, text(ana, one)) == (at("sitting-detail", ana, one.pk) + "#minutes", "from paper")


def test_they_are_never_longer_than_the_notes_own_page_takes():
    assert (written.LONGEST_TITLE, written.LONGEST_NOTE) == (forms.LONGEST_TITLE, forms.LONGEST_NOTE)


def test_two_taps_write_one_line_and_the_same_words_of_another_stay(ana, bo):
    one = sitting(ana)
    for member in (ana, ana, bo):
        minutes(member, one, "Agreed.\n\nAll of us.")
    assert text(ana, one) == "Agreed.\n\nAll of us.\n\nAgreed.\n\nAll of us."


def test_minutes_begun_after_a_day_was_set_burn_on_that_day(ana):
    one = sitting(ana)
    let_minutes_burn(one.assembly_id, in_days(7))
    post(ana, "minutes-add", one.pk, text="We go on.")
    assert fresh(one).minutes.burns_on == in_days(7)

"""intake:letter-delete, which erases everything when the stranger says so."""

from django.urls import reverse
from django.utils import timezone

from rooted.circles.models import SealedItem
from rooted.intake.actions import write_note
from rooted.intake.models import Message, Note, Thread
from rooted.intake.tests import make

URL = reverse("intake:letter-delete")


def test_one_is_asked_first_and_nothing_is_erased(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    page = stranger.post(URL, {"receipt": receipt})
    assert "This cannot be undone." in page.content.decode()
    assert Thread.objects.count() == 1


def test_everything_is_erased_with_answers_notes_and_the_circles_copies(ana, stranger):
    before = SealedItem.objects.count()
    receipt = make.drop(stranger, ana.group).receipt
    thread = Thread.objects.get()
    make.answer_letter(thread, seat=ana.seat, text="Yes", seen=1, now=timezone.now())
    write_note(thread, seat=ana.seat, text="Careful", now=timezone.now())
    page = stranger.post(URL, {"receipt": receipt, "sure": "yes"})
    assert "Everything is erased" in page.content.decode()
    counts = [model.objects.count() for model in (Thread, Message, Note)]
    kept = SealedItem.objects.exclude(kind="intake.tally")  # numbers alone stay, and the page says so
    assert [*counts, kept.count()] == [0, 0, 0, before]
    assert "a number stays" in page.content.decode()


def test_the_words_open_nothing_afterwards(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    stranger.post(URL, {"receipt": receipt, "sure": "yes"})
    assert make.come_back(stranger, receipt).context["form"].errors


def test_other_letters_stay(ana, stranger):
    kept = make.drop(stranger, ana.group).receipt
    receipt = make.drop(stranger, ana.group).receipt
    stranger.post(URL, {"receipt": receipt, "sure": "yes"})
    assert len(make.come_back(stranger, kept).context["said"]) == 1


def test_unknown_words_erase_nothing(ana, stranger):
    make.drop(stranger, ana.group)
    page = stranger.post(URL, {"receipt": "one two three four five", "sure": "yes"})
    assert "Nothing was erased" in page.content.decode()
    assert Thread.objects.count() == 1


def test_opening_the_address_erases_nothing(db, stranger):
    assert stranger.get(reverse("intake:letter-delete")).url == reverse("intake:receipt")

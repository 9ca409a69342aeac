"""intake:answer-file, a file of an answer for whoever has the words."""

from django.urls import reverse

from rooted.intake.models import SentFile, Thread
from rooted.intake.tests import make
from rooted.intake.tests.test_files import ROTA, answer, drop


def fetch(stranger, receipt, pk):
    return stranger.post(reverse("intake:answer-file"), {"receipt": receipt, "file": str(pk)})


def test_the_stranger_saves_what_the_group_sent(ana, stranger):
    dropped = drop(stranger, ana.group)
    answer(ana, Thread.objects.get(), ROTA)
    response = fetch(stranger, dropped.receipt, SentFile.objects.get().pk)
    assert response.getvalue() == b"Monday: nobody"
    assert response["Content-Disposition"] == 'attachment; filename="file.txt"'


def test_their_own_files_are_not_handed_back(ana, stranger):
    dropped = drop(stranger, ana.group, ROTA)
    response = fetch(stranger, dropped.receipt, SentFile.objects.get().pk)
    assert "Your letter" in response.content.decode()
    assert "Content-Disposition" not in response


def test_the_words_of_another_letter_open_nothing(ana, stranger):
    drop(stranger, ana.group)
    answer(ana, Thread.objects.get(), ROTA)
    other = make.drop(stranger, ana.group, text="Another letter.")
    response = fetch(stranger, other.receipt, SentFile.objects.get().pk)
    assert "Content-Disposition" not in response


def test_unknown_words_and_unknown_files_get_a_page(ana, stranger):
    dropped = drop(stranger, ana.group)
    assert "these words are not known" in fetch(stranger, "no such words at all", 1).content.decode()
    for pk in ("", "x", "9" * 40):
        assert "Your letter" in fetch(stranger, dropped.receipt, pk).content.decode()


def test_looking_leads_to_the_words(stranger):
    assert stranger.get(reverse("intake:answer-file")).url == reverse("intake:receipt")

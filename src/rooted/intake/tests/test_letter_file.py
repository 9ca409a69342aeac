"""intake:letter-file, a file of a letter for a member."""

from django.urls import reverse

from rooted.base.fields import random_id
from rooted.circles.models import FileChunk
from rooted.intake.models import SentFile, Thread
from rooted.intake.tests.test_files import ROTA, answer, drop


def at(member, pk):
    return reverse("intake:letter-file", args=[member.group.address, pk])


def test_a_member_saves_what_the_stranger_sent(ana, bo, stranger):
    drop(stranger, ana.group, ROTA)
    response = bo.client.get(at(bo, SentFile.objects.get().pk))
    assert response.getvalue() == b"Monday: nobody"
    assert response["Content-Disposition"] == 'attachment; filename="file.txt"'
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_and_what_another_member_sent_with_an_answer(ana, bo, stranger):
    drop(stranger, ana.group)
    answer(ana, Thread.objects.get(), ROTA)
    assert bo.client.get(at(bo, SentFile.objects.get().pk)).getvalue() == b"Monday: nobody"


def test_others_get_the_answer_they_get_for_what_is_not_there(ana, cem, stranger, locked):
    drop(stranger, ana.group, ROTA)
    pk = SentFile.objects.get().pk
    paths = [at(ana, pk), at(cem, pk), at(cem, random_id())]
    assert [cem.client.get(path).status_code for path in paths] == [404, 404, 404]
    assert [client.get(at(ana, pk)).status_code for client in (stranger, locked)] == [403, 403]


def test_what_is_damaged_is_not_handed_over(ana, stranger):
    drop(stranger, ana.group, ROTA)
    FileChunk.objects.update(ciphertext=bytes(65_553))
    assert ana.client.get(at(ana, SentFile.objects.get().pk)).status_code == 404

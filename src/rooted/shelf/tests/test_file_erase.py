"""shelf:file-erase, for everyone and for good."""

from rooted.circles.models import FileChunk, SealedFile, SealedItem
from rooted.shelf.actions import erase_file
from rooted.shelf.tests import make


def test_it_is_asked_once_and_the_question_says_that_it_cannot_be_undone(ana):
    made = make.on_shelf(ana)
    path = make.at("file-erase", ana, made.pk)
    assert "This cannot be undone." in ana.client.get(path).content.decode()
    assert ana.client.post(path).status_code == 200
    assert FileChunk.objects.count() == 1


def test_then_nothing_of_it_is_left_for_anybody(ana, bo):
    before = SealedItem.objects.count()
    made, kept = make.on_shelf(ana), make.on_shelf(ana, "kept")
    assert bo.client.post(make.at("file-erase", bo, made.pk), {"sure": "yes"}).status_code == 302
    assert (SealedFile.objects.get(), FileChunk.objects.get().file) == (kept.file, kept.file)
    assert SealedItem.objects.count() == before + 2
    assert ana.client.get(make.at("file-detail", ana, made.pk)).status_code == 404


def test_two_who_erase_at_once_both_see_it_gone(ana):
    made = make.on_shelf(ana)
    erase_file(made)
    erase_file(made)
    assert SealedFile.objects.count() == 0


def test_others_cannot(ana, cem):
    made = make.on_shelf(ana)
    assert cem.client.post(make.at("file-erase", ana, made.pk), {"sure": "yes"}).status_code == 404
    assert SealedFile.objects.count() == 1

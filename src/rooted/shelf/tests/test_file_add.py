"""shelf:file-add, putting files on the shelf."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from rooted.base import pictures
from rooted.base.tests import pictured
from rooted.base.uploads import LARGEST, Upload
from rooted.circles import files
from rooted.circles.models import FileChunk, SealedFile, SealedItem
from rooted.groups.removals import confirm_removal, propose_removal
from rooted.groups.tests.make import circle, member
from rooted.shelf.actions import put_on_shelf
from rooted.shelf.models import ShelfFile
from rooted.shelf.tests import make


def test_the_page_says_the_limits_and_who_can_open_it(ana):
    html = ana.client.get(make.at("file-add", ana)).content.decode()
    assert "Up to 5 files, 15 MB together" in html
    assert "only members can open them" in html
    assert 'enctype="multipart/form-data"' in html
    assert "Who can read it?" not in html


def test_every_member_fetches_what_one_added(ana, bo):
    assert make.add(ana, ("rota.txt", b"Monday: Bo")).status_code == 302
    assert make.fetch(bo, ShelfFile.objects.get()) == b"Monday: Bo"


def test_a_picture_loses_what_is_not_seen(ana):
    make.add(ana, ("IMG_20260312.jpg", pictured.marked("JPEG")))
    assert make.fetch(ana, ShelfFile.objects.get()) == pictures.repaint(pictured.saved("JPEG"))


def test_several_files_get_one_title_with_numbers(ana):
    make.add(ana, ("a.txt", b"a"), ("b.txt", b"b"), title="Contract")
    rows = ana.client.get(make.at("file-list", ana)).context["rows"]
    assert sorted(row.title for row in rows) == ["Contract 1", "Contract 2"]


def test_a_file_for_a_small_circle_is_not_there_for_the_others(ana, bo):
    eva = member(ana, "eva")
    circle(ana, bo, name="Car share")
    page = ana.client.get(make.at("file-add", ana))
    key = page.context["form"].fields["circle"].choices[1][0]
    assert make.add(ana, ("a.txt", b"a"), circle=key).status_code == 302
    made = ShelfFile.objects.get()
    assert make.fetch(bo, made) == b"a"
    assert "Only for Car share." in bo.client.get(make.at("file-list", bo)).content.decode()
    gone = [eva.client.get(make.at(page, eva, made.pk)) for page in ("file-detail", "file-download", "file-erase")]
    assert [page.status_code for page in gone] == [404, 404, 404]
    assert eva.client.get(make.at("file-list", eva)).context["rows"] == []


def test_a_circle_that_is_not_ones_own_cannot_be_chosen(ana, bo):
    eva = member(ana, "eva")
    circle(ana, bo)
    key = ana.client.get(make.at("file-add", ana)).context["form"].fields["circle"].choices[1][0]
    make.add(eva, ("a.txt", b"a"), circle=key)
    assert [on_shelf.item.circle_id for on_shelf in ShelfFile.objects.all()] in ([], [ana.group.circle_id])


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ([], "Choose a file."),
        ([("a.exe", b"MZ\x90\0")], "“a.exe” cannot be kept. Send pictures (JPEG, PNG, WebP), PDF or plain text."),
        ([("a.txt", b"a"), ("b.gif", b"GIF89a\0")], "“b.gif” cannot be kept."),
        ([("a.txt", b"x" * (LARGEST + 1))], "more than 15 MB together"),
        ([(f"{number}.txt", b"a") for number in range(6)], "more than 5 files"),
        ([("a.png", pictured.bomb_png(4_000, 3_001))], "more than 12 million points"),
        ([("a.jpg", pictured.saved("JPEG")[:300])], "damaged or incomplete"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence_and_nothing_is_kept(ana, sent, said):
    response = make.add(ana, *sent, title="The title typed")
    html = response.content.decode()
    assert said in html
    assert 'value="The title typed"' in html
    assert ("Choose the files again" in html) == bool(sent)
    assert (ShelfFile.objects.count(), FileChunk.objects.count()) == (0, 0)


def test_without_room_nothing_of_several_is_kept(ana, settings):
    settings.CIRCLE_MEGABYTES = 1
    before = SealedItem.objects.count()
    response = make.add(ana, ("a.txt", b"a" * 900_000), ("b.txt", b"b" * 900_000))
    assert "There is no room for more files here." in response.content.decode()
    assert (SealedFile.objects.count(), FileChunk.objects.count(), SealedItem.objects.count()) == (0, 0, before)
    assert files.used(ana.group.circle) == 0


def test_whoever_was_removed_meanwhile_adds_nothing(ana, bo):
    eva = member(ana, "eva")
    seat, today = eva.seat, timezone.now().date()
    propose_removal(ana.seat, seat.pk, today=today)
    confirm_removal(bo.seat, seat.pk, today=today)
    upload = Upload("a.txt", "text/plain", b"a")
    with pytest.raises(ValidationError, match="no longer among those"):
        put_on_shelf(seat, keys=seat.keys, title="a", uploads=[upload], now=timezone.now())
    assert ShelfFile.objects.count() == 0


def test_title_and_name_stand_in_no_column(ana):
    make.add(ana, ("zqcanary.txt", b"zqcanary " * 9), title="zqcanary")
    columns = [bytes(item.ciphertext) for item in SealedItem.objects.all()]
    columns += [bytes(chunk.ciphertext) for chunk in FileChunk.objects.all()]
    assert not [column for column in columns if b"zqcanary" in column]

"""Files with letters and answers: sealed together, opened by those who may, erased together."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from rooted.base import pictures
from rooted.base.tests import pictured
from rooted.circles.actions import rotate_some
from rooted.circles.models import FileChunk, SealedFile, SealedItem
from rooted.groups.actions import close_group
from rooted.intake.actions import close_thread, erase_expired, erase_thread
from rooted.intake.models import KEPT_DAYS, Message, SentFile, Thread
from rooted.intake.tests import make

ROTA = ("rota.txt", b"Monday: nobody")


def sent(*pairs):
    return {"files": [SimpleUploadedFile(name, data) for name, data in pairs]}


def drop(stranger, group, *pairs, **fields):
    return make.drop(stranger, group, **sent(*pairs), **fields)


def answer(member, thread, *pairs, text="Look at this."):
    path = reverse("intake:letter-answer", args=[member.group.address, thread.pk])
    seen = Thread.objects.get(pk=thread.pk).length
    return member.client.post(path, {"text": text, "seen": seen, **sent(*pairs)})


def letter_page(member, thread):
    return member.client.get(reverse("intake:letter-detail", args=[member.group.address, thread.pk]))


def test_a_letter_brings_files_that_the_members_see(ana, bo, stranger):
    drop(stranger, ana.group, ROTA, ("IMG_1.jpg", pictured.marked("JPEG")))
    page = letter_page(bo, Thread.objects.get())
    assert [(one.open_file.name, one.kind) for one in page.context["files"]] == [
        ("rota.txt", "Text"), ("picture.jpg", "Picture"),
    ]  # fmt: skip
    assert "From the person who wrote." in page.content.decode()


def test_a_letter_without_files_goes_as_before(ana, stranger):
    dropped = make.drop(stranger, ana.group)
    assert dropped.receipt
    assert "Files that came with it" not in letter_page(ana, Thread.objects.get()).content.decode()
    assert (Message.objects.count(), SentFile.objects.count()) == (1, 0)


def test_the_letter_page_says_the_limits(ana, stranger):
    html = stranger.get(reverse("intake:letter", args=[ana.group.address])).content.decode()
    assert "Up to 5 files, 15 MB together" in html
    assert 'enctype="multipart/form-data"' in html


def test_the_stranger_sees_how_many_and_not_what_they_sent(ana, stranger):
    dropped = drop(stranger, ana.group, ROTA, ROTA)
    html = make.come_back(stranger, dropped.receipt).content.decode()
    assert "You sent 2 files." in html
    assert "rota" not in html


def test_the_same_page_sent_twice_brings_its_files_once(ana, stranger):
    dropped = drop(stranger, ana.group, ROTA)
    path = reverse("intake:letter", args=[ana.group.address])
    again = stranger.post(path, dropped.posted | sent(ROTA))
    assert make.words_in(again.content.decode()) == dropped.receipt
    assert (Message.objects.count(), SentFile.objects.count(), SealedFile.objects.count()) == (1, 1, 1)


def test_a_further_letter_brings_files_too(ana, stranger):
    dropped = make.drop(stranger, ana.group)
    html = make.come_back(stranger, dropped.receipt).content.decode()
    url = reverse("intake:letter-more")
    more = {"receipt": dropped.receipt, "token": make.hidden(html, "token", url), "text": "Here it is.", **sent(ROTA)}
    assert "You sent 1 file." in stranger.post(url, more).content.decode()
    assert stranger.post(url, more | sent(ROTA)).status_code == 200
    assert (Message.objects.count(), SentFile.objects.count()) == (2, 1)


def test_a_wrong_file_refuses_the_letter_and_the_text_comes_back(ana, stranger):
    page = make.fill_page(stranger, ana.group, text="They kept the deposit.")
    path = reverse("intake:letter", args=[ana.group.address])
    html = stranger.post(path, page | sent(("a.exe", b"MZ\0"))).content.decode()
    assert "“a.exe” cannot be kept." in html
    assert "They kept the deposit." in html
    assert "Choose the files again." in html
    assert (Thread.objects.count(), SealedItem.objects.filter(kind="circles.dropped_file").count()) == (0, 0)


def test_without_room_the_letter_can_go_without_its_files(ana, stranger, settings):
    settings.CIRCLE_MEGABYTES = 0
    page = make.fill_page(stranger, ana.group)
    path = reverse("intake:letter", args=[ana.group.address])
    html = stranger.post(path, page | sent(ROTA)).content.decode()
    assert "There is no room for files here at the moment." in html
    assert Thread.objects.count() == 0
    assert make.words_in(stranger.post(path, page).content.decode())


def test_an_answer_brings_files_for_the_stranger_and_the_group(ana, bo, stranger):
    dropped = make.drop(stranger, ana.group)
    thread = Thread.objects.get()
    assert answer(ana, thread, ROTA, ("law.pdf", pictured.PDF)).status_code == 302
    shown = make.come_back(stranger, dropped.receipt).context["files"]
    assert [one.open_file.name for one in shown] == ["rota.txt", "law.pdf"]
    assert [one.open_file.name for one in letter_page(bo, thread).context["files"]] == ["rota.txt", "law.pdf"]


def test_a_wrong_file_or_no_room_keeps_the_answer_typed(ana, stranger, settings):
    make.drop(stranger, ana.group)
    thread = Thread.objects.get()
    wrong = answer(ana, thread, ("a.gif", b"GIF89a\0"), text="Typed with care").content.decode()
    settings.CIRCLE_MEGABYTES = 0
    full = answer(ana, thread, ROTA, text="Typed with care").content.decode()
    assert "“a.gif” cannot be kept." in wrong
    assert "There is no room for more files here." in full
    assert [("Typed with care" in html, "Choose the files again." in html) for html in (wrong, full)] == [
        (True,) * 2
    ] * 2
    assert Message.objects.count() == 1


def test_an_answer_that_was_overtaken_says_that_files_have_to_be_chosen_again(ana, bo, stranger):
    make.drop(stranger, ana.group)
    thread = Thread.objects.get()
    path = reverse("intake:letter-answer", args=[ana.group.address, thread.pk])
    html = ana.client.post(path, {"text": "Late", "seen": 0, **sent(ROTA)}).content.decode()
    assert "Choose the files again." in html
    assert SentFile.objects.count() == 0


def test_files_are_erased_with_the_thread_and_on_the_same_day(ana, stranger):
    for how in ("stranger", "expiry", "group"):
        drop(stranger, ana.group, ROTA)
        thread = Thread.objects.get()
        answer(ana, thread, ROTA)
        items = SealedItem.objects.filter(file__isnull=False)
        thread.refresh_from_db()
        assert set(items.values_list("expires_on", flat=True)) == {thread.expires_on}
        if how == "stranger":
            erase_thread(thread)
        elif how == "expiry":
            erase_expired(thread.expires_on)
        else:
            close_group(ana.group, today=timezone.now().date())
        left = (SealedFile.objects.count(), FileChunk.objects.count(), SentFile.objects.count(), items.count())
        assert left == (0, 0, 0, 0)


def test_closing_a_thread_moves_the_day_of_its_files(ana, stranger):
    drop(stranger, ana.group, ROTA)
    thread = Thread.objects.get()
    later = timezone.now().date() + timedelta(days=9)
    close_thread(thread, today=later)
    items = SealedItem.objects.filter(file__isnull=False)
    assert set(items.values_list("expires_on", flat=True)) == {later + timedelta(days=KEPT_DAYS)}


def test_nothing_of_a_file_stands_in_any_column(ana, stranger):
    dropped = drop(stranger, ana.group, ("zqcanary.txt", b"zqcanary " * 50))
    answer(ana, Thread.objects.get(), ("zqcanary.txt", b"zqcanary " * 50))
    assert dropped.receipt
    blobs = [
        bytes(value)
        for model in (SealedItem, SealedFile, FileChunk, SentFile, Message)
        for row in model.objects.values_list()
        for value in row
        if isinstance(value, bytes | memoryview)
    ]
    assert len(blobs) > 10
    assert not [blob for blob in blobs if b"zqcanary" in blob]


def test_pictures_of_strangers_hold_nothing_planted(ana, stranger):
    drop(stranger, ana.group, ("a.png", pictured.marked("PNG")))
    (one,) = letter_page(ana, Thread.objects.get()).context["files"]
    path = reverse("intake:letter-file", args=[ana.group.address, one.sent.pk])
    assert ana.client.get(path).getvalue() == pictures.repaint(pictured.saved("PNG"))


@pytest.mark.parametrize("by", ["member", "stranger"])
def test_after_a_change_of_keys_the_files_still_open(ana, bo, stranger, by):
    dropped = drop(stranger, ana.group, ROTA)
    thread = Thread.objects.get()
    answer(ana, thread, ROTA)
    bo.client.post(reverse("groups:seat-part", args=[bo.group.address]), {"sure": "yes"})
    while rotate_some(ana.seat.keys):
        pass
    assert not SealedItem.objects.filter(epoch__lt=F("circle__epoch")).exists()
    if by == "member":
        assert [one.open_file.name for one in letter_page(ana, thread).context["files"]] == ["rota.txt"] * 2
    else:
        assert [one.open_file.name for one in make.come_back(stranger, dropped.receipt).context["files"]] == [
            "rota.txt"
        ]

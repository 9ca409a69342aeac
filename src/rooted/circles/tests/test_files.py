import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as here
from django.core.exceptions import ValidationError

from rooted.base import seal
from rooted.circles import actions, files
from rooted.circles.models import FileChunk, SealedFile, SealedItem
from rooted.circles.tests import make

pytestmark = pytest.mark.django_db

CHUNK = seal.STREAM_CHUNK


def content(size):
    return (bytes(range(251)) * (size // 251 + 1))[:size]


def read(keys, file):
    return b"".join(files.read_chunks(keys, file))


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 17 * CHUNK, 1_200_000])
def test_what_was_stored_is_read_by_everyone_in_the_circle(size):
    ana, bo = make.key(), make.key()
    keys = make.circle(ana, bo)
    file = files.store(keys, "rota.txt", "text/plain", content(size))
    assert read(bo.open(keys.circle), SealedFile.objects.get(pk=file.pk)) == content(size)


def test_an_open_file_says_its_name_kind_and_size():
    keys = make.circle(make.key())
    opened = files.open_file(keys, files.store(keys, "rota.txt", "text/plain", b"Monday"))
    assert (opened.name, opened.media_type, opened.size) == ("rota.txt", "text/plain", 6)


def test_a_stranger_drops_a_file_in_that_only_the_circle_reads():
    ana, cem = make.key(), make.key()
    circle = make.circle(ana).circle
    file = files.store(circle, "photo.jpg", "image/jpeg", b"pixels")
    assert read(ana.open(circle), file) == b"pixels"
    with pytest.raises(seal.Closed):
        read(make.circle(cem), file)


def test_neither_name_nor_content_nor_exact_length_stand_in_any_column():
    keys = make.circle(make.key())
    for size in (1, 100, 10_000):
        files.store(keys, "zqcanary-name", "text/plain", b"zqcanary-content" * size)
    rows = [
        bytes(value)
        for model in (SealedItem, SealedFile, FileChunk)
        for row in model.objects.values_list()
        for value in row
        if isinstance(value, bytes | memoryview)
    ]
    assert not [row for row in rows if b"zqcanary" in row]


def test_files_of_1_byte_to_64_kib_look_alike():
    keys = make.circle(make.key())
    stored = [files.store(keys, "f", "text/plain", b"x" * size) for size in (1, 300, 65_536)]
    assert {file.size_class for file in stored} == {CHUNK}
    assert {file.item.size_class for file in stored} == {256}
    assert {len(row.ciphertext) for row in FileChunk.objects.all()} == {CHUNK + 17}


def test_a_size_class_takes_at_most_an_eighth_more():
    sizes = [CHUNK * 8 + 1, 1_000_000, 3_333_333, 15_000_000, 15 * files.MEGABYTE]
    assert [files.size_class(size) for size in sizes] == [9 * CHUNK, 16 * CHUNK, 3_407_872, 15_728_640, 15_728_640]
    assert all(size <= files.size_class(size) <= size * 1.126 for size in sizes)


@pytest.mark.parametrize("harm", ["cut", "swapped", "changed", "longer", "header"])
def test_a_file_that_was_cut_swapped_or_changed_does_not_open(harm):
    keys = make.circle(make.key())
    file = files.store(keys, "f", "text/plain", content(3 * CHUNK))
    first, second, last = FileChunk.objects.order_by("place")
    if harm == "cut":
        last.delete()
    elif harm == "swapped":
        FileChunk.objects.filter(pk=first.pk).update(ciphertext=second.ciphertext)
        FileChunk.objects.filter(pk=second.pk).update(ciphertext=first.ciphertext)
    elif harm == "changed":
        FileChunk.objects.filter(pk=second.pk).update(ciphertext=bytes(CHUNK + 17))
    elif harm == "longer":
        FileChunk.objects.create(file=file, place=3, ciphertext=last.ciphertext)
        file.size_class += CHUNK
    else:
        file.header = seal.VERSION + bytes(24)
    with pytest.raises(seal.Closed):
        read(keys, file)


def test_the_chunks_of_one_file_do_not_open_as_another():
    keys = make.circle(make.key())
    one, other = (files.store(keys, "f", "text/plain", content(10)) for _number in range(2))
    other.header = one.header
    FileChunk.objects.filter(file=other).delete()
    FileChunk.objects.filter(file=one).update(file=other)
    opened = files.OpenFile(other, "f", "text/plain", 10, files.open_file(keys, one).key)
    with pytest.raises(seal.Closed):
        list(files.chunks_of(opened))


def test_a_change_of_keys_moves_the_item_and_leaves_the_chunks():
    ana, bo = make.key(), make.key()
    keys = make.circle(ana, bo)
    stored = [files.store(keys, "f", "text/plain", b"old"), files.store(keys.circle, "g", "text/plain", b"dropped")]
    before = list(FileChunk.objects.order_by("pk").values_list("ciphertext", flat=True))
    actions.expel(keys.circle, keys.secrets, bo.holder)
    while actions.rotate_some(ana.open(keys.circle)):
        pass
    assert set(SealedItem.objects.values_list("epoch", flat=True)) == {2}
    assert list(FileChunk.objects.order_by("pk").values_list("ciphertext", flat=True)) == before
    again = [SealedFile.objects.select_related("item").get(pk=file.pk) for file in stored]
    assert [read(ana.open(keys.circle), file) for file in again] == [b"old", b"dropped"]


def test_erasing_the_item_erases_the_file():
    keys = make.circle(make.key())
    kept, erased = (files.store(keys, "f", "text/plain", b"x") for _number in range(2))
    actions.erase(SealedItem.objects.filter(pk=erased.item_id))
    assert [SealedFile.objects.get(), FileChunk.objects.get().file] == [kept, kept]


def test_a_circle_without_room_refuses_and_keeps_nothing(settings):
    settings.CIRCLE_MEGABYTES = 1
    keys = make.circle(make.key())
    files.store(keys, "f", "text/plain", content(10 * CHUNK))
    with pytest.raises(ValidationError, match="no room for more files"):
        files.store(keys, "f", "text/plain", content(7 * CHUNK))
    files.store(keys, "f", "text/plain", content(6 * CHUNK))
    assert (files.used(keys.circle), SealedItem.objects.count()) == (files.room(), 2)


def test_strangers_fill_only_half_of_a_circle(settings):
    settings.CIRCLE_MEGABYTES = 1
    keys = make.circle(make.key())
    files.store(keys.circle, "f", "text/plain", content(8 * CHUNK))
    with pytest.raises(ValidationError, match="no room for files here at the moment"):
        files.store(keys.circle, "f", "text/plain", b"x")
    assert files.store(keys, "f", "text/plain", b"x").size_class == CHUNK


def test_the_bytes_of_an_erased_file_leave_sqlites_files(tmp_path):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ROOTED_")}
    environment |= {"ROOTED_DATA": str(tmp_path), "PYTHONPATH": f"{here.SOURCE / 'src'}:{here.SOURCE}"}
    environment |= {"DJANGO_SETTINGS_MODULE": "rooted.config.settings"}
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("file_erased.py")],
        env=environment,
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"stored": 40, "erased": 0}

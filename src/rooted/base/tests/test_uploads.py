import codecs
import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from rooted.base import forms, pictures, uploads
from rooted.base.tests import pictured

JPEG = pictured.saved("JPEG")


class FilesForm(forms.Form):
    title = forms.forms.CharField(max_length=5)
    files = forms.FilesField()


def refused(name, data):
    with pytest.raises(ValidationError) as refusal:
        uploads.accept(name, data)
    return refusal.value.messages[0]


def posted(fields):
    return RequestFactory().post("/", fields)


@pytest.mark.parametrize(
    ("name", "data", "kept"),
    [
        ("IMG_20260312_081234.jpg", JPEG, ("picture.jpg", "image/jpeg")),
        ("drawing.png", pictured.saved("PNG"), ("picture.jpg", "image/jpeg")),
        ("rota.exe", pictured.saved("WEBP"), ("picture.jpg", "image/jpeg")),
        ("letter.doc", pictured.PDF, ("letter.pdf", "application/pdf")),
        ("rota", "Måndag, الاثنين\n".encode(), ("rota.txt", "text/plain")),
        (r"C:\Users\ana\list.csv", b"a;b\r\n", ("list.txt", "text/plain")),
        ("../../etc/passwd", b"x", ("passwd.txt", "text/plain")),
        ("\u202egpj.exe\0\n", b"x", ("gpj.txt", "text/plain")),
        ("", b"x", ("file.txt", "text/plain")),
        ("x" * 200, b"x", ("x" * 80 + ".txt", "text/plain")),
    ],
)
def test_the_first_bytes_say_what_a_file_is_and_its_name_does_not(name, data, kept):
    upload = uploads.accept(name, data)
    assert (upload.name, upload.media_type) == kept


@pytest.mark.parametrize(
    "data",
    [
        b"MZ\x90\x00\x03",
        b"\x7fELF\x02",
        b"GIF89a" + bytes(20),
        b"BM" + bytes(60),
        b"II*\x00" + bytes(60),
        b"\x00\x00\x00\x18ftypheic" + bytes(40),
        b"{\\rtf1 a}",
        b"PK\x03\x04" + bytes(40),
        b"<html><script>alert(1)</script>",
        b" \n<!DOCTYPE html>",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<?xml version='1.0'?><svg/>",
        b"caf\xe9 \x81",
        "Привет, сосед".encode("cp1251"),
        b"\xe9t\xe9",
        b"caf\xe9\0 closed",
        b"caf\xe9 <script>alert(1)</script>",
        "<script>alert(1)</script>".encode("utf-16"),
        "{\\rtf1 a}".encode("utf-16"),
        "a\x1b[2J".encode("utf-16"),
        "no mark".encode("utf-16-le"),
        codecs.BOM_UTF16_LE + b"a\0b",
        codecs.BOM_UTF16_BE + b"\xd8\x00",
        codecs.BOM_UTF16_LE + "\ue000\uffff".encode("utf-16-le"),
        codecs.BOM_UTF16_LE + pictured.archive(),
        b"a\0b",
        b"\x1b[2J",
        b"x %PDF-1.4 hidden %%EOF",
        pictured.archive(),
        pictured.PDF[:-40],
        b"%PDF-x",
        b"%PDF-1.4\n",
        b"%PDF-1.4\n<html><script>alert(1)</script>" + pictured.PDF[9:],
        pictured.PDF + pictured.archive(),
        pictured.PDF + b"MZ and what follows",
        b"GIF89a" + pictured.archive(),
    ],
)
def test_everything_else_is_refused_with_what_can_be_sent(data):
    sentence = refused("picture.jpg", data)
    assert sentence == "“picture.jpg” cannot be kept. Send pictures (JPEG, PNG, WebP), PDF or plain text."


@pytest.mark.parametrize("hung_on", [pictured.archive(), pictured.PDF, b"<script>alert(1)</script>", b"MZ\x90" * 50])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_is_a_picture_and_something_else_comes_out_as_a_picture_alone(kind, hung_on):
    plain = pictured.saved(kind)
    assert uploads.accept("both.jpg", plain + hung_on).data == pictures.repaint(plain)


def test_a_picture_too_large_broken_or_empty_is_refused_by_name():
    assert refused("wall.png", pictured.bomb_png(4_000, 3_001)) == (
        "“wall.png” has more than 12 million points. Make it smaller."
    )
    assert refused("wall.jpg", JPEG[:200]) == "“wall.jpg” is a picture that is damaged or incomplete."
    assert refused("<b>\u202e.txt", b"") == "“<b>.txt” is empty."


def test_a_pdf_and_a_text_are_kept_byte_by_byte():
    assert uploads.accept("a.pdf", pictured.PDF).data == pictured.PDF
    assert uploads.accept("a.txt", b"a < b\r\n").data == b"a < b\r\n"


ENTRIES = "Zażółć, Μέρος, الاثنين 3 €\r\n"


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_text_in_utf_16_is_kept_as_utf_8(mark):
    ending = "le" if mark == codecs.BOM_UTF16_LE else "be"
    upload = uploads.accept("rota.txt", mark + ENTRIES.encode(f"utf-16-{ending}"))
    assert (upload.media_type, upload.data.decode()) == (uploads.TEXT, ENTRIES)


@pytest.mark.parametrize("text", ["café", "Müller – “Straße” 3 €, ½ hour", "Se reunió aquí ¿cuándo?"])
def test_a_text_in_the_western_letters_of_windows_is_kept_byte_by_byte(text):
    sent = text.encode("cp1252")
    assert uploads.accept("rota.txt", sent) == uploads.Upload("rota.txt", uploads.TEXT, sent)


def test_a_name_of_3000_letters_loses_nothing():
    request = posted({"title": "rota", "files": SimpleUploadedFile("س" * 3_000 + ".txt", b"a")})
    form = FilesForm(request.POST, request.FILES)
    assert form.is_valid()
    assert [upload.data for upload in form.cleaned_data["files"]] == [b"a"]


@given(st.text(max_size=40), st.binary(max_size=200))
def test_whatever_is_sent_is_kept_or_refused_with_a_sentence(name, data):
    try:
        upload = uploads.accept(name, data)
    except ValidationError:
        return
    assert upload.media_type in uploads.ENDINGS
    assert len(upload.name) <= uploads.LONGEST_NAME + 4
    assert upload.name.isprintable()


def test_a_form_gives_all_files_chosen():
    request = posted({"title": "rota", "files": [SimpleUploadedFile("a.txt", b"a"), SimpleUploadedFile("b", b"b")]})
    form = FilesForm(request.POST, request.FILES)
    assert form.is_valid()
    assert [upload.name for upload in form.cleaned_data["files"]] == ["a.txt", "b.txt"]


def test_a_file_over_2_megabytes_is_held_in_memory():
    """Django's own handler leaves such a file to the one that writes to the disk."""
    request = posted({"files": SimpleUploadedFile("a.txt", b"a" * 3_000_000)})
    sent = request.FILES["files"]
    assert (type(sent.file), sent.size) == (io.BytesIO, 3_000_000)


def test_six_files_and_16_megabytes_are_refused_and_the_text_is_kept():
    six = [SimpleUploadedFile(f"{number}.txt", b"a") for number in range(6)]
    large = SimpleUploadedFile("a.txt", b"a" * (uploads.LARGEST + 1))
    found = []
    for files in (six, large):
        request = posted({"title": "rota", "files": files})
        form = FilesForm(request.POST, request.FILES)
        found.append((form.errors["files"], form["title"].value()))
    assert found == [
        (["These are more than 5 files. Choose at most 5, and send the others afterwards."], "rota"),
        (["These files are more than 15 MB together. Choose fewer or smaller ones."], "rota"),
    ]


def test_of_too_much_nothing_is_held():
    request = posted({"files": SimpleUploadedFile("a.txt", b"a" * (uploads.LARGEST + 70_000))})
    assert len(request.FILES["files"].file.getvalue()) <= uploads.LARGEST


def test_a_form_that_comes_back_says_that_files_have_to_be_chosen_again():
    request = posted({"title": "too long", "files": SimpleUploadedFile("a.txt", b"a")})
    assert "Choose the files again. A browser does not keep them." in str(FilesForm(request.POST, request.FILES))
    without = posted({"title": "too long"})
    assert "Choose the files again" not in str(FilesForm(without.POST, without.FILES))


def test_the_field_says_its_limits_and_chooses_many():
    page = str(FilesForm())
    assert "Up to 5 files, 15 MB together" in page
    assert 'type="file"' in page
    assert "multiple" in page
    assert f'accept="{uploads.ACCEPT}"' in page


def test_a_field_that_may_be_empty_gives_no_files():
    assert forms.FilesField(required=False).clean([]) == []
    with pytest.raises(ValidationError):
        forms.FilesField().clean([])


def test_a_download_is_saved_under_a_name_that_tells_nothing(client, settings):
    response = uploads.download(iter([b"ab", b"c"]), media_type="application/pdf", size=3)
    assert (response.getvalue(), response["Content-Length"]) == (b"abc", "3")
    assert response["Content-Disposition"] == 'attachment; filename="file.pdf"'
    assert uploads.download([], media_type="text/html", size=0)["Content-Type"] == "application/octet-stream"

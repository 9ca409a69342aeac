"""Files that people send and fetch: held in memory only, known by their first bytes and not by their names.

Taken are pictures (repainted, base/pictures.py), PDF and plain text; everything else is refused with a sentence.
Text comes as UTF-8, as UTF-16 with its mark (kept as UTF-8), or as Windows wrote it for Western languages (kept as it
came: which of its alphabets was meant only its reader sees).
"""

import codecs
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import StreamingHttpResponse, multipartparser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.base import pictures

View = TypeVar("View", bound=Callable[..., Any])

LARGEST = 15 * 1024 * 1024  # bytes of all files of one request together
MOST = 5
LONGEST_NAME = 80
# Bytes before each file in a form, its name among them. Beyond Django's 1,024 a long name would lose the whole page.
multipartparser.MAX_TOTAL_HEADER_SIZE = 16_384  # type: ignore[attr-defined]
TEXT, PDF = "text/plain", "application/pdf"
ENDINGS = {pictures.JPEG: "jpg", PDF: "pdf", TEXT: "txt"}
KINDS = {pictures.JPEG: gettext_lazy("Picture"), PDF: gettext_lazy("PDF"), TEXT: gettext_lazy("Text")}
ACCEPT = "image/jpeg,image/png,image/webp,application/pdf,text/plain"
CUT_HEADER = "HTTP_ROOTED_CUT"  # set by our own server (operate/receiving.py), never believed from outside

_MARKUP = re.compile(rb"<\s*(?:!doctype|html|head|body|script|svg|\?php|\?xml|iframe)\b", re.IGNORECASE)
_SNIFFED = 2_048  # bytes at the beginning that a program may look at to guess the kind
_NOT_ASCII = bytes(range(128, 256))
_NOT_WESTERN = b"\x81\x8d\x8f\x90\x9d"  # stand for nothing in Windows-1252
_PDF_START = re.compile(rb"%PDF-[12]\.\d[\r\n \t%]")


@dataclass(frozen=True)
class Upload:
    """A file as it may be kept: what it is called, its kind, its bytes."""

    name: str
    media_type: str
    data: bytes


class Keeping(Protocol):
    """What a view may keep files in while they come in; `take` raises ValueError for what is too much."""

    def take(self, piece: bytes) -> None: ...


def kept_in(keeping: Callable[[], Keeping]) -> Callable[[View], View]:
    """Decorator: the files sent to this view go piece by piece into a `keeping` of their own, whose limit holds.

    The field's file then has it as `kept`, and no content of its own.
    """

    def mark(view: View) -> View:
        view.files_kept_in = keeping  # type: ignore[attr-defined]
        return view

    return mark


class InMemory(FileUploadHandler):
    """Keeps files in memory, 15 MB in all; of what is more it keeps nothing and says so in `refused`."""

    kept: Keeping | None = None

    def handle_raw_input(
        self, input_data: Any, META: dict[str, Any], content_length: int, boundary: str, encoding: str | None = None
    ) -> None:
        self.total = 0
        self.refused = META.get(CUT_HEADER, "")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.file = io.BytesIO()
        match = self.request.resolver_match if self.request else None
        keeping = getattr(match.func, "files_kept_in", None) if match else None
        self.kept = keeping() if keeping else None

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self.kept is not None:
            self.hand_on(self.kept, raw_data)
            return
        self.total += len(raw_data)
        if self.total > LARGEST:
            self.refused = "size"
        if not self.refused:
            self.file.write(raw_data)

    def hand_on(self, kept: Keeping, piece: bytes) -> None:
        if not self.refused:
            try:
                kept.take(piece)
            except ValueError:
                self.refused = "size"

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.file.seek(0)
        sent = InMemoryUploadedFile(self.file, self.field_name, self.file_name or "", "", file_size, None)
        sent.refused, sent.kept = self.refused, self.kept  # type: ignore[attr-defined]
        return sent


def accept_all(sent: list[Any]) -> list[Upload]:
    """The files of one field as they may be kept; raises ValidationError with what to do."""
    refused = {getattr(file, "refused", "") for file in sent}
    if "busy" in refused:
        raise ValidationError(_("Many files are being sent at this moment. Try again in a minute."), code="busy")
    if "size" in refused or sum(file.size for file in sent) > LARGEST:
        raise _too_much()
    if len(sent) > MOST:
        raise ValidationError(_("These are more than 5 files. Choose at most 5, and send the others afterwards."))
    uploads = [accept(file.name, file.read()) for file in sent]
    if sum(len(upload.data) for upload in uploads) > 2 * LARGEST:  # painted anew, noise grows
        raise _too_much()
    return uploads


def _too_much() -> ValidationError:
    return ValidationError(_("These files are more than 15 MB together. Choose fewer or smaller ones."), code="size")


def accept(name: str, data: bytes) -> Upload:
    """One file as it may be kept; raises ValidationError with a sentence that names it."""
    if not data:
        raise _refusal(name, _("“%(name)s” is empty."))
    if pictures.is_picture(data):
        try:
            return Upload(_called("picture", pictures.JPEG), pictures.JPEG, pictures.repaint(data))
        except pictures.Busy:
            busy = _("Many pictures are being sent at this moment. Try again in a minute.")
            raise ValidationError(busy, code="busy") from None
        except pictures.TooLarge:
            raise _refusal(name, _("“%(name)s” has more than 12 million points. Make it smaller.")) from None
        except pictures.Broken:
            raise _refusal(name, _("“%(name)s” is a picture that is damaged or incomplete.")) from None
    if _is_pdf(data):
        return Upload(_called(name, PDF), PDF, data)
    if text := _text_of(data):
        return Upload(_called(name, TEXT), TEXT, text)
    raise _refusal(name, _("“%(name)s” cannot be kept. Send pictures (JPEG, PNG, WebP), PDF or plain text."))


def _refusal(name: str, sentence: str) -> ValidationError:
    return ValidationError(sentence % {"name": _readable(name) or "?"}, code="kind")


def _is_pdf(data: bytes) -> bool:
    """Begins and ends as a PDF, and is not at the same time an archive or a page."""
    end = data[-1_024:].rstrip(b"\0\r\n\t ")
    return (
        _PDF_START.match(data) is not None
        and end.endswith(b"%%EOF")
        and b"startxref" in data[-2_048:]
        and _is_nothing_else(data)
    )


def _is_text(data: bytes) -> bool:
    """UTF-8 without control characters, and neither a page nor the beginning of something else."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    strange = any(unicodedata.category(letter) == "Cc" and letter not in "\t\n\r\f" for letter in set(text))
    return not strange and b"%PDF" not in data[:_SNIFFED] and not data.startswith(b"{\\rtf") and _is_nothing_else(data)


def _text_of(data: bytes) -> bytes:
    """The text as it is kept; empty for what is no text."""
    text = _from_utf_16(data) or data
    return text if _is_text(text) or _is_western_text(text) else b""


def _from_utf_16(data: bytes) -> bytes:
    """What begins with the mark of UTF-16 as UTF-8; empty for everything else."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return b""
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        return b""
    unknown = any(unicodedata.category(letter) in {"Cn", "Co"} for letter in set(text))
    return b"" if unknown else text.encode()


def _is_western_text(data: bytes) -> bool:
    """Windows-1252 that is clearly text: three quarters of it or more are ASCII, and it knows every byte."""
    plain = data.translate(None, _NOT_ASCII)
    known = data.translate(None, _NOT_WESTERN) == data
    return known and 4 * len(plain) >= 3 * len(data) and _is_text(plain) and _is_nothing_else(data)


def _is_nothing_else(data: bytes) -> bool:
    return _MARKUP.search(data[:_SNIFFED]) is None and not zipfile.is_zipfile(io.BytesIO(data))


def _readable(name: str) -> str:
    """The last part of a path without what cannot be seen, at most 80 letters."""
    last = re.split(r"[/\\]", name)[-1]
    shown = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")
    return " ".join(shown.split())[:LONGEST_NAME]


def _called(name: str, media_type: str) -> str:
    """A name whose ending says what the file is. Pictures lose theirs: a camera writes day and hour into it."""
    stem = _readable(name).rsplit(".", 1)[0].strip(". ") or "file"
    return f"{stem}.{ENDINGS[media_type]}"


def kind(media_type: str) -> str:
    """What people call such a file."""
    return str(KINDS.get(media_type, ""))


def download(pieces: Iterable[bytes], *, media_type: str, size: int) -> StreamingHttpResponse:
    """Hand a file over to be saved: never shown in our own page, under a name that tells nothing.

    The first piece is read at once, so that what cannot be opened is an error and not an empty file.
    """
    known = media_type if media_type in ENDINGS else "application/octet-stream"
    streamed = iter(pieces)
    first = next(streamed, b"")
    response = StreamingHttpResponse(_joined(first, streamed))
    response["Content-Type"] = f"{known}; charset=utf-8" if known == TEXT else known
    response["Content-Length"] = str(size)
    response["Content-Disposition"] = f'attachment; filename="file.{ENDINGS.get(media_type, "bin")}"'
    response["Content-Encoding"] = "identity"  # GZipMiddleware leaves it alone; HeadersMiddleware takes this out again
    response.is_download = True  # type: ignore[attr-defined]
    return response


def _joined(first: bytes, rest: Iterable[bytes]) -> Iterable[bytes]:
    yield first
    yield from rest

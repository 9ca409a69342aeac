"""Posters for tests."""

import io
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from rooted.posters.actions import hang_poster

CHOSEN = {"kind": "poster-a4", "languages": ["en"], "question": "both", "own": ""}
HUNG = {
    "place": "Laundry in Quay Street",
    "text": "Rent?",
    "language": "English",
    "kind": "poster-a4",
    "note": "Ask Li.",
}


def today() -> date:
    return timezone.localdate()


def poster(member, *, days=28, **told):
    """A poster of `member`'s group, to be hung anew in so many days."""
    renew_on = today() + timedelta(days=days)
    return hang_poster(member.seat, told=HUNG | told, renew_on=renew_on, now=timezone.now())


def ask(member, **chosen):
    """Send the form for a PDF."""
    return member.client.post(reverse("posters:poster-make", args=[member.group.address]), CHOSEN | chosen)


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def words(pdf: bytes) -> str:
    """All text of a PDF, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in read(pdf).pages).split())

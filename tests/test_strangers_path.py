"""The stranger's path in every language it speaks: no text of it falls back to English, whatever a stranger does."""

import re

import pytest
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override, trans_real

from rooted.intake.actions import answer_letter
from rooted.intake.models import Thread
from rooted.intake.receipts import new_token
from rooted.struggles.tests import make
from tests.walk.report import none_wrong

pytestmark = pytest.mark.django_db
OTHERS = [code for code, _name in settings.LANGUAGES if code != "en"]
WORD = re.compile(r"[A-Za-z]{2}")
NAMES = {info["name"] for info in LANG_INFO.values() if "name" in info}  # of languages: these come from Django


class Listener:
    """Stands behind a language's translations and hears what they do not know."""

    def __init__(self, behind):
        self.behind, self.heard = behind, set()

    def gettext(self, text):
        return self._hear(text, self.behind.gettext(text))

    def pgettext(self, context, text):
        return self._hear(text, self.behind.pgettext(context, text))

    def ngettext(self, one, many, number):
        return self._hear(one, self.behind.ngettext(one, many, number))

    def npgettext(self, context, one, many, number):
        return self._hear(one, self.behind.npgettext(context, one, many, number))

    def _hear(self, text, answer):
        if WORD.search(text) and text not in NAMES:
            self.heard.add(text)
        return answer


@pytest.fixture(params=OTHERS)
def heard(request, monkeypatch):
    """What the language of this test's stranger could not say."""
    book = trans_real.translation(request.param)
    listener = Listener(book._fallback or trans_real.translation("en"))
    monkeypatch.setattr(book, "_fallback", listener)
    listener.language = request.param
    return listener


def walk_the_path(client, seat, language):
    """Every page of the path as a stranger gets it, with what can go wrong on it; ends with what was answered."""
    group = seat.group
    letter = reverse("intake:letter", args=[group.address])
    yield client.get(reverse("groups:group", args=[group.address]))
    yield client.get(letter)
    yield client.post(letter, {})
    yield client.post(letter, {"text": "x" * 50_000, "way": "reach", "token": new_token()})
    sent = client.post(
        letter, {"brings": "trouble", "text": "Hello", "way": "words", "token": new_token(), "language": language}
    )
    yield sent
    receipt = re.search(r'name="receipt" value="([^"]+)"', sent.content.decode())[1]
    yield client.post(reverse("intake:letter-save"), {"receipt": receipt, "first": "no", "second": "no"})
    yield client.get(reverse("intake:receipt"))
    yield client.post(reverse("intake:receipt"), {"receipt": "no such words at all"})
    yield client.post(reverse("intake:receipt"), {"receipt": receipt})
    yield client.post(reverse("intake:letter-more"), {"receipt": receipt, "text": ""})
    yield client.post(reverse("intake:letter-more"), {"receipt": receipt, "text": "More", "token": new_token()})
    thread = Thread.objects.get(group=group)
    answer_letter(thread, seat=seat, text="Come on Thursday", seen=thread.length, now=timezone.now())
    yield client.post(reverse("intake:receipt"), {"receipt": receipt})
    yield client.post(reverse("intake:letter-delete"), {"receipt": receipt})
    yield client.post(reverse("intake:letter-delete"), {"receipt": receipt, "sure": "yes"})
    ask = reverse("intake:struggle-ask", args=[make.struggle(group).public_id])
    yield client.get(ask)
    yield client.post(ask, {"text": "Who are they?", "way": "words", "token": new_token(), "language": language})
    yield client.post(reverse("intake:answer-file"), {"receipt": "no such words at all"})
    yield client.get(reverse("home:front"))
    yield client.get("/g/nowhere/letter/")
    yield client.get(reverse("base:leave"))


def test_the_path_speaks_the_stranger_s_language(heard, ana):
    client = Client(headers={"accept-language": heard.language})
    for answer in walk_the_path(client, ana.seat, heard.language):
        assert answer.status_code in {200, 404}, answer.request["PATH_INFO"]
        assert answer.headers["Content-Language"] == heard.language
    none_wrong([f"{text!r} has no words in {heard.language}" for text in sorted(heard.heard)])


def test_a_text_without_translation_is_heard(heard):
    with override(heard.language):
        gettext("There is no such sentence in the catalogue")
    assert heard.heard == {"There is no such sentence in the catalogue"}

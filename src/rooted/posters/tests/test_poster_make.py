"""posters:poster-make, the PDF of a poster."""

import io

import pytest
import zxingcpp
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse
from PIL import Image

from rooted.base import printing
from rooted.posters.forms import KINDS
from rooted.posters.paper import TEMPLATE, direction, letter_path, paper
from rooted.posters.tests.make import CHOSEN, ask, read, words
from rooted.posters.texts import INVITE, PICTURE, QUESTIONS, TITLE, in_language, known

LANGUAGES = [code for code, _name in settings.LANGUAGES]
URL = reverse("posters:poster-make", args=["docks"])
PAGES = {"a4": (210, 297), "a5": (148, 210), "a6": (105, 148)}  # millimetres
OWN = {
    "pa": "ਮਕਾਨ ਮਾਲਕ ਮੁਰੰਮਤ ਨਹੀਂ ਕਰ ਰਿਹਾ?",
    "hi": "मकान मालिक मरम्मत नहीं करता?",
    "bn": "বাড়িওয়ালা মেরামত করে না?",
    "gu": "મકાનમાલિક સમારકામ કરતા નથી?",
    "ta": "வீட்டு உரிமையாளர் பழுது பார்க்கவில்லையா?",
    "ar": "المالك لا يصلح البيت؟",
    "fa": "صاحب\u200cخانه تعمیر نمی\u200cکند؟",
    "ur": "مالک مکان مرمت نہیں کراتا؟",
    "ru": "Хозяин не делает ремонт?",
    "uk": "Власник не робить ремонт? Її дім?",
    "bg": "Хазяинът не прави ремонт?",
    "pl": "Właściciel nie robi napraw? Żółć?",
    "ro": "Proprietarul nu repară? Șef, țară?",
    "tr": "Ev sahibi tamir etmiyor mu? İş, ğ, ı?",
    "de": "Vermieter repariert nicht? Größe?",
    "fr": "Le propriétaire ne répare rien ? Œuvre ?",
    "es": "¿El dueño no repara?",
    "pt": "O senhorio não faz reparações?",
    "it": "Il padrone di casa non ripara? Perché?",
    "en": "Landlord not doing repairs?",
}


def own(language, text=None, **other):
    return {"languages": [language], "question": "own", "own": text or OWN[language], **other}


def opened(response):
    assert response["Content-Type"] == "application/pdf", response.content.decode()
    return response.content


def letters(text):
    """The characters of a text; which kind of space stands between them nobody sees."""
    return {letter for letter in text if not letter.isspace()}


def refusals(response):
    assert response.status_code == 200
    return response.context["form"].errors


def drawn(group, **chosen):
    """A picture of the paper, as a phone's camera would see it."""
    chosen = {"kind": "poster", "size": "a4", "languages": ["en"], "question": "both", "own": []} | chosen
    png = printing.png(TEMPLATE, paper(group, server="https://rooted.example.org", **chosen))
    return Image.open(io.BytesIO(png))


def test_the_page_offers_twenty_languages_and_the_groups_own_first(ana):
    form = ana.client.get(URL).context["form"]
    assert (len(list(form.fields["languages"].choices)), form.initial["languages"]) == (20, ["en"])


def test_the_answer_is_a_pdf_to_keep_with_a_name_that_says_nothing(ana):
    response = ask(ana)
    assert response["Content-Disposition"] == 'attachment; filename="notice.pdf"'
    text = words(opened(response))
    assert text.startswith("Landlord not doing repairs? Boss not paying? Write to us. It costs nothing,")
    assert "Docks testserver/g/docks" in text


@pytest.mark.parametrize("kind", [kind for kind, _name in KINDS])
def test_every_kind_has_its_size_and_one_page(ana, kind):
    (page,) = read(opened(ask(ana, kind=kind))).pages
    size = tuple(round(float(side) / 72 * 25.4) for side in (page.mediabox.width, page.mediabox.height))
    assert size == PAGES[kind.rpartition("-")[2]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_words_of_every_language_stand_on_the_paper_letter_for_letter(ana, language):
    made = opened(ask(ana, **own(language)))
    assert letters(OWN[language]) - letters(words(made)) == set()
    assert read(made).trailer["/Root"]["/Lang"] == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_of_a_prepared_text_is_missing_in_our_fonts(language):
    texts = [in_language(text, language) for text in (*QUESTIONS.values(), INVITE, PICTURE, TITLE)]
    assert printing.unprintable("".join(texts)) == ""


@pytest.mark.parametrize("language", [code for code in LANGUAGES if known(code)])
def test_prepared_words_stand_on_the_paper_in_every_language_that_has_them(ana, language):
    made = words(opened(ask(ana, languages=[language])))
    assert letters(in_language(QUESTIONS["both"], language)) - letters(made) == set()


def test_a_language_without_our_words_asks_for_a_line_of_ones_own(ana, monkeypatch):
    monkeypatch.setattr("rooted.posters.forms.known", lambda code: code == "en")
    (refusal,) = refusals(ask(ana, languages=["en", "pl"]))["languages"]
    assert refusal.casefold().startswith("we have no words yet in: polski.")
    assert ask(ana, languages=["en", "pl"], question="own", own="Rent?\nCzynsz?")["Content-Type"] == "application/pdf"


def test_a_line_stands_in_its_own_direction_whatever_the_page_reads(ana):
    assert [direction(text) for text in ("Rent?", "إيجار؟", "12 إيجار", "", "¿12?")] == [
        "ltr", "rtl", "rtl", "ltr", "ltr"
    ]  # fmt: skip
    made = words(opened(ask(ana, languages=["en", "ar"], question="own", own="Rent?\nإيجار Docks 24؟")))
    assert {"Rent?", "إيجار", "Docks"} - set(made.split()) == set()


def test_what_looks_like_source_is_printed_as_it_stands(ana):
    hostile = '#import "x" ] } $y$ \\ *b* // <l> @r #panic()'
    made = words(opened(ask(ana, **own("en", hostile))))
    assert "".join(hostile.split()) in "".join(made.split())


@pytest.mark.parametrize(
    ("field", "chosen"),
    [
        ("own", {"question": "own", "own": "x" * 5_000}),
        ("own", {"question": "own", "own": "x" * 121}),
        ("own", {"question": "own", "own": "1\n2\n3\n4\n5"}),
        ("own", {"question": "own", "own": " \n "}),
        ("own", {"question": "own", "own": "工会 🌱"}),
        ("own", {"question": "own", "own": "a\0b"}),
        ("languages", {"languages": ["en", "ar", "pl", "pa", "hi"]}),
        ("languages", {"languages": []}),
        ("languages", {"languages": ["xx"]}),
        ("kind", {"kind": "poster-a0"}),
    ],
)
def test_what_cannot_be_printed_is_refused_at_its_place(ana, field, chosen):
    assert field in refusals(ask(ana, **chosen))


def test_a_public_name_that_cannot_be_printed_is_said(ana):
    type(ana.group).objects.update(name="工会")
    (refusal,) = refusals(ask(ana))["__all__"]
    assert refusal == "Your public page has characters that we cannot print: 会 工 Change them there first."


def test_words_without_a_space_and_long_names_stay_on_the_paper(ana):
    type(ana.group).objects.update(name="N" * 80, phone="0" * 60, hour_text="h " * 100)
    (page,) = read(opened(ask(ana, **own("en", "W" * 120)))).pages
    assert "W" in page.extract_text()


@pytest.mark.parametrize(("kind", "size", "count"), [("poster", "a4", 1), ("strips", "a4", 1), ("stickers", "a4", 8)])
def test_a_camera_reads_the_way_to_the_letter_page(ana, kind, size, count):
    found = zxingcpp.read_barcodes(drawn(ana.group, kind=kind, size=size))
    assert [code.text for code in found] == ["https://rooted.example.org/g/docks/letter/"] * count


def test_a_camera_reads_a_card_that_reads_from_the_right(ana):
    image = drawn(ana.group, kind="card", size="a6", languages=["ar"])
    assert [code.text for code in zxingcpp.read_barcodes(image)] == ["https://rooted.example.org/g/docks/letter/"]


def test_that_address_is_the_letter_page(ana):
    assert resolve(letter_path(ana.group)).func.__name__ == "letter"


def test_the_settings_address_stands_on_the_paper(ana, settings):
    settings.ADDRESS = "https://rooted.example.org"
    assert "rooted.example.org/g/docks" in words(opened(ask(ana)))


def test_an_unlisted_groups_poster_leads_to_it(ana):
    type(ana.group).objects.update(listed=False, address="k2m9qx7r4tzw")
    made = words(opened(ana.client.post(reverse("posters:poster-make", args=["k2m9qx7r4tzw"]), CHOSEN)))
    assert "testserver/g/k2m9qx7r4tzw" in made


def test_telephone_address_and_hour_stand_on_every_strip(ana):
    type(ana.group).objects.update(phone="0300 555", hour_text="Thursdays at 6")
    made = words(opened(ask(ana, kind="strips-a4")))
    assert [made.count(part) for part in ("0300 555", "testserver/g/docks", "Thursdays at 6")] == [11, 11, 11]


def test_each_sticker_speaks_one_language_in_turn(ana):
    made = words(opened(ask(ana, kind="stickers-a4", languages=["en", "pl"], question="own", own="Rent?\nCzynsz?")))
    assert (made.count("Rent?"), made.count("Czynsz?")) == (4, 4)


def test_too_many_papers_at_once_keep_what_was_chosen(ana, monkeypatch):
    monkeypatch.setattr(printing, "PATIENCE", 0.01)
    for _ in range(printing.AT_ONCE):
        printing._places.acquire()
    try:
        response = ask(ana, **own("en", "Kept words?"))
    finally:
        for _ in range(printing.AT_ONCE):
            printing._places.release()
    assert "Try again in a moment." in refusals(response)["__all__"][0]
    assert "Kept words?" in response.content.decode()


def test_a_paper_that_cannot_be_set_in_time_is_said(ana, monkeypatch):
    monkeypatch.setattr(printing, "SECONDS", 0.001)
    assert refusals(ask(ana))["__all__"] == ["This paper could not be made. Try with fewer or shorter words."]


def test_nothing_is_written(ana):
    with CaptureQueriesContext(connection) as seen:
        ask(ana)
    assert {query["sql"].split()[0] for query in seen} & {"INSERT", "UPDATE", "DELETE"} == set()


def test_nobody_else_gets_one(ana, cem, stranger):
    assert (cem.client.post(URL, CHOSEN).status_code, stranger.get(URL).status_code) == (404, 403)

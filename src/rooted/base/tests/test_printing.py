"""Papers: typst in its own process, our fonts, text that stays text."""

import io
import time

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from rooted.base import printing

PLAIN = '#import "/base/templates/base/paper.typ": *\n#show: paper.with(105mm, 148mm)\n#said(data.text, 12pt)\n'
DATA = {"title": "Notice", "lang": "en", "dir": "ltr"}
# All letters of each language's ordinary writing, roughly in the order of its alphabet.
ALPHABETS = {
    "en": "The quick brown fox jumps over the lazy dog – “£100”, 5 €, don’t…",
    "fr": "àâæçéèêëîïôœùûüÿ ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ « »",
    "es pt it": "áéíóúñü¿¡ ãõâêôç àèìòù ºª",
    "de": "äöüßÄÖÜẞ „“",
    "pl": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ „”",
    "ro": "ăâîșțĂÂÎȘȚ şţ",
    "tr": "çğıöşüÇĞİÖŞÜ ₺",
    "vi": "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư ₫",
    "ru uk bg": "абвгдежзийклмнопрстуфхцчшщъыьэюяё ґєії АБВ ЪЫЬ ₴ ₽ №",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ءآأؤإئةى ًٌٍَُِّْ ٠١٢٣ ،؛؟",
    "fa ur": "پچژگکی ٹڈڑںھہےۓ ۀ ۱۲۳۴ \u200c۔",
    "hi": "अआइईउऊऋएऐओऔ कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह क़ख़ग़ज़ड़ढ़फ़ ंःँ्ािीुूृेैोौ ।॥ ०१२ ₹",
    "pa": "ੳਅੲਸਹਕਖਗਘਙਚਛਜਝਞਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵੜ ਸ਼ਖ਼ਗ਼ਜ਼ਫ਼ ਾਿੀੁੂੇੈੋੌ ੰੱਂ ।",
    "bn": "অআইঈউঊঋএঐওঔ কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ ড়ঢ়য় ৎংঃঁ ািীুূৃেৈোৌ্ ৳ ।",
    "gu": "અઆઇઈઉઊઋએઐઓઔ કખગઘઙચછજઝઞટઠડઢણતથદધનપફબભમયરલવશષસહળ ાિીુૂૃેૈોૌંઃ્ ૦૧૨",
    "ta": "அஆஇஈஉஊஎஏஐஒஓஔ கஙசஞடணதநபமயரலவழளறன ஜஷஸஹ ாிீுூெேைொோௌ் ஃ ௦",
}


@pytest.fixture
def template(tmp_path, monkeypatch):
    """A template of our own, in a folder beside the real ones."""

    def write(source):
        path = tmp_path / "own.typ"
        path.write_text(source, encoding="utf-8")
        return path

    base = tmp_path / "base"
    base.symlink_to(printing.ROOT / "base")
    monkeypatch.setattr(printing, "ROOT", tmp_path)
    return write


def text_of(pdf):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize("languages", ALPHABETS)
def test_every_letter_of_the_language_can_be_printed(languages):
    assert printing.unprintable(ALPHABETS[languages]) == ""


def test_what_cannot_be_printed_is_named():
    assert printing.unprintable("Hello 工会 🌱") == "会工🌱"


def test_the_list_of_characters_is_what_the_fonts_hold():
    held = {}
    for path in printing.FONTS.glob("*.ttf"):
        with TTFont(path) as font:
            held.setdefault(path.stem.split("-")[1], set()).update(font.getBestCmap())
    assert held["Regular"] & held["Bold"] == set(printing.printable())


def test_the_fonts_are_small_and_their_licence_lies_beside_them():
    assert sum(path.stat().st_size for path in printing.FONTS.iterdir()) < 2_000_000
    assert "SIL OPEN FONT LICENSE" in (printing.FONTS / "LICENCE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        '#import "@preview/any:1.0.0": *',
        '] #eval("1") [ } { $x^2$ *bold* _so_ `raw` @ref <label> // no comment /* nor */',
        "\\ \\u{41} \\n %s {{ name }} <b>&amp;</b>",
        '"})); #panic("out") //',
        "#sys.inputs.data",
    ],
)
def test_what_people_write_is_never_source(template, text):
    made = printing.set_paper(template(PLAIN), DATA | {"text": text})
    assert "".join(text_of(made).split()) == "".join(text.split())


def test_the_same_words_give_the_same_bytes(template):
    path = template(PLAIN)
    assert printing.set_paper(path, DATA | {"text": "Once"}) == printing.set_paper(path, DATA | {"text": "Once"})


def test_the_document_says_neither_who_nor_when(template):
    made = PdfReader(io.BytesIO(printing.set_paper(template(PLAIN), DATA | {"text": "Once"})))
    assert {name: value for name, value in made.metadata.items() if name != "/Creator"} == {"/Title": "Notice"}
    assert made.xmp_metadata is None or made.xmp_metadata.xmp_create_date is None


def test_it_is_made_for_readers_who_listen(template):
    made = PdfReader(io.BytesIO(printing.set_paper(template(PLAIN), DATA | {"text": "Once"})))
    root = made.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "en")


def test_what_takes_too_long_is_ended(template, monkeypatch):
    monkeypatch.setattr(printing, "SECONDS", 1.0)
    endless = "#let n = 0\n" + "#for a in range(9000) { for b in range(9000) { for c in range(9000) { n += 1 } } }"
    before = time.monotonic()
    with pytest.raises(printing.Failed):
        printing.set_paper(template(endless), DATA)
    assert time.monotonic() - before < 5


def test_after_a_failure_its_place_is_free_again(template):
    for _ in range(printing.AT_ONCE + 1):
        with pytest.raises(printing.Failed):
            printing.set_paper(template("#panic()"), DATA)


def test_no_more_than_two_are_made_at_once(template, monkeypatch):
    monkeypatch.setattr(printing, "PATIENCE", 0.05)
    for _ in range(printing.AT_ONCE):
        printing._places.acquire()
    try:
        with pytest.raises(printing.Busy):
            printing.set_paper(template(PLAIN), DATA | {"text": "Third"})
    finally:
        for _ in range(printing.AT_ONCE):
            printing._places.release()


def test_a_heap_of_text_is_refused(template):
    with pytest.raises(printing.Failed):
        printing.set_paper(template(PLAIN), DATA | {"text": "x" * printing.LONGEST})

"""Every text can be translated, and is: whole, with its holes, in all plural forms; Arabic is complete."""

from functools import cache

import pytest
from babel.messages.mofile import write_mo
from django.conf import settings

from rooted.locale import strangers_path
from tests.walk import causes, texts
from tests.walk.report import none_wrong
from tests.walk.source import REAL, plant

OTHERS = [code for code, _name in settings.LANGUAGES if code != "en"]


@cache
def wanted(whole):
    """The texts a language has to know: all, or those of the stranger's path. Found once for all languages."""
    return texts.all_texts(REAL, files=None if whole else strangers_path.FILES)


def po_file(code):
    return REAL.root / "locale" / code / "LC_MESSAGES" / "django.po"


@cache
def written(code):
    return texts.catalogue(po_file(code).read_text(encoding="utf-8"), code)


@pytest.fixture(params=OTHERS)
def book(request):
    book = written(request.param)
    book.wanted = wanted(request.param in settings.WHOLE_LANGUAGES)
    return book


def test_every_text_is_translated(book):
    none_wrong(texts.missing(book.wanted, book))


def test_no_translation_is_left_over(book):
    none_wrong(texts.unused(book.wanted, book))


def test_no_translation_is_its_own_source(book):
    none_wrong(texts.untranslated(book))


def test_every_translation_has_the_holes_of_its_source(book):
    none_wrong(texts.wrong_holes(book))


def test_every_file_of_the_strangers_path_is_there():
    assert [name for name in strangers_path.FILES if not (REAL.root / name).exists()] == []


def test_arabic_has_its_six_plural_forms():
    assert texts.catalogue(po_file("ar").read_text(encoding="utf-8"), "ar").num_plurals == 6


@pytest.mark.parametrize("code", OTHERS)
def test_the_compiled_translations_are_the_written_ones(code):
    none_wrong(texts.stale_binary(written(code), po_file(code).with_suffix(".mo")))


def texts_of_comparisons():
    files = [source.name for source in (*REAL.python(tests=False), *REAL.templates())]
    return set(texts.all_texts(REAL, files=[name for name in files if name.startswith("comparisons/")]))


@pytest.mark.parametrize("code", [code for code in settings.WHOLE_LANGUAGES if code != "en"])
def test_no_comparison_says_why_in_any_language(code):
    none_wrong(causes.says_why(texts_of_comparisons(), written(code), code))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "فازت بسبب الإضراب."), ("de", "Sie gewannen, weil sie streikten."), ("es", "Ganaron porque pararon."),
        ("fr", "Gagnées grâce à la grève."), ("pl", "Wygrały, ponieważ strajkowano."),
        ("en", "A strike leads to more."),
    ],
)  # fmt: skip
def test_a_comparison_that_says_why_is_seen(code, text):
    assert causes.causal(code).search(text)
    book = texts.catalogue(f'msgid ""\nmsgstr ""\n\nmsgid "Won"\nmsgstr "{text}"\n', "ar")
    assert len(causes.says_why({("Won",)}, book, code)) == 1


def test_no_template_holds_words_outside_translation():
    none_wrong(texts.bare_texts(REAL))


def test_no_sentence_is_built_from_pieces():
    none_wrong(texts.pieces(REAL) + texts.loose_ends(texts.all_texts(REAL)))


TEMPLATE = (
    '{% translate "Take this on" %}'
    "{% blocktranslate trimmed count n=n %}one{% plural %}{{ n }} many{% endblocktranslate %}"
)


def test_texts_are_found_in_templates_and_python(tmp_path):
    tree = plant(
        tmp_path,
        {
            "intake/templates/intake/x.html": TEMPLATE,
            "intake/x.py": '_("A" " b")\nngettext("c", "d", 2)\npgettext("why", "e")\n',
        },
    )
    assert set(texts.all_texts(tree)) == {("Take this on",), ("one", "%(n)s many"), ("A b",), ("c", "d"), ("e",)}


HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals=6; plural=0;\\n"\n\n'
SIX = "".join(
    f'msgstr[{number}] "{word}"\n' for number, word in enumerate(["لا", "واحد", "اثنان", "%(n)s", "%(n)s", "%(n)s"])
)
PLURAL = f'msgid "%(n)s letter"\nmsgid_plural "%(n)s letters"\n{SIX}'


def planted(text):
    return texts.catalogue(HEAD + text, "ar")


def test_a_right_translation_passes():
    book = planted(PLURAL)
    found = {("%(n)s letter", "%(n)s letters"): "x.py:1"}
    assert (
        texts.missing(found, book) + texts.unused(found, book) + texts.untranslated(book) + texts.wrong_holes(book)
        == []
    )


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (lambda book: texts.missing({("New",): "x.py:1"}, book), ""),
        (lambda book: texts.missing({("New",): "x.py:1"}, book), 'msgid "New"\nmsgstr ""\n'),
        (lambda book: texts.missing({("New",): "x.py:1"}, book), '#, fuzzy\nmsgid "New"\nmsgstr "جديد"\n'),
        (lambda book: texts.unused({}, book), 'msgid "Old"\nmsgstr "قديم"\n'),
        (texts.untranslated, 'msgid "Take this on"\nmsgstr "Take this on"\n'),
        (texts.wrong_holes, 'msgid "By %(name)s"\nmsgstr "من"\n'),
        (texts.wrong_holes, 'msgid "By %(name)s"\nmsgstr "من %(nom)s"\n'),
        (texts.wrong_holes, PLURAL.replace('msgstr[5] "%(n)s"', 'msgstr[5] "x"')),
    ],
)
def test_a_planted_wrong_translation_is_found(rule, text):
    assert len(rule(planted(text))) == 1


def test_a_stale_binary_is_found(tmp_path):
    old, new = planted('msgid "Old"\nmsgstr "قديم"\n'), planted('msgid "Old"\nmsgstr "عتيق"\n')
    with (tmp_path / "django.mo").open("wb") as file:
        write_mo(file, old)
    assert texts.stale_binary(old, tmp_path / "django.mo") == []
    assert len(texts.stale_binary(new, tmp_path / "django.mo")) == 1


@pytest.mark.parametrize(
    ("rule", "files"),
    [
        (texts.bare_texts, {"intake/templates/intake/x.html": "<p>Take this on</p>"}),
        (texts.bare_texts, {"intake/templates/intake/x.html": '<a aria-label="Back">{% translate "x" %}</a>'}),
        (texts.pieces, {"intake/templates/intake/x.html": '{% translate "By" %} {{ name }} {% translate "today" %}'}),
        (texts.pieces, {"intake/templates/intake/x.html": '{% translate "By" %} {% translate "nobody" %}'}),
        (texts.pieces, {"intake/x.py": 'x = _("By ") + name\n'}),
        (texts.pieces, {"intake/x.py": "x = f\"{_('By')} {name}\"\n"}),
        (lambda tree: texts.loose_ends(texts.all_texts(tree)), {"intake/x.py": '_("By ")\n'}),
        (lambda tree: texts.loose_ends(texts.all_texts(tree)), {"intake/x.py": '_("Done!")\n'}),
    ],
)
def test_a_planted_text_is_found(rule, files, tmp_path):
    assert len(rule(plant(tmp_path, files))) == 1


def test_translated_templates_pass(tmp_path):
    files = {
        "intake/templates/intake/x.html": f'<h1 class="first">{TEMPLATE}</h1><!-- why --><p>{{{{ name }}}}, 12</p>'
    }
    tree = plant(tmp_path, files)
    assert texts.bare_texts(tree) + texts.pieces(tree) == []

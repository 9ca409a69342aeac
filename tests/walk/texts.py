"""Every text a person reads: found in the source, translated whole, built from no pieces."""

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from tests.walk.source import Source, Tree

# How many of a call's first arguments are context, and how many are texts.
CALLS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), (0, 1)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (0, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), (1, 1)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), (1, 2)),
}
LITERAL = r"u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
TEMPLATE_CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*({LITERAL}(?:\s*,\s*{LITERAL})*)")
HOLES = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

# Texts that may read the same in every language.
SAME = {"Rooted", "AGPL", "PDF", "%(km)d km", "leeds-england-uk"}
# Texts that are the same word in one language.
SAME_IN = {
    "de": {"Hotels", "Name", "Organisation", "Organisation %(number)d"},
    "es": {"No", "Total"},
    "fr": {
        *("Action", "Action %(number)d", "Corrections", "Description", "Latitude", "Longitude", "Organisation"),
        *(
            "Organisation %(number)d",
            "Organisations",
            "Point %(number)d",
            "Police",
            "Source",
            "Source %(number)d",
            "Surprise",
        ),
        *("Violence", "latitude, longitude", "longitude, latitude"),
        *(
            "%(number)d objection",
            "%(number)d objections",
            "Consensus",
            "Correction",
            "Point",
            "Point %(number)s",
            "Points",
            "Total",
        ),
    },
}


def in_python(source: Source) -> Iterator[tuple[int, tuple[str, ...]]]:
    """(line, texts) of each call of gettext and its kin; two texts for singular and plural."""
    for node in source.nodes:
        name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        if name in CALLS:
            context, number = CALLS[name]
            texts = [arg.value for arg in node.args[context : context + number] if isinstance(arg, ast.Constant)]
            if texts and all(isinstance(text, str) for text in texts):
                yield node.lineno, tuple(texts)


def in_template(source: Source) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The same for {% translate %} and {% blocktranslate %}."""
    code = templatize(source.text)
    for hit in TEMPLATE_CALL.finditer(code):
        context, number = CALLS[hit[1]]
        texts = ast.literal_eval(f"({hit[2]},)")[context : context + number]
        yield code.count("\n", 0, hit.start()) + 1, texts


def all_texts(tree: Tree, files: list[str] | None = None) -> dict[tuple[str, ...], str]:
    """Each text (or singular and plural) of the whole source, or of `files`, with where it stands first."""
    found: dict[tuple[str, ...], str] = {}
    for source, reader in [
        *((source, in_python) for source in tree.python(tests=False)),
        *((source, in_template) for source in tree.templates()),
    ]:
        if files is not None and source.name not in files:
            continue
        for line, texts in reader(source):
            found.setdefault(texts, f"{source.name}:{line}")
    return found


def catalogue(po: str, locale: str) -> Catalog:
    return read_po(io.StringIO(po), locale=locale)


def key(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)


def translations(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, tuple | list) else (message.string,)


def missing(texts: dict[tuple[str, ...], str], book: Catalog) -> list[str]:
    """Texts of the source without a whole translation."""
    known = {key(message)[0]: message for message in book if message.id}
    found = []
    for text, place in texts.items():
        message = known.get(text[0])
        if message is None:
            found.append(f"{place} {text[0]!r} is not in the .po file: make messages, then translate it.")
        elif message.fuzzy or not all(translations(message)):
            found.append(f"{place} {text[0]!r} has no (whole) translation.")
        elif len(text) == 2 and len(translations(message)) != book.num_plurals:
            found.append(f"{place} {text[0]!r} has {len(translations(message))} plural forms, not {book.num_plurals}.")
    return found


def unused(texts: dict[tuple[str, ...], str], book: Catalog) -> list[str]:
    used = {text[0] for text in texts}
    return [
        f"{key(m)[0]!r} is translated, but no longer in the source." for m in book if m.id and key(m)[0] not in used
    ]


def untranslated(book: Catalog) -> list[str]:
    """Translations that are their own source."""
    same = SAME | SAME_IN.get(str(book.locale), set())
    return [
        f"{key(message)[0]!r} reads the same in the translation: translate it, or add it to SAME."
        for message in book
        if message.id
        and set(translations(message)) & set(key(message)) - same
        and re.search("[A-Za-z]{2}", _bare(message))
    ]


def _bare(message: Message) -> str:
    return HOLES.sub("", key(message)[0])


def wrong_holes(book: Catalog) -> list[str]:
    """A translation has the holes (%(name)s) of its source; its forms for 0, 1 and 2 may say the number in words."""
    found = []
    for message in book:
        if not message.id:
            continue
        wanted = sorted(HOLES.findall(key(message)[-1]))
        for number, text in enumerate(translations(message)):
            holes = sorted(HOLES.findall(text or ""))
            in_words = len(key(message)) == 2 and number < 3 and len(wanted) - len(holes) in {0, 1}
            if text and holes != wanted and not (in_words and set(holes) <= set(wanted)):
                found.append(f"{key(message)[0]!r}: form {number} has the holes {holes}, the source {wanted}.")
    return found


def stale_binary(po: Catalog, mo: Path) -> list[str]:
    """The .mo file holds what the .po file says."""
    with mo.open("rb") as file:
        compiled = {key(message): translations(message) for message in read_mo(file) if message.id}
    told = {key(message): translations(message) for message in po if message.id and all(translations(message))}
    differing = {text for text in told.keys() | compiled.keys() if told.get(text) != compiled.get(text)}
    return [f"{text[0]!r} differs between .po and .mo: compile the translations." for text in sorted(differing)]


TRANSLATED = re.compile(r"\{%\s*blocktrans(?:late)?\b.*?\{%\s*endblocktrans(?:late)?\s*%\}", re.DOTALL)
TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
MARKUP = re.compile(r"<!--.*?-->|<(?:code|kbd|pre)\b.*?</(?:code|kbd|pre)>|<[^>]*>|&\w+;", re.DOTALL)  # commands stay
READ_ALOUD = re.compile(r'\s(?:aria-label|alt|title|placeholder)="([^"]*)"')
FREE_TEXTS = {"Rooted"}
# Pages whose words are not meant to be read as ours: the way out, and the example page for those who build.
FREE_PAGES = {"base/templates/base/leave.html", "base/templates/base/patterns.html"}


def bare_texts(tree: Tree) -> list[str]:
    """Words in a template outside {% translate %}."""
    found = []
    for source in tree.templates():
        if source.name in FREE_PAGES or source.path.name.startswith("_pattern"):
            continue
        text = TAGS.sub(_blank, TRANSLATED.sub(_blank, source.without_comments))
        spoken = [(hit.start(1), hit[1]) for hit in READ_ALOUD.finditer(text)]
        plain = MARKUP.sub(_blank, text)
        spoken += [(hit.start(), hit.group()) for hit in re.finditer(r"[^\n]*[^\W\d_]{2}[^\n]*", plain)]
        for position, words in spoken:
            if re.search(r"[^\W\d_]{2}", words) and words.strip() not in FREE_TEXTS:
                found.append(f"{source.name}:{source.line_of(position)} {words.strip()!r} cannot be translated.")
    return found


def _blank(hit: re.Match) -> str:
    return re.sub(r"[^\n]", " ", hit.group())


PIECES = re.compile(
    r"\{%\s*translate\b[^%]*%\}\s*\{\{[^}]*\}\}\s*\{%\s*translate\b"  # text, value, text
    r"|\{%\s*translate\s+[\"'][^%]*?[^.?…][\"']\s*%\}[ ]?\{%\s*translate\b"  # text, text (sentences may follow)
)


def pieces(tree: Tree) -> list[str]:
    """Sentences put together from parts: their order is another one in other languages."""
    found = [
        f"{source.name}:{source.line_of(hit.start())} builds a sentence from pieces: use one blocktranslate."
        for source in tree.templates()
        for hit in PIECES.finditer(source.without_comments)
    ]
    for source in tree.python(tests=False):
        for node in source.nodes:
            joined = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add)
            parts = [node.left, node.right] if joined else getattr(node, "values", []) if _is_f(node) else []
            parts = [part.value if isinstance(part, ast.FormattedValue) else part for part in parts]
            if any(isinstance(p, ast.Call) and getattr(p.func, "id", "") in CALLS for p in parts):
                found.append(f"{source.name}:{node.lineno} builds a sentence from pieces: use one text with holes.")
    return found


def _is_f(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr)


def loose_ends(texts: dict[tuple[str, ...], str]) -> list[str]:
    """A text that begins or ends with a space waits for another one; one with “!” shouts."""
    return [
        f"{place} {text[0]!r} begins or ends with a space, or shouts."
        for text, place in texts.items()
        if any(part != part.strip() or "!" in part for part in text if re.search(r"\w", part))
    ]

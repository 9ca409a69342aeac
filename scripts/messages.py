"""Collect every text of the pages, bring the translations up to date, compile them. Run by `make messages`.

With a folder's name as argument ("es") a new language is begun. Needs Babel, no gettext programs.
What it writes is the same on every machine and every day: sorted, no dates, no lines' numbers.
"""

import ast
import io
import os
import re
import struct
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parent.parent / "src" / "rooted"
LOCALE = SOURCE / "locale"
# Which arguments of a call are text: (singular,), (singular, plural), a pair with "c" is the context.
SHAPES: dict[str, tuple] = {
    "_": (1,),
    "gettext": (1,),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
SHAPES |= {f"{name}_lazy": shape for name, shape in SHAPES.items() if name != "_"}
CALL = re.compile(r"\b(_|n?p?gettext)\(")
LITERAL = re.compile(r"""\s*u?("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')\s*,?""")
# Lines of a header that would change with the day or the tool.
NOISE = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Report-Msgid).*\n', re.M
)

Found = tuple[str, tuple[str, ...], str | None]  # file, (singular,) or (singular, plural), context


def sources(ending: str) -> Iterator[Path]:
    """The files whose texts people read, in a fixed order: not tests, not migrations."""
    for path in sorted(SOURCE.rglob(f"*{ending}")):
        if not {"tests", "migrations", "locale"} & set(path.relative_to(SOURCE).parts):
            yield path


def in_python(path: Path) -> Iterator[Found]:
    """The texts of one Python file."""
    name = str(path.relative_to(SOURCE))
    with path.open("rb") as file:
        for _line, call, texts, _comments in extract_python(file, list(SHAPES), [], {}):
            given = [text for text in (texts if isinstance(texts, tuple) else (texts,)) if text]
            yield from shaped(name, call, given)


def in_template(path: Path) -> Iterator[Found]:
    """The texts of one template."""
    name = str(path.relative_to(SOURCE))
    calls = templatize(path.read_text())
    for call in CALL.finditer(calls):
        given, at = [], call.end()
        while literal := LITERAL.match(calls, at):
            given.append(ast.literal_eval(literal.group(1)))
            at = literal.end()
        yield from shaped(name, call.group(1), given)


def shaped(name: str, call: str, given: list[str]) -> Iterator[Found]:
    """One call's arguments as texts and context; calls without literal texts (a wrapper's own) give nothing."""
    shape = SHAPES[call]
    if len(given) < len(shape):
        return
    context = given.pop(0) if isinstance(shape[0], tuple) else None
    texts = len(shape) - (context is not None)
    yield name, tuple(given[:texts]), context


def collected(language: str) -> Catalog:
    """The texts `language` has to know, once each, with the files they stand in: all, or the stranger's path."""
    catalog, path_of_strangers = Catalog(charset="utf-8"), import_module("rooted.locale.strangers_path")
    found = [text for path in sources(".py") for text in in_python(path)]
    found += [text for path in sources(".html") for text in in_template(path)]
    for name, texts, context in found:
        if language not in path_of_strangers.WHOLE and name not in path_of_strangers.FILES:
            continue
        catalog.add(texts if len(texts) > 1 else texts[0], locations=[(name, 0)], context=context)
    return catalog


def updated(language: str) -> Catalog:
    """A language's catalogue with exactly the texts of the source: new ones empty, those no longer used dropped."""
    path = po_file(language)
    catalog = read_po(path.open("rb"), locale=language) if path.exists() else Catalog(locale=language)
    catalog.update(collected(language), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def po_text(language: str, catalog: Catalog) -> str:
    """The file people edit."""
    catalog.header_comment = f"# Rooted, {language}. How it is written: locale/README.md."
    catalog.fuzzy, catalog.project, catalog.version = False, "Rooted", "in work"
    out = io.BytesIO()
    write_po(out, catalog, width=110, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return NOISE.sub("", out.getvalue().decode())


def mo_bytes(catalog: Catalog) -> bytes:
    """The compiled file (format of GNU gettext, revision 0); from the same texts always the same bytes."""
    header = f"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: {catalog.plural_forms}\n"
    pairs = {b"": header.encode()}
    for message in catalog:
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and all(texts):
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            key = (f"{message.context}\x04" if message.context else "") + "\0".join(ids)
            pairs[key.encode()] = "\0".join(texts).encode()
    keys = sorted(pairs)
    start, tables, body = 28 + 16 * len(keys), [], b""
    for text in [*keys, *(pairs[key] for key in keys)]:
        tables += [len(text), start + len(body)]
        body += text + b"\0"
    head = [0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, start]
    return struct.pack(f"<{len(head) + len(tables)}I", *head, *tables) + body


def po_file(language: str) -> Path:
    """Where a language's texts stand."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def untranslated(catalog: Catalog) -> list[str]:
    """What still wants translating, as the source says it."""
    wanting = []
    for message in catalog:
        words = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and not all(words):
            wanting.append(message.id if isinstance(message.id, str) else message.id[0])
    return sorted(wanting)


def main(languages: list[str]) -> None:
    """Bring the given languages, or all there are, up to date; say what is wanting."""
    for language in languages or sorted(path.parent.name for path in LOCALE.glob("*/LC_MESSAGES")):
        catalog = updated(language)
        path = po_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(po_text(language, catalog))
        path.with_suffix(".mo").write_bytes(mo_bytes(catalog))
        wanting = untranslated(catalog)
        print(f"{language}: {len(catalog)} texts, {len(wanting)} to translate")
        for text in wanting:
            print(f"  {text}")


if __name__ == "__main__":
    sys.path.insert(0, str(SOURCE.parent))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rooted.config.settings")
    django.setup()
    main(sys.argv[1:])

"""Proposes a mapping for a file never seen: from the names of its columns and from what stands in them."""

import functools
import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from rooted.base.fold import line
from rooted.mappings.cells import read_count
from rooted.mappings.countries import country_of
from rooted.mappings.dates import guess_order, read_serial
from rooted.mappings.fields import FIELDS
from rooted.mappings.periods import read_dates
from rooted.mappings.placing import degrees
from rooted.mappings.shape import Mapping, Rule
from rooted.mappings.states import STATES
from rooted.mappings.ways import BOUNDS, ENOUGH, cells, rule_for, share
from rooted.mappings.words import LANGUAGES, code_of
from rooted.tables.looking import Look

TABLE = Path(__file__).parent / "data" / "columns.txt"
INSIDE = {"name", "title", "label", "text", "value", "id", *BOUNDS}  # what names of columns inside others end with
MOST = 0.8  # of the cells
LONG = 60  # characters of a cell that tells, and names no kind of action
# The languages whose names of months, places and things a name of a column may show; by words that are theirs alone.
SHOWS = {
    "es": "fecha|empresa|huelga|ciudad|trabajadores|motivo|sindicato|lugar|pais|descripcion|fuente|municipio|resultado",
    "fr": "entreprise|lieu|ville|syndicat|greve|pays|debut|salaries|grevistes|revendications|commune",
    "de": "datum|betrieb|unternehmen|stadt|ort|gewerkschaft|beginn|ende|forderung|teilnehmer|beschreibung|quelle|land",
    "pl": "miasto|pracodawca|zaklad|zwiazek|powod|opis|zrodlo|kraj|wynik|miejsce|branza|uczestnicy",
    "pt": "empresa|sindicato|resultado|cidade|trabalhadores|descricao|setor|greve|fim|desfecho|reivindicacoes|fonte",
    "it": "azienda|citta|lavoratori|sindacato|descrizione|sciopero|inizio|fine|luogo|esito|paese",
    "tr": "tarih|isveren|sehir|sendika|isyeri|sonuc|ulke|kaynak|baslangic|aciklama",
    "ar": "تاريخ|شركه|مدينه|نقابه|بلد|مصدر|وصف|عدد العمال|نتيجه|سبب|مكان",
    "ru": "дата|предприятие|город|профсоюз|страна|источник|описание|результат|требования|отрасль|регион",
    "zh": "日期|企业|公司|城市|工会|国家|来源|描述|结果|诉求|行业|人数",
}  # fmt: skip


@functools.cache
def _names() -> dict[str, str]:
    """Folded name of a column -> field; the first that claims a name has it."""
    names: dict[str, str] = {}
    for row in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        field, known = row.split("\t")
        for name in known.split("|"):
            names.setdefault(name, field)
    return names


def guess(look: Look, name: str) -> Mapping:
    """A mapping for `look`'s file that an editor can adjust; `name` is what the list will be called."""
    rules: dict[str, Rule] = {}
    taken: Counter[str] = Counter()
    beside, passed = set[tuple[str, str]](), set[str]()
    for exact in (True, False):
        for column in look.layout.columns:
            field = "" if column in rules or column in passed else fitting(column, look, exact=exact)
            if not field:
                continue
            rule = rule_for(column, field, look)
            key = f"{field} {rule.how}" if FIELDS[field].kind == "count" else field
            same = (column.rpartition(".")[0], key)  # "country.code" and "country.label" say one thing
            if field != "account" and same[0] and same in beside:
                passed.add(column)
            elif FIELDS[field].several or not taken[key]:
                rules[column] = rule
                taken[key] += 1
                beside.add(same)
    if taken["region"] and not taken["town"]:
        rules |= {rule.column: replace(rule, field="town", how="") for rule in rules.values() if is_town(rule, look)}
    kept_rules = tuple(rules[column] for column in look.layout.columns if column in rules)
    dates = [text for rule in kept_rules if FIELDS[rule.field].kind == "date" for text in cells(look, rule.column)]
    language = language_of(look.layout.columns)
    return Mapping(
        code=f"own-{secrets.token_hex(8)}",
        name=name.strip()[:120] or "?",
        rules=kept_rules,
        fixed=(("language", language),) if language != "en" and not taken["language"] else (),
        order=guess_order(dates),
        encoding="",
    )


def is_town(rule: Rule, look: Look) -> bool:
    """Whether a column of places says only towns: beside one of regions it tells of the same places."""
    return rule.field == "place" and not any("," in text for text in cells(look, rule.column))


def fitting(column: str, look: Look, *, exact: bool) -> str:
    """The field a column's name says, where its cells can be read so; "" where none fits."""
    for name in names_of(column) if exact else parts_of(column):
        field = _names().get(name, "")
        field = OTHERS.get(field, as_named)(cells(look, column)) or field
        if field and holds(field, column, look):
            return field
    return ""


def plain(column: str) -> str:
    return line(column.replace("_", " ").replace("#", " "))


def names_of(column: str) -> list[str]:
    """The whole name, and of one inside another ("who.employer.name") its last parts, of which "name" says nothing."""
    parts = [plain(part) for part in column.split(".") if plain(part)] or [""]
    if len(parts) > 1 and _names().get(parts[-2]) == "source":
        return [f"source {parts[-1]}", *(["source"] if parts[-1] in INSIDE else [])]
    if len(parts) > 1 and parts[-1] in LANGUAGES:  # "text.fr"
        parts = parts[:-1]
    names = [" ".join(parts), " ".join(parts[-2:])]
    if len(parts) == 1 or parts[-1] not in INSIDE:
        return [*names, parts[-1]]
    return names if parts[-1] == "id" else [*names, parts[-2]]


def parts_of(column: str) -> list[str]:
    """The words of a longer name, several together before single ones: "start date of strike"; none of an id inside."""
    inside = "." in column.strip(".")
    words = [word for word in plain(column).split() if not (inside and (word in INSIDE))]
    if column.endswith(".id") or (inside and any(_names().get(word) == "source" for word in words)):
        return []
    longer = [" ".join(words[at : at + many]) for many in (3, 2) for at in range(len(words) - many + 1)]
    return [*longer, *(word for word in words if len(word) > 2 or not word.isascii())]


# What else a name can mean, where its cells say so: the other field, or "".


def country_or_region(texts: list[str]) -> str:
    """ "Land", "State" and "Estado" name both. Many countries have the two letters of a state of the USA."""
    named = [text for text in texts if text.upper() not in STATES]
    countries = len(named) > len(texts) / 2 and share(named, country_of) > MOST
    return "country" if countries else ""


def demand_or_outcome(texts: list[str]) -> str:
    """ "Issue" is what it was about in English, and how it ended in French."""
    outcomes, demands = ([text for text in texts if code_of(scheme, text, {})] for scheme in ("outcome", "demand"))
    return "outcome" if len(outcomes) > len(demands) else ""


def leader_or_union(texts: list[str]) -> str:
    """Who called for it: a kind of leader, or the unions by their names."""
    known = not texts or share(texts, lambda text: code_of("led_by", text, {})) >= ENOUGH
    return "" if known else "organisation"


def form_or_account(texts: list[str]) -> str:
    """ "What" and "Action" may be told in sentences."""
    return "account" if texts and share(texts, lambda text: len(text) > LONG) >= ENOUGH else ""


def as_named(texts: list[str]) -> str:
    """A name that means one thing."""
    return ""


OTHERS: dict[str, Callable[[list[str]], str]] = {
    "region": country_or_region, "demand": demand_or_outcome, "led_by": leader_or_union,
    "form": form_or_account,
}  # fmt: skip


def holds(field: str, column: str, look: Look) -> bool:
    """Whether most cells of a column can be read as this field; an empty column can."""
    texts = cells(look, column)
    if not texts:
        return True
    if field == "number":
        return len(set(texts)) >= len(texts) * MOST
    reads = READS.get(field) or READS.get(FIELDS[field].kind)
    return reads is None or share(texts, reads) >= ENOUGH


def is_day(text: str) -> bool:
    return any(read(text) for read in (read_dates, read_serial, lambda one: read_dates(one, "mdy")))


READS: dict[str, Callable[[str], Any]] = {
    "date": is_day,
    "days": lambda text: read_count(text, rounded=True),
    "count": read_count,
    "degree": lambda text: len(degrees(text)) == 1,
    "point": lambda text: len(degrees(text)) > 1,
    "part": lambda text: not text.replace(".", "").isdigit(),
    "place": lambda text: "," in text or not any(one.isdigit() for one in text),  # no "Local 9" of a union
    "form": lambda text: not text.isdigit(),
}


def language_of(columns: tuple[str, ...]) -> str:
    """The language that most names of columns show; "en" where none does."""
    names = " | ".join(line(column) for column in columns)
    shown = {language: sum(word in names for word in words.split("|")) for language, words in SHOWS.items()}
    best = max(shown, key=lambda language: shown[language])
    return best if shown[best] > 1 else "en"

"""Proposes a mapping for a file never seen: from the names of its columns and from what stands in them."""

import secrets
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from rooted.base.fold import line
from rooted.mappings.cells import read_count
from rooted.mappings.column_names import fields_of, parent_of
from rooted.mappings.countries import country_of
from rooted.mappings.dates import guess_order, read_serial
from rooted.mappings.fields import FIELDS
from rooted.mappings.periods import read_dates
from rooted.mappings.placing import degrees
from rooted.mappings.shape import OWN, Mapping, Rule
from rooted.mappings.sources import is_address
from rooted.mappings.states import STATE_OF_NAME, STATES
from rooted.mappings.ways import ENOUGH, LOOKED_AT, cells, rule_for, share
from rooted.mappings.words import code_of
from rooted.tables.looking import Look

MOST = 0.8  # of the cells
TECHNICAL = {"type", "datatype"}  # inside others, and the same in every row
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


def guess(look: Look, name: str) -> Mapping:
    """A mapping for `look`'s file that an editor can adjust; `name` is what the list will be called."""
    rules: dict[str, Rule] = {}
    taken: Counter[str] = Counter()
    beside, passed = set[tuple[str, str]](), set[str]()
    for exact in (True, False):
        for column in look.layout.columns:
            if column in rules or column in passed:
                continue
            for field in fitting(column, look, exact=exact):
                rule = rule_for(column, field, look)
                key = f"{field} {rule.how}" if FIELDS[field].kind == "count" else field
                same = (parent_of(column), key)  # "country.code" and "country.label" say one thing
                if field != "account" and same[0] and same in beside:
                    passed.add(column)
                    break
                if FIELDS[field].several or not taken[key]:
                    rules[column] = rule
                    taken[key] += 1
                    beside.add(same)
                    break
    if taken["region"] and not taken["town"]:
        rules |= {rule.column: replace(rule, field="town", how="") for rule in rules.values() if is_town(rule, look)}
    kept_rules = tuple(rules[column] for column in look.layout.columns if column in rules)
    dates = [text for rule in kept_rules if FIELDS[rule.field].kind == "date" for text in cells(look, rule.column)]
    language = language_of(look.layout.columns)
    return Mapping(
        code=f"{OWN}{secrets.token_hex(8)}",
        name=name.strip()[:120] or "?",
        rules=kept_rules,
        fixed=(("language", language),) if language != "en" and not taken["language"] else (),
        order=order_of(dates, kept_rules, look),
        encoding="",
    )


def order_of(dates: list[str], rules: tuple[Rule, ...], look: Look) -> str:
    """The order of day and month that figures show; where they show none, as the states of the USA write it."""
    states = [rule.column for rule in rules if rule.field in ("place", "region")]
    named = [text.rpartition(",")[2].strip().upper() for column in states for text in cells(look, column)]
    american = bool(named) and share(named, lambda text: text in STATES or text.lower() in STATE_OF_NAME) >= ENOUGH
    return guess_order(dates, "mdy" if american else "dmy")


def is_town(rule: Rule, look: Look) -> bool:
    """Whether a column of places says only towns: beside one of regions it tells of the same places."""
    return rule.field == "place" and not any("," in text for text in cells(look, rule.column))


def fitting(column: str, look: Look, *, exact: bool) -> Iterator[str]:
    """The fields a column's name says, where its cells can be read so; the likeliest first."""
    texts = cells(look, column)
    if column.rpartition(".")[2] in TECHNICAL and "." in column and len(set(texts)) == 1:
        return
    for said in fields_of(column, exact=exact):
        field = OTHERS.get(said, as_named)(texts) or said
        if holds(field, column, look):
            yield field


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
    if field == "form" and len(texts) > 1 and len(set(texts)) == 1 and not code_of("form", texts[0], {}):
        return False  # "Feature" in every row
    if field == "point":
        texts = [value for row in look.samples[:LOOKED_AT] if (value := row.get(column)) not in (None, "", [])]
        return share(texts, is_point) >= ENOUGH
    reads = READS.get(field) or READS.get(FIELDS[field].kind)
    return reads is None or share(texts, reads) >= ENOUGH


def is_day(text: str) -> bool:
    return any(read(text) for read in (read_dates, read_serial, lambda one: read_dates(one, "mdy")))


def is_point(value: Any) -> bool:
    """Two figures, as text or as a list, or a list of such."""
    first = value[0] if isinstance(value, list) and isinstance(value[0], list | tuple | str) else value
    return len(degrees(first)) > 1


READS: dict[str, Callable[[str], Any]] = {
    "date": is_day,
    "days": lambda text: read_count(text, rounded=True),
    "count": read_count,
    "degree": lambda text: len(degrees(text)) == 1,
    "part": lambda text: not text.replace(".", "").isdigit(),
    "place": lambda text: "," in text or not any(one.isdigit() for one in text),  # no "Local 9" of a union
    "form": lambda text: not text.isdigit(),
    "title": lambda text: not is_address(text),
}


def language_of(columns: tuple[str, ...]) -> str:
    """The language that most names of columns show; "en" where none does."""
    names = " | ".join(line(column) for column in columns)
    shown = {language: sum(word in names for word in words.split("|")) for language, words in SHOWS.items()}
    best = max(shown, key=lambda language: shown[language])
    return best if shown[best] > 1 else "en"

"""Proposes a mapping for a file never seen: from the names of its columns and from what stands in them."""

import functools
import secrets
from collections import Counter
from pathlib import Path
from typing import Any

from rooted.base.fold import line
from rooted.mappings.cells import kept, read_count, read_list, says_nothing, several
from rooted.mappings.coding import scheme_of
from rooted.mappings.dates import guess_order, read_dates
from rooted.mappings.fields import FIELDS
from rooted.mappings.placing import degrees
from rooted.mappings.shape import Mapping, Rule
from rooted.mappings.states import STATES
from rooted.mappings.words import CODES, code_of
from rooted.tables.looking import Look

TABLE = Path(__file__).parent / "data" / "columns.txt"
ENOUGH = 0.5  # of the cells must look like what the field holds
LOOKED_AT = 40  # rows
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
    for exact in (True, False):
        for column in look.layout.columns:
            field = "" if column in rules else fitting(column, look, exact=exact)
            if field and (FIELDS[field].several or not taken[field]):
                rules[column] = rule_for(column, field, look)
                taken[field] += 1
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


def fitting(column: str, look: Look, *, exact: bool) -> str:
    """The field a column's name says, where its cells can be read so; "" where none fits."""
    folded = line(column.replace("_", " ").replace("#", " "))
    last = line(column.rpartition(".")[2].replace("_", " "))
    words = [folded, last] if exact else parts_of(folded)
    for word in words:
        field = _names().get(word, "")
        if field and holds(field, column, look):
            return field
    return ""


def parts_of(folded: str) -> list[str]:
    """The words of a longer name, two together before single ones: "start date of strike"."""
    words = folded.split()
    pairs = [" ".join(words[at : at + 2]) for at in range(len(words) - 1)]
    return [*pairs, *(word for word in words if len(word) > 2 or not word.isascii())]


def cells(look: Look, column: str) -> list[str]:
    """What stands in a column of the rows kept, as text; empty cells left out."""
    texts = (kept(values.get(column)) for values in look.samples[:LOOKED_AT])
    return [text for text in texts if not says_nothing(text)]


def holds(field: str, column: str, look: Look) -> bool:
    """Whether most cells of a column can be read as this field; an empty column can."""
    texts = cells(look, column)
    if not texts:
        return True
    kind = FIELDS[field].kind
    if kind == "date":
        return share(texts, lambda text: read_dates(text) or read_dates(text, "mdy")) >= ENOUGH
    if kind == "count":
        return share(texts, read_count) >= ENOUGH
    if kind == "degree":
        return share(texts, lambda text: len(degrees(text)) == 1) >= ENOUGH
    if kind == "part":
        return share(texts, lambda text: not text.replace(".", "").isdigit()) >= ENOUGH
    return field != "form" or share(texts, lambda text: not text.isdigit()) >= ENOUGH


def share(texts: list[str], fits: Any) -> float:
    return sum(bool(fits(text)) for text in texts) / len(texts)


# ── how ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def rule_for(column: str, field: str, look: Look) -> Rule:
    """The rule for a column that fills a field, its way and its separator found from the cells."""
    return Rule(column, field, guess_how(column, field, look), guess_split(column, field, look))


def guess_how(column: str, field: str, look: Look) -> str:
    texts = cells(look, column)
    if field == "place":
        return guess_place(texts)
    if field == "branch":
        return "naics" if "naics" in line(column) else ""
    if field == "employer" and line(column) == "landlord":
        return "landlord"
    if field == "point":
        return "lon-lat" if line(column).endswith("coordinates") and "geometry" in line(column) else ""
    return ""


def guess_place(texts: list[str]) -> str:
    if not texts:
        return "commas"
    if share(texts, lambda text: text.rpartition(",")[2].strip().upper() in STATES) >= ENOUGH:
        return "us"
    plain = [text for one in texts for text in (read_list(one) or [one])]
    hyphened = share(plain, lambda text: "-" in str(text) and "," not in str(text) and str(text).islower())
    return "hyphens" if hyphened >= ENOUGH else "commas"


def guess_split(column: str, field: str, look: Look) -> str:
    """How several values are parted inside the cells of a column, if they are."""
    if not FIELDS[field].several or field == "account":
        return ""
    texts = cells(look, column)
    if any(isinstance(values.get(column), list) for values in look.samples):
        return ""
    if texts and share(texts, read_list) >= ENOUGH:
        return "list"
    if field in ("point", "site"):
        return ""
    for sign in (";", "|", "\n"):
        if any(sign in text for text in texts):
            return "lines" if sign == "\n" else sign
    by_comma = FIELDS[field].kind == "codes" and field != "tag" and words_by_comma(texts, field)
    return "," if by_comma or (field == "tag" and any("," in text for text in texts)) else ""


def words_by_comma(texts: list[str], field: str) -> bool:
    """Whether commas part words: where the parts are known and the whole is not."""
    scheme = scheme_of(field)
    for text in texts:
        parts = several(text, ",")
        unknown = scheme in CODES and len(parts) > 1 and not code_of(scheme, text, {})
        if unknown and all(code_of(scheme, part, {}) for part in parts):
            return True
    return False


def language_of(columns: tuple[str, ...]) -> str:
    """The language that most names of columns show; "en" where none does."""
    names = " | ".join(line(column) for column in columns)
    shown = {language: sum(word in names for word in words.split("|")) for language, words in SHOWS.items()}
    best = max(shown, key=lambda language: shown[language])
    return best if shown[best] > 1 else "en"

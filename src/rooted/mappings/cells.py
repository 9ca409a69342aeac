"""Single cells: texts without what no database keeps, several values in one cell, numbers, yes and no."""

import ast
import json
import re
from typing import Any

from rooted.base.fold import fold, line
from rooted.tables.table import UNKEEPABLE

LONGEST_LIST = 200_000  # characters of a list written into a cell
SPLITS = {"list": None, ";": ";", ",": ",", "|": "|", "/": "/", "lines": None}
NOTHING = frozenset(
    [
        "", "na", "n a", "none", "null", "nan", "nil", "unknown", "not known", "not provided", "not specified",
        "no data", "desconocido", "ninguno", "ninguna", "sin datos", "inconnu", "aucun", "unbekannt", "keine", "k a",
        "nieznany", "brak", "brak danych", "desconhecido", "sconosciuto", "nessuno", "bilinmiyor", "yok", "غير معروف",
        "unk", "n c", "n d", "b d", "s d", "non connu", "inconnue", "non renseigne",
        "nicht bekannt", "bez danych", "nie wiadomo", "sin informacion", "se desconoce", "aucune",
        "неизвестно", "нет данных", "нет", "未知", "不详", "无",
    ]
)  # fmt: skip
MISTAKES = frozenset(["nv", "ref", "value"])  # of a spreadsheet, behind "#"; "NV" alone is Nevada
YES = frozenset(["yes", "true", "1", "y", "x", "si", "oui", "ja", "tak", "sim", "evet", "نعم", "да", "是", "online"])


def kept(value: Any) -> str:
    """A cell as text a database can keep: NUL and half characters become "�"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "True" if value else "False"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    text = value if isinstance(value, str) else json.dumps(value) if isinstance(value, list | dict) else str(value)
    return UNKEEPABLE.sub("�", text).strip()


def says_nothing(text: str) -> bool:
    """Whether a cell only says that nothing is known: "", "None", "n/a", "–", "?", "#NV"."""
    if len(text) > 20:
        return False
    said = line(text)
    return said in NOTHING or (text.startswith("#") and said in MISTAKES)


def several(value: Any, split: str = "") -> list[str]:
    """The values of one cell, each once, in their order; what says nothing is left out."""
    parts = [kept(one) for one in whole(value, split)]
    return list(dict.fromkeys(part for part in parts if not says_nothing(part)))


def whole(value: Any, split: str) -> list[Any]:
    """The parts of a cell as they stand there, lists inside them kept (coordinates)."""
    if isinstance(value, list):
        return value
    text = kept(value)
    if split == "list":
        found = read_list(text)
        return [text] if found is None else found
    if split == "lines":
        return text.splitlines()
    return text.split(split) if split in (";", ",", "|", "/") else [text]


def read_list(text: str) -> list[Any] | None:
    """A list as Python or JSON writes it ("['a', 'b']"); None where it is none."""
    if not text.startswith(("[", "(", "{")) or len(text) > LONGEST_LIST:
        return None
    for read in (json.loads, ast.literal_eval):
        try:
            found = read(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
            continue
        return list(found) if isinstance(found, list | tuple | set) else None
    return None


def says_yes(text: str) -> bool:
    return line(text) in YES


# ── numbers ─────────────────────────────────────────────────────────────────────────────────────────────────────────

Count = tuple[int | None, int | None]
LARGEST = 2_000_000_000
NUMBER = re.compile(r"\d[\d.,'\u00a0\u202f ]*")
GROUPED = re.compile(r"\d{1,3}(?:[.,'\u00a0\u202f ]\d{3})+")
DECIMAL = re.compile(r"(\d+|\d{1,3}(?:[.'\u00a0\u202f ]\d{3})+(?=,)|\d{1,3}(?:[,'\u00a0\u202f ]\d{3})+(?=\.))[.,](\d+)")
NO_DIGIT = r"\D"
AT_LEAST = {
    20: "kilkadziesiat|kilkudziesieciu",
    24: "dozens|decenas|dizaines|dutzende|dziesiatki|dezenas|decine|duzinelerce|عشرات|десятки|数十",
    100: "hundreds|cientos|centenares|centaines|hunderte|setki|centenas|centinaia|yuzlerce|مئات|сотни|数百",
    200: "several hundred|varios cientos|varios centenares|plusieurs centaines|mehrere hundert|kilkaset|kilkuset",
    1000: "thousands|miles|milliers|tausende|tysiace|milhares|migliaia|binlerce|الاف|тысячи|数千",
    2000: "several thousand|varios miles|plusieurs milliers|mehrere tausend|kilka tysiecy",
}
ABOUT = {
    10: "une dizaine|una decina|una decena", 12: "a dozen|une douzaine|ein dutzend|una docena|tuzin",
    15: "une quinzaine|una quincena", 20: "une vingtaine|una ventina|una veintena|una vintena", 30: "une trentaine",
    40: "une quarantaine", 50: "une cinquantaine", 100: "a hundred|une centaine|un centenar|un centinaio|uma centena",
    1000: "a thousand|un millier|un millar|un migliaio|um milhar",
}  # fmt: skip
IN_WORDS: dict[str, Count] = {
    line(word): (least, None) for least, words in AT_LEAST.items() for word in words.split("|")
}
IN_WORDS |= {line(word): (number, number) for number, words in ABOUT.items() for word in words.split("|")}
MORE = re.compile(
    r"^(?:>=?|≥|over|more than|at least|min|mas de|al menos|plus de|au moins|mehr als|mindestens|uber|ponad|"
    r"co najmniej|mais de|pelo menos|piu di|almeno|اكثر من|более|больше|не менее|超过|至少)|\+$|以上$"
)
LESS = re.compile(
    r"^(?:<=?|≤|under|less than|up to|at most|max|menos de|hasta|moins de|jusqu a|weniger als|unter|bis zu|hochstens|"
    r"ponizej|do |ate |fino a|meno di|اقل من|до |менее|不到)"
)
TO = re.compile(r"\s*(?:-|–|—|~|to|and|bis|und|a|y|et|ile|do|ate|e|и|до|至|到|الى)\s*")
MILLION = re.compile(r"^(?:m|mio|mln|million|millions|millones|millionen)\b")
THOUSAND = re.compile(r"^(?:k\b|thousand|mil\b|mille\b|tausend|tsd|tys|mila\b|bin\b|الف|тыс)")


def read_count(text: str, *, rounded: bool = False) -> Count | None:
    """The least and the most that a cell says: "27.0", "1,200", "50-100", "over 100", "hundreds"; None if no number.

    A number with a part behind it counts no people; `rounded` reads it for what can be counted in parts (days).
    """
    plain = fold(text).strip()
    if (said := IN_WORDS.get(line(plain))) is not None:
        return said
    found = list(NUMBER.finditer(plain))
    numbers = [number for one in found if (number := as_number(one, plain, rounded)) is not None]
    if not numbers or len(numbers) != len(found) or max(numbers) > LARGEST or plain.startswith("-"):
        return None
    if len(numbers) == 2:
        between = plain[found[0].start() + len(found[0][0].rstrip()) : found[1].start()]
        return (numbers[0], numbers[1]) if TO.fullmatch(between) and numbers[0] <= numbers[1] else None
    if len(numbers) > 2:
        return None
    if MORE.search(plain):
        return numbers[0], None
    return (None, numbers[0]) if LESS.search(plain) else (numbers[0], numbers[0])


def as_number(found: re.Match[str], text: str, rounded: bool) -> int | None:
    """One number of a text; None for a part of a number that is not whole."""
    digits = found[0].rstrip(" .,'\u00a0\u202f")
    if len(digits) > 15:
        return LARGEST + 1
    after = text[found.start() + len(digits) :].lstrip()
    times = 1_000_000 if MILLION.match(after) else 1_000 if THOUSAND.match(after) else 1
    if digits.isdigit():
        return int(digits) * times
    if GROUPED.fullmatch(digits):
        return int(re.sub(r"\D", "", digits)) * times
    if (parts := DECIMAL.fullmatch(digits)) and (times > 1 or rounded or not parts[2].strip("0")):
        return round(float(f"{re.sub(NO_DIGIT, '', parts[1])}.{parts[2]}") * times)
    return None

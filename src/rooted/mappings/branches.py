"""Branches in figures: ISIC sections and divisions, NAICS (2022) sectors. Their names stand in data/words.txt."""

import re

from rooted.records.branches import BRANCHES

# NAICS sectors (two figures) by the ISIC section that covers most of each.
NAICS = {
    "11": "A", "21": "B", "22": "D", "23": "F", "31": "C", "32": "C", "33": "C", "42": "G", "44": "G", "45": "G",
    "48": "H", "49": "H", "51": "J", "52": "K", "53": "L", "54": "M", "55": "M", "56": "N", "61": "P", "62": "Q",
    "71": "R", "72": "I", "81": "S", "92": "O",
}  # fmt: skip
LETTERED = re.compile(r"([a-u])(\d\d)?\d{0,2}")
FIGURES = re.compile(r"(\d{2})\d{0,4}(?:\.\d+)*\.?[a-z]?")


def branch_of(text: str, how: str) -> str:
    """The code of codes.BRANCHES for figures or a letter ("H", "H52", "5210", "62.0", "18.12Z"); "" for others."""
    plain = text.strip().lower()
    if how == "naics":
        found = FIGURES.fullmatch(plain)
        return NAICS.get(found[1], "") if found else ""
    if found := LETTERED.fullmatch(plain):
        return found[2] if found[2] in BRANCHES else found[1].upper()
    found = FIGURES.fullmatch(plain)
    return found[1] if found and found[1] in BRANCHES else ""

"""By which words a firm is known: "Amazon", "Amazon Inc." and "AMAZON LTD" are one employer.

What a firm is by law says nothing about which firm it is. Only the end of a name is looked at ("Co-op Bank Ltd" is
"co op bank"), and a name that is nothing else ("The Company", "AG") stays as it is. Who owns whom is not known here.
"""

import re

from rooted.base.fold import kept_words, line

LONGEST, FOLDED_LENGTH = 1_000, 240  # what is read of a name, and kept
_FORMS = """
inc incorporated corp corporation co company ltd limited llc llp lp plc pty pvt gmbh ggmbh ag kg kgaa ug ohg se sa sas
sarl srl sl spa bv nv ab as asa aps oy oyj sro kft zrt ltda
"""
LEGAL_FORMS = frozenset(_FORMS.split())
_WITH_DOTS = (" ".join(form) for form in LEGAL_FORMS if 2 <= len(form) <= 4)  # "S.A.", "L.L.C.", "A/S"
_IN_WORDS = ("and co", "and company", "und co", "et cie", "sp zoo", "sp z oo", "sp z o o", "de cv", "de c v")
_ONE = "|".join(sorted({*LEGAL_FORMS, *_WITH_DOTS, *_IN_WORDS}, key=len, reverse=True))
# In "U.S.A." the end is no "S.A.". One form at a time: "s a s a s a" can be read in very many ways.
_AT_THE_END = re.compile(rf"(?<=\S) (?:{_ONE})(?<!\bu s a)$")
_SMALL = frozenset(["the", "a", "an", "la", "le", "el", "los", "das", "die", "der"])


def folded(name: str) -> str:
    """A name's folded words without its legal form, by which the same employer is known again; "" if it has no words.

    folded(folded(x)) is folded(x): an address may hold either.
    """
    name = name[:LONGEST]
    for _again in range(3):  # a word that stands twice is kept once: "Foo Co Foo" ends with "Co" then
        name = " ".join(kept_words(_without_form(line(name))))[:FOLDED_LENGTH].strip()
    return name


def _without_form(words: str) -> str:
    while set((left := _AT_THE_END.sub("", words)).split()) - _SMALL and left != words:
        words = left
    return words

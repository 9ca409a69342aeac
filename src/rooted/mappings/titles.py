"""Titles and names for records whose source gives none of its own."""

import re

LONGEST_TITLE = 100
ENDS = re.compile(r"[.!?。؟][\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9\u0080-\uffff])")
SHORT_FORMS = re.compile(
    r"(?:\b[A-Z]|\b(?:Inc|Corp|Co|Ltd|Mr|Mrs|Ms|Dr|St|No|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Gov|Sen|Rep|Jr))$"
)


def first_sentence(account: str) -> str:
    """The first sentence, its full stop left out; the whole first line where there is no end."""
    line = account.strip().split("\n", 1)[0].strip()
    for end in ENDS.finditer(line):
        if not SHORT_FORMS.search(line[: end.start()]):
            line = line[: end.end()].strip()
            break
    return line[:-1] if line.endswith(".") and not SHORT_FORMS.search(line[:-1]) else line


def title_from(account: str) -> str:
    """At most 100 characters: the first sentence, cut between words and ended with "…" where it is longer."""
    sentence = re.sub(r"\s+", " ", first_sentence(account))
    if len(sentence) <= LONGEST_TITLE:
        return sentence
    cut = sentence[: LONGEST_TITLE - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space else cut).rstrip(" ,;:–-") + "…"


def as_written(name: str, account: str) -> str:
    """A name in the letters the account writes it in ("ibm" -> "IBM"); as given where the account lacks it."""
    plain = name.replace("_", " ")
    found = re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", account, re.IGNORECASE)
    return found.group(0) if found else plain[:1].upper() + plain[1:]

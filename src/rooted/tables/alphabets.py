"""Which alphabet an old file is written in: the one in which the fewest signs stand where no writer puts them."""

import codecs
import re
import unicodedata
from collections import Counter
from itertools import pairwise

# In this order where several read equally well; gb18030 reads nearly anything, so it comes last.
OLD = ("cp1252", "cp1250", "cp1254", "cp1251", "cp1253", "cp1256", "gb18030")
LOOKED_AT = 1_000_000  # bytes
MOST_WORDS = 2_000
LONGEST = 50_000  # bytes of these words
WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~]+")
BESIDE = "’‘“”„«»‹›…–—•·°§€£©®™\u00a0ºª¿¡،؛؟ـ"  # what stands at the edge of words, or alone
INSIDE = "’‘–—…"  # what may stand inside a word: "Amazon’s"
# The letters with marks of each language that is written in Latin ones.
LATIN = [
    "àâæçéèêëîïôœùûüÿ", "äöüß", "áéíñóúü", "ãõáâàçéêíóôúü", "àèéìíòóùú", "åäöæøéü", "áðéíóúýþæö", "àçèéíïòóúü·",
    "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž", "äõöüšž", "çğıi̇öşüâîû",
]  # fmt: skip


def likeliest(content: bytes) -> list[str]:
    """The old alphabets that make words of the beginning of a file, the likeliest first; none for what is no text."""
    words = [word for word in content[:LOOKED_AT].split() if not word.isascii()][:MOST_WORDS]
    counted = {name: strange(b" ".join(words)[:LONGEST], name) for name in OLD}
    return sorted((name for name in OLD if counted[name] <= len(words) / 2), key=lambda name: counted[name])


def strange(content: bytes, encoding: str) -> int:
    """How many signs of a text look wrong in this alphabet."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(content)
    marked = Counter(one for one in text.lower() if ord(one) > 127 and script(one) == "LATIN")
    foreign = min(sum(often for letter, often in marked.items() if letter not in language) for language in LATIN)
    return foreign + sum(strange_in(word.strip(BESIDE)) for word in WORD.findall(text) if not word.isascii())


def strange_in(word: str) -> int:
    """Signs inside a word, two scripts in one word, capitals behind small letters."""
    signs = sum(not one.isprintable() or (ord(one) > 127 and not one.isalpha()) for one in word if one not in INSIDE)
    mixed = len(word) if len({script(one) for one in word if one.isalpha()}) > 1 else 0
    turned = sum(a.islower() and b.isupper() and not (a + b).isascii() for a, b in pairwise(word))
    return signs + mixed + turned


def script(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]

"""Words that say why, in each language: comparisons tell what stands together in records, never why.

Whole words, but for the stems that end in "*" here. What can be compared may follow from what is known: ALLOWED.
"""

import re
from functools import cache

from babel.messages.catalog import Catalog

from tests.walk.texts import key, translations

# In the English source of a sentence that speaks of the comparing, not of the struggles.
ALLOWED = ("so they cannot be compared",)
WORDS = {
    "en": """because; since; caus*; due to; lead to; leads to; led to; therefore; thus; hence; effect*; affect*;
        impact*; result*; owing; thanks to; explain*; reason*; make; makes; thereby; so that; depend*;
        influence*; drive; drives; help*; work better; works better""",
    "ar": """لأن*; بسبب; سبب; سبّب; يسبب; تسبب; يسبّب; تسبّب; لذلك; لذا; ولذلك; ولذا; وبذلك; بذلك; إذن;
        بفضل; جراء; جرّاء; يؤدي; تؤدي; أدى; أدت; يفضي; تفضي; أثر; أثّر; يؤثر; تؤثر; تأثير; بتأثير; نتيجة ل*;
        نتيجةً ل*; كنتيجة; ناتج*; ناجم*; ينتج; نتج; يفسر; يفسّر; تفسر; كي; لكي; مما; يعتمد; تعتمد; يساعد;
        تساعد; يجعل; تجعل; من أجل ذلك""",
    "de": """weil; denn; wegen; aufgrund; deshalb; deswegen; darum; daher; dadurch; somit; folglich; infolge*;
        sodass; damit; ursache*; verursach*; bewirk*; auswirk*; wirkung*; wirkt; wirken; einfluss;
        beeinfluss*; führt zu; führen zu; führte zu; führt dazu; hängt; hängen; dank; grund; gründe;
        gründen; erklär*; hilft; helfen; folge; folgen; also; sorgt; macht; ergibt; liegt daran""",
    "es": """porque; ya que; puesto que; dado que; debido; a causa; causa; causan; causó; por eso; por ello; por
        lo tanto; por tanto; así que; así pues; gracias; lleva a; llevan a; llevó a; conduce*;
        provoc*; efecto*; influ*; depende*; hace que; hacen que; razón; razones; explic*; afect*; como
        resultado; resulta de; resultan de; ayuda*; debe a""",
    "fr": """parce; puisque; car; à cause; en raison; raison*; grâce à; donc; par conséquent; c’est pourquoi; de
        ce fait; du fait; entraîn*; provoqu*; caus*; mène à; mènent à; mène vers; condui*; effet*; influe*;
        influenc*; dépend*; expliqu*; résult*; afin; dû à; due à; dus à; dues à; aide*; si bien que; de
        sorte que; fait que""",
    "pl": """bo; ponieważ; gdyż; dlatego; zatem; więc; toteż; wskutek; skutk*; skutek; z powodu; powod*; powód;
        przyczyn*; dzięki; wpływ*; prowadzi do; prowadzą do; prowadziło do; zależ*; wynika*; w wyniku;
        sprawia*; wyjaśni*; tłumacz*; pomaga*; przez co; stąd; daje; dają; efekt*; aby; żeby wygra*""",
}  # fmt: skip


@cache
def causal(language: str) -> re.Pattern[str]:
    """What says why in that language."""
    words = [re.escape(" ".join(word.split())).replace(r"\*", r"\w*") for word in WORDS[language].split(";")]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def says_why(texts: set[tuple[str, ...]], book: Catalog, language: str) -> list[str]:
    """The translations of `texts` that say why, and the source's own words."""
    found = []
    for message in book:
        if not message.id or key(message) not in texts or any(part in key(message)[0] for part in ALLOWED):
            continue
        said = [("en", text) for text in key(message)] + [(language, text) for text in translations(message)]
        found += [f"{text!r} says why in {code}: {hit[0]}" for code, text in said if (hit := causal(code).search(text))]
    return found

"""What an answer says: whole sentences, one for each thing asked and each shape of the answer. None says why.

Struggles were written down by many hands for many reasons: a sentence tells how often something stands there, no more.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rooted.base.language import isolated
from rooted.base.templatetags.parts import grouped
from rooted.comparisons import figures, saying
from rooted.comparisons.answer import Answer, Line
from rooted.comparisons.figures import Share, Spread
from rooted.comparisons.measures import Measure

ONE, TWO, MANY, EVEN = "one", "two", "many", "even"

OF_THOSE: dict[tuple[str, str], Promise] = {
    ("won", ONE): gettext_lazy("Of “%(first)s”, %(one)s were won, counting those whose outcome is known."),
    ("won", TWO): gettext_lazy(
        "“%(first)s” won more often, %(one)s, than “%(last)s”, %(other)s, counting those whose outcome is known."
    ),
    ("won", MANY): gettext_lazy(
        "“%(first)s” won most often, %(one)s, and “%(last)s” least often, %(other)s, "
        "counting those whose outcome is known."
    ),
    ("won", EVEN): gettext_lazy("“%(first)s” and “%(last)s” won equally often, %(one)s and %(other)s."),
    ("gained", ONE): gettext_lazy(
        "Of “%(first)s”, %(one)s were won at least in part, counting those whose outcome is known."
    ),
    ("gained", TWO): gettext_lazy(
        "“%(first)s” won at least in part more often, %(one)s, than “%(last)s”, %(other)s, "
        "counting those whose outcome is known."
    ),
    ("gained", MANY): gettext_lazy(
        "“%(first)s” won at least in part most often, %(one)s, and “%(last)s” least often, %(other)s, "
        "counting those whose outcome is known."
    ),
    ("gained", EVEN): gettext_lazy(
        "“%(first)s” and “%(last)s” won at least in part equally often, %(one)s and %(other)s."
    ),
    ("lost", ONE): gettext_lazy("Of “%(first)s”, %(one)s were lost, counting those whose outcome is known."),
    ("lost", TWO): gettext_lazy(
        "“%(first)s” lost more often, %(one)s, than “%(last)s”, %(other)s, counting those whose outcome is known."
    ),
    ("lost", MANY): gettext_lazy(
        "“%(first)s” lost most often, %(one)s, and “%(last)s” least often, %(other)s, "
        "counting those whose outcome is known."
    ),
    ("lost", EVEN): gettext_lazy("“%(first)s” and “%(last)s” lost equally often, %(one)s and %(other)s."),
    ("lasted", ONE): gettext_lazy(
        "Half of “%(first)s” lasted %(one)s or longer, counting those whose length is known."
    ),
    ("lasted", TWO): gettext_lazy(
        "“%(first)s” lasted longer than “%(last)s”: half of them %(one)s or longer, of the others half %(other)s, "
        "counting those whose length is known."
    ),
    ("lasted", MANY): gettext_lazy(
        "“%(first)s” lasted longest, half of them %(one)s or longer, and “%(last)s” shortest, %(other)s, "
        "counting those whose length is known."
    ),
    ("lasted", EVEN): gettext_lazy("“%(first)s” and “%(last)s” lasted equally long: half of both %(one)s or longer."),
    ("people", ONE): gettext_lazy(
        "In half of “%(first)s”, %(one)s or more took part, counting those whose number is known."
    ),
    ("people", TWO): gettext_lazy(
        "In “%(first)s” more took part than in “%(last)s”: in half of them %(one)s or more, in half of the others "
        "%(other)s, counting those whose number is known."
    ),
    ("people", MANY): gettext_lazy(
        "In “%(first)s” most took part, in half of them %(one)s or more, and in “%(last)s” fewest, %(other)s, "
        "counting those whose number is known."
    ),
    ("people", EVEN): gettext_lazy(
        "In “%(first)s” and “%(last)s” equally many took part: in half of both %(one)s or more."
    ),
    ("days", ONE): gettext_lazy("In half of “%(first)s”, %(one)s or more were not worked, counting those known."),
    ("days", TWO): gettext_lazy(
        "In “%(first)s” more days were not worked than in “%(last)s”: in half of them %(one)s or more, in half of the "
        "others %(other)s, counting those known."
    ),
    ("days", MANY): gettext_lazy(
        "In “%(first)s” most days were not worked, in half of them %(one)s or more, and in “%(last)s” fewest, "
        "%(other)s, counting those known."
    ),
    ("days", EVEN): gettext_lazy(
        "In “%(first)s” and “%(last)s” equally many days were not worked: in half of both %(one)s or more."
    ),
    ("records", ONE): gettext_lazy("“%(first)s”: %(one)s."),
    ("records", TWO): gettext_lazy("There are more of “%(first)s” than of “%(last)s”: %(one)s and %(other)s."),
    ("records", MANY): gettext_lazy("There are most of “%(first)s”, %(one)s, and fewest of “%(last)s”, %(other)s."),
    ("records", EVEN): gettext_lazy("There are equally many of “%(first)s” and of “%(last)s”: %(one)s each."),
}
NOTHING_KNOWN = {
    Share: gettext_lazy("How these went is not known, so they cannot be compared."),
    Spread: gettext_lazy("These numbers are not known, so they cannot be compared."),
}


def headline(measure: Measure, answer: Answer) -> str:
    """The answer as one sentence."""
    lines = answer.whole.lines
    if not answer.everything.n:
        return _("Nothing in the chronicle fits this question yet.")
    if not any(line.n for line in lines):
        return _("Of none of these is it written down, so they cannot be compared.")
    kind = type(lines[0].figure)
    if kind in NOTHING_KNOWN and all(line.figure.middle is None for line in lines):
        return str(NOTHING_KNOWN[kind])
    if len(lines) > 1 and len(answer.ranked) < 2:
        return _("Too few are known to compare these: fewer than 10 in all of them, or in all but one.")
    ranked = answer.ranked or list(lines)
    return _filled(measure, ranked, _shape(ranked))


def _shape(ranked: list[Line]) -> str:
    if len(ranked) == 1:
        return ONE
    if ranked[0].figure.middle == ranked[-1].figure.middle:
        return EVEN
    return TWO if len(ranked) == 2 else MANY


def _filled(measure: Measure, ranked: list[Line], shape: str) -> str:
    first, last = ranked[0], ranked[-1]
    values = {
        "first": isolated(first.words),
        "one": saying.said(measure, first.figure),
        "last": isolated(last.words),
        "other": saying.said(measure, last.figure),
    }
    return str(OF_THOSE[measure.key, shape]) % values


def how_sure(measure: Measure, answer: Answer) -> str:
    """How far the sentence carries, as one more; "" where there is nothing to say."""
    if len(answer.ranked) < 2 or answer.verdict == figures.EVEN:
        return ""
    if measure.columns is None:
        return _("More records can also mean that more was written down there.")
    first, last = answer.ranked[0], answer.ranked[-1]
    if answer.verdict == figures.OPEN and isinstance(first.figure, Share) and isinstance(last.figure, Share):
        return _(
            "With those not known it could be the other way round: of all of “%(first)s” it is %(one)s, "
            "of all of “%(last)s” %(other)s."
        ) % {
            "first": isolated(first.words),
            "one": saying.between(first.figure),
            "last": isolated(last.words),
            "other": saying.between(last.figure),
        }
    sure = {
        figures.OPEN: _("With those not known it could be the other way round."),
        figures.CHANCE: _("In numbers this small a difference like this is common by chance."),
        figures.APART: _("It stays so however those went of which it is not known."),
    }
    return sure.get(answer.verdict, "")


FEW, TWICE, GROUPS, PARTS, INEXACT, HOUSEHOLDS = "few", "twice", "groups", "parts", "inexact", "households"


def remarks(answer: Answer, *, inexact: int, households: int) -> dict[str, str]:
    """What else has to be said, each a sentence: who counts twice, what is not shown, what is only nearly known."""
    few = sum(line.few for line in answer.whole.lines)
    counted = [
        (FEW, few, ngettext(
            "Of %(n)s group fewer than 10 are known. It is marked, and not ranked.",
            "Of %(n)s groups fewer than 10 are known. They are marked, and not ranked.", few)),
        (TWICE, answer.twice, ngettext(
            "%(n)s struggle counts in more than one of these groups.",
            "%(n)s struggles count in more than one of these groups.", answer.twice)),
        (GROUPS, answer.not_shown, ngettext(
            "%(n)s more group is not shown.", "%(n)s more groups are not shown.", answer.not_shown)),
        (PARTS, answer.parts_not_shown, ngettext(
            "%(n)s more part is not shown, the one with the fewest struggles.",
            "%(n)s more parts are not shown, those with the fewest struggles.", answer.parts_not_shown)),
        (INEXACT, inexact, ngettext(
            "%(n)s struggle is dated to a decade or a century only. It counts in the first year of it.",
            "%(n)s struggles are dated to a decade or a century only. They count in the first year of it.", inexact)),
        (HOUSEHOLDS, households, ngettext(
            "In %(n)s struggle households are counted, not people.",
            "In %(n)s struggles households are counted, not people.", households)),
    ]  # fmt: skip
    return {key: words % {"n": grouped(number)} for key, number, words in counted if number}


def within_parts(measure: Measure, answer: Answer) -> str:
    """In how many parts of the split two groups stand in the same order as in the whole; "" where that is not asked."""
    same, compared = answer.agreeing if measure.columns else (0, 0)
    if not compared:
        return ""
    words = ngettext(
        "Split up, it is the same way round in %(same)s of %(n)s part in which enough is known.",
        "Split up, it is the same way round in %(same)s of %(n)s parts in which enough is known.",
        compared,
    )
    return words % {"same": grouped(same), "n": grouped(compared)}


def reading(measure: Measure) -> str:
    """How the figures are to be read."""
    if measure.number is None:
        return _(
            "“Share of those known”: goes on and not known are left out. “Give or take”: where 95 of 100 such shares "
            "would lie (E. B. Wilson, 1927). “Share of all”: the least and the most it can be, whatever is true of "
            "those not known."
        )
    return _(
        "A quarter, half, three quarters of those known have up to so many; of a range the lower number counts. "
        "“Half, whatever is not known”: between what numbers half would lie, if the unknown ones were all small or all "
        "large."
    )

"""The ways to decide: their names, what one can choose, and the rules frozen with a question.

A choice is JSON: a word of `choices` ("yes") where one takes a stand; a list of numbers of options for approval; a list
of 0 to 5, one an option, for score; a list of ranks for rankings, each a list of numbers of options that stand equal in
it. Options are numbered from 0. Not named in a ranking means below all that are.
"""

from dataclasses import asdict, dataclass, field
from fractions import Fraction
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

STAND, APPROVE, SCORE, RANK, DRAW = "stand", "approve", "score", "rank", "draw"  # forms of a choice
HIGHEST_SCORE = 5
MOST_OPTIONS = 30
LONGEST_OPTION = 200
LONGEST_REASON = 1_000

YES, NO, ABSTAIN = "yes", "no", "abstain"
AGREE, ASIDE, OBJECT, BLOCK, TALK = "agree", "aside", "object", "block", "talk"
LABELS: dict[str, Promise] = {
    YES: pgettext_lazy("a vote", "Yes"),
    NO: pgettext_lazy("a vote", "No"),
    ABSTAIN: pgettext_lazy("a vote", "Abstain"),
    AGREE: pgettext_lazy("a vote", "Agree"),
    ASIDE: pgettext_lazy("a vote", "Stand aside"),
    OBJECT: pgettext_lazy("a vote", "Object"),
    BLOCK: pgettext_lazy("a vote", "Block"),
    TALK: pgettext_lazy("a vote", "Talk more"),
}
WITH_REASON = {OBJECT, BLOCK}  # these say why


@dataclass(frozen=True)
class Method:
    """One way to decide. `choices`: the words of a STAND. `options`: the fewest options it needs, 0 for none at all.

    `by_hand`: whether hands, cards or slips of paper can be counted for it.
    """

    key: str
    name: Promise
    about: Promise
    form: str = STAND
    choices: tuple[str, ...] = ()
    options: int = 0
    by_hand: bool = True

    @property
    def objected(self) -> bool:
        """Whether one of its stands has to say why."""
        return bool(WITH_REASON.intersection(self.choices))

    def labels(self) -> list[tuple[str, Promise]]:
        """(word, label) of each stand."""
        return [(word, LABELS[word]) for word in self.choices]


_MAJORITY = (YES, NO, ABSTAIN)
_ALL = (
    Method(
        "together",
        gettext_lazy("Both agree"),
        gettext_lazy("It is decided when everyone agrees. Whoever is not sure yet says so, and you talk more."),
        choices=(AGREE, TALK),
    ),
    Method(
        "consent",
        gettext_lazy("Consent"),
        gettext_lazy("It is decided when nobody objects. Whoever objects says why; the text is changed to answer it."),
        choices=(AGREE, ABSTAIN, ASIDE, OBJECT),
    ),
    Method(
        "consensus",
        gettext_lazy("Consensus"),
        gettext_lazy("It is decided when everyone can carry it. Whoever cannot stands aside, or blocks and says why."),
        choices=(AGREE, ABSTAIN, ASIDE, BLOCK),
    ),
    Method(
        "majority",
        gettext_lazy("Simple majority"),
        gettext_lazy("More yes than no. Who abstains is not counted."),
        choices=_MAJORITY,
    ),
    Method(
        "absolute",
        gettext_lazy("Absolute majority"),
        gettext_lazy("More than half of all who may vote, or of all present where hands are counted, say yes."),
        choices=_MAJORITY,
    ),
    Method(
        "two-thirds",
        gettext_lazy("Two thirds"),
        gettext_lazy("At least two thirds of all yes and no are yes. Who abstains is not counted."),
        choices=_MAJORITY,
    ),
    Method(
        "share",
        gettext_lazy("A share of your own"),
        gettext_lazy("At least the share you set of all yes and no is yes, and more than half."),
        choices=_MAJORITY,
    ),
    Method(
        "approval",
        gettext_lazy("Approval"),
        gettext_lazy("Say yes to every option you can live with. The one with the most wins."),
        APPROVE,
        options=2,
    ),
    Method(
        "score",
        gettext_lazy("Score"),
        gettext_lazy("Give each option 0 to 5. The highest sum wins."),
        SCORE,
        options=2,
    ),
    Method(
        "ranked-one",
        gettext_lazy("Ranking, one wins"),
        gettext_lazy("Put the options in your order. Round by round the last goes out, until one has more than half."),
        RANK,
        options=2,
    ),
    Method(
        "ranked-several",
        gettext_lazy("Ranking, several win"),
        gettext_lazy("Put the names in your order. Each large enough part of the voters gets its share of the places."),
        RANK,
        options=2,
    ),
    Method(
        "motions",
        gettext_lazy("Several motions against each other"),
        gettext_lazy(
            "Put the motions and “none of these” in your order. The one that beats each other one wins; where they "
            "beat each other in a circle, the strongest wins decide."
        ),
        RANK,
        options=2,
    ),
    Method(
        "lots",
        gettext_lazy("Drawing of lots"),
        gettext_lazy("Nobody votes. Names are drawn from a number agreed beforehand; anyone can draw them again."),
        DRAW,
        options=2,
        by_hand=False,
    ),
)
METHODS: dict[str, Method] = {method.key: method for method in _ALL}


@dataclass(frozen=True)
class Rules:
    """What a question holds itself to. 0 or "" means that there is no such rule.

    `share`: least part of yes among yes and no, for "share". `seats`: how many win or are drawn. `quorum`: how many
    must vote, or be present where hands are counted; `quorum_each`: in each sitting. `majority_each`: the rule must
    hold in each sitting too. `pledges`: so many must say yes. `closed_until_last`: no sitting's figures are shown
    before the last has counted. `seed`: where the number for the lots comes from. `urgent`: it
    was opened sooner, or for a shorter time, than the group's own rules ask for.
    """

    share: tuple[int, int] = (1, 2)
    seats: int = 1
    quorum: int = 0
    quorum_each: int = 0
    majority_each: bool = False
    pledges: int = 0
    closed_until_last: bool = False
    seed: str = ""
    urgent: bool = False

    @property
    def least(self) -> Fraction:
        """The share as a number."""
        return Fraction(*self.share)

    def as_plain(self) -> dict[str, Any]:
        """The same as JSON holds it."""
        return asdict(self) | {"share": list(self.share)}

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> "Rules":
        """What `as_plain` made."""
        return cls(**(plain | {"share": tuple(plain["share"])}))


@dataclass(frozen=True)
class Asked:
    """What is put to a vote: words, options in their order, the method's key and the rules."""

    title: str
    text: str
    method: str
    options: tuple[str, ...] = ()
    rules: Rules = field(default_factory=Rules)

    @property
    def how(self) -> Method:
        """Its method."""
        return METHODS[self.method]

    @property
    def names(self) -> list[str]:
        """What can be chosen or ranked, in the order of its numbers; motions end with "none of these"."""
        none = _("None of these")
        while none in self.options:  # a motion may be called so, in one language or another
            none += " *"
        return [*self.options, *([none] if self.method == "motions" else [])]


def default_method(members: int) -> str:
    """A sound beginning for a group of so many: two agree or talk on, thirty consent, three thousand count."""
    if members <= 2:
        return "together"
    return "consent" if members <= 50 else "majority"


def check(asked: Asked, mode: str) -> None:
    """Refuse a question that could not be counted."""
    method = METHODS.get(asked.method)
    if method is None:
        raise ValidationError(_("Choose how you decide."))
    if mode == "hands" and not method.by_hand:
        raise ValidationError(_("This cannot be counted by hands. Choose another way, or vote by phone."))
    _check_options(asked, method)
    _check_rules(asked.rules, len(asked.options), method)


def _check_options(asked: Asked, method: Method) -> None:
    number = len(asked.options)
    if not method.options and number:
        raise ValidationError(_("This way to decide has no options of its own. Take them out, or choose another way."))
    if method.options and not method.options <= number <= MOST_OPTIONS:
        raise ValidationError(_("Name two to thirty options, one a line."))
    if len({option.casefold() for option in asked.options}) < number:
        raise ValidationError(_("Two options are the same. Name each once."))
    if any(not 1 <= len(option.strip()) == len(option) <= LONGEST_OPTION for option in asked.options):
        raise ValidationError(_("Shorten the options: each has room for 200 characters."))


def _check_rules(rules: Rules, options: int, method: Method) -> None:
    numerator, denominator = rules.share
    if not 0 < numerator <= denominator or 2 * numerator < denominator:
        raise ValidationError(_("The share is at least one half and at most the whole."))
    if rules.seats < 1 or (method.options and rules.seats > options):
        raise ValidationError(_("No more can win than there are names. Give a smaller number."))
    if min(rules.quorum, rules.quorum_each, rules.pledges) < 0:
        raise ValidationError(_("Give a number of people, or leave it empty."))
    if method.form == DRAW and not rules.seed.strip():
        raise ValidationError(_("Say where the number for the lots comes from."))


def check_choice(asked: Asked, choice: Any) -> None:
    """Refuse what is not a choice of this question: a sixth option, a rank given twice, a score of 9."""
    method, number = asked.how, len(asked.names)
    right = {
        STAND: lambda: isinstance(choice, str) and choice in method.choices,
        APPROVE: lambda: _is_numbers(choice, number),
        SCORE: lambda: _is_scores(choice, number),
        RANK: lambda: _is_ranking(choice, number),
    }.get(method.form, lambda: False)
    if not right():
        raise ValidationError(_("This is not one of the choices. Choose again."))


def _is_numbers(choice: Any, below: int) -> bool:
    whole = isinstance(choice, list) and all(type(one) is int and 0 <= one < below for one in choice)
    return whole and len(set(choice)) == len(choice)


def _is_scores(choice: Any, number: int) -> bool:
    rightly_many = isinstance(choice, list) and len(choice) == number
    return rightly_many and all(type(one) is int and 0 <= one <= HIGHEST_SCORE for one in choice)


def _is_ranking(choice: Any, number: int) -> bool:
    ranks = isinstance(choice, list) and all(isinstance(rank, list) and rank for rank in choice)
    return ranks and bool(choice) and _is_numbers([one for rank in choice for one in rank], number)

"""How we decide here: what a group has decided about deciding, and what suits it until then. Pure."""

from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rooted.ballots.methods import METHODS, default_method

TOGETHER = "together"  # the method of two: agree, or talk more
PAIR, SMALL = 2, 50  # up to so many members decide as two people do, as a circle does; larger ones in sittings

MEETS = {
    "anyone": gettext_lazy("Any member"),
    "two": gettext_lazy("Any member, once a second one stands behind the call"),
}
CALLS = {
    "anyone": gettext_lazy("Any member, once a second one stands behind the text"),
    "proposers": gettext_lazy("Only the two who proposed and seconded it"),
}
MODES = {
    "members": gettext_lazy("Each member votes here. Everyone in the group can see who voted what."),
    "hands": gettext_lazy("By hands, cards or slips in a meeting. Only totals are typed in; nobody is registered."),
}
EITHER = "either"
WAYS = MODES | {EITHER: gettext_lazy("By hands in a meeting, or each member here: whoever opens the vote says which.")}
ELECTORATE = {
    "all": gettext_lazy("All members on the day the vote opens"),
    "before": gettext_lazy("Those who were members when it was proposed"),
}


@dataclass(frozen=True)
class HowWeDecide:
    """`meets`, `calls`, `mode`, `electorate`: a key of MEETS (who calls a meeting), CALLS (who opens a vote), WAYS,
    ELECTORATE (who votes here; by hands it is everyone present). `method`: a name of ballots.methods, where nothing
    else is chosen; `methods`: the names to choose from, () for all. `notice_days`: from the call to the meeting, and
    from the proposal to the vote; `days_open`: how long members can vote at least; `quorum`: how many must take part,
    0 for any number.
    """

    calls: str
    mode: str
    method: str
    notice_days: int
    days_open: int
    quorum: int
    meets: str = "anyone"
    electorate: str = "all"
    methods: tuple[str, ...] = ()

    @property
    def sealed(self) -> dict[str, Any]:
        """The same as it is sealed."""
        return asdict(self) | {"methods": list(self.methods)}

    def offers(self, method: str) -> bool:
        """Whether this way to decide is used here."""
        return not self.methods or method in self.methods

    def takes(self, mode: str, *, by_hand: bool) -> bool:
        """Whether a vote is held like this; lots, which neither hands nor slips can count, are drawn here anyway."""
        return self.mode in (mode, EITHER) or (mode == "members" and not by_hand)


def rules_from(content: dict[str, Any]) -> HowWeDecide:
    """Rules as they were sealed; earlier ones say nothing of who calls a meeting, who votes and which methods."""
    return HowWeDecide(**(content | {"methods": tuple(content.get("methods", ()))}))


def defaults_for(members: int, *, workplace: bool = False) -> HowWeDecide:
    """What suits a group of so many until it decides otherwise.

    Two agree or talk more. Up to 50 look for a text nobody has to object to, half of them taking part. More than that
    meet in sittings: a simple majority of hands, after a week's notice, one in ten taking part. At a workplace hands
    decide in any case: those who work there are more than those who have an account, and nobody is registered.
    """
    method = default_method(members)
    if workplace:
        method = method if members <= PAIR else "majority"
        return HowWeDecide("anyone", "hands", method, notice_days=3, days_open=7, quorum=0)
    if members <= PAIR:
        return HowWeDecide("anyone", "members", method, notice_days=0, days_open=7, quorum=members)
    if members <= SMALL:
        return HowWeDecide("anyone", "members", method, notice_days=3, days_open=7, quorum=-(-members // 2))
    return HowWeDecide("anyone", "hands", method, notice_days=7, days_open=7, quorum=-(-members // 10))


def sentences(rules: HowWeDecide) -> list[str]:
    """The rules as sentences, one a paragraph."""
    here = rules.mode != "hands"
    open_for = ngettext(
        "A vote stays open for at least %(days)d day.", "A vote stays open for at least %(days)d days.", rules.days_open
    )
    return [
        _("Who may call a meeting: %(who)s.") % {"who": MEETS[rules.meets]},
        _("Who may open a vote: %(who)s.") % {"who": CALLS[rules.calls]},
        _("How we vote: %(how)s") % {"how": WAYS[rules.mode]},
        *([_("Who votes here: %(who)s.") % {"who": ELECTORATE[rules.electorate]}] if here else []),
        *([_("Who decides in a meeting: everyone present.")] if rules.mode != "members" else []),
        _("Method, if nothing else is chosen: %(method)s.") % {"method": METHODS[rules.method].name},
        *([_("Methods we use: %(methods)s.") % {"methods": _offered(rules)}] if rules.methods else []),
        _notice(rules.notice_days),
        *([open_for % {"days": rules.days_open}] if here else []),
        _quorum(rules.quorum),
    ]


def _offered(rules: HowWeDecide) -> str:
    return _(", ").join(str(METHODS[name].name) for name in rules.methods)


def _notice(days: int) -> str:
    if not days:
        return _("A meeting or a vote can be called on the same day.")
    words = ngettext(
        "A meeting is called, and what we vote on is known, at least %(days)d day before. If it is urgent, whoever "
        "calls it shortens that, and it is said on the call, on the vote and in the register.",
        "A meeting is called, and what we vote on is known, at least %(days)d days before. If it is urgent, whoever "
        "calls it shortens that, and it is said on the call, on the vote and in the register.",
        days,
    )
    return words % {"days": days}


def _quorum(number: int) -> str:
    if not number:
        return _("It counts however many take part.")
    words = ngettext("It counts if %(number)d takes part.", "It counts if %(number)d or more take part.", number)
    return words % {"number": number}

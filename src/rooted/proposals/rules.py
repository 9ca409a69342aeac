"""How we decide here: what a group has decided about deciding, and what holds until then, by its size. Pure."""

from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rooted.ballots.methods import METHODS, default_method

TOGETHER = "together"  # the method of two: agree, or talk more
PAIR, SMALL = 2, 50  # up to so many members decide as two people do, as a circle does; larger ones in sittings

CALLS = {
    "anyone": gettext_lazy("Any member, once a second one stands behind the text"),
    "proposers": gettext_lazy("Only the two who proposed and seconded it"),
}
MODES = {
    "members": gettext_lazy("Each member votes here. Everyone in the group can see who voted what."),
    "hands": gettext_lazy("By hands, cards or slips in a meeting. Only totals are typed in; nobody is registered."),
}


@dataclass(frozen=True)
class HowWeDecide:
    """`calls`, `mode`: a key of CALLS, MODES; `method`: a name of ballots.methods; `notice_days`: from the first
    sitting's call to the sitting; `days_open`: how long a vote of members stays open; `quorum`: how many must vote.
    """

    calls: str
    mode: str
    method: str
    notice_days: int
    days_open: int
    quorum: int

    @property
    def sealed(self) -> dict[str, Any]:
        """The same as it is sealed."""
        return asdict(self)


def rules_from(content: dict[str, Any]) -> HowWeDecide:
    """Rules as they were sealed."""
    return HowWeDecide(**content)


def defaults_for(members: int) -> HowWeDecide:
    """What holds in a group of so many until it decides otherwise.

    Two agree or talk more. Up to 50 look for a text nobody has to object to, half of them taking part. More than that
    meet in sittings: a simple majority of hands, after a week's notice, one in ten taking part.
    """
    method = default_method(members)
    if members <= PAIR:
        return HowWeDecide("anyone", "members", method, notice_days=0, days_open=7, quorum=members)
    if members <= SMALL:
        return HowWeDecide("anyone", "members", method, notice_days=3, days_open=7, quorum=-(-members // 2))
    return HowWeDecide("anyone", "hands", method, notice_days=7, days_open=7, quorum=-(-members // 10))


def sentences(rules: HowWeDecide) -> list[str]:
    """The rules as sentences, one a paragraph."""
    same_day = _("A meeting can be called on the same day.")
    days = ngettext(
        "A meeting is called at least %(days)d day before it.",
        "A meeting is called at least %(days)d days before it.",
        rules.notice_days,
    )
    open_for = ngettext("A vote stays open for %(days)d day.", "A vote stays open for %(days)d days.", rules.days_open)
    quorum = ngettext("It counts if %(number)d takes part.", "It counts if %(number)d or more take part.", rules.quorum)
    return [
        _("Who may open a vote: %(who)s.") % {"who": CALLS[rules.calls]},
        _("How we vote: %(how)s") % {"how": MODES[rules.mode]},
        _("Method, if nothing else is chosen: %(method)s.") % {"method": METHODS[rules.method].name},
        days % {"days": rules.notice_days} if rules.notice_days else same_day,
        *([open_for % {"days": rules.days_open}] if rules.mode == "members" else []),
        quorum % {"number": rules.quorum},
    ]

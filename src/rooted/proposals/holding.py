"""Holding the opening of a vote to what the group decided about deciding. What is only suggested to it binds nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rooted.assembly.reading import read_assembly
from rooted.ballots.methods import DRAW, METHODS, Rules
from rooted.groups.models import Seat
from rooted.proposals.models import Proposal
from rooted.rules.deciding import hold_to_notice, rules_of
from rooted.rules.rules import TOGETHER, HowWeDecide


@dataclass(frozen=True)
class Opening:
    """How a vote is opened. `mode`: "hands" or "members"; `sittings`: (name, language) of each, with hands.

    `minutes_stay`: if its text burns, the minutes of its assembly do not.
    """

    mode: str
    rules: Rules = field(default_factory=Rules)
    closes_at: datetime | None = None
    sittings: Sequence[tuple[str, str]] = ()
    minutes_stay: bool = False


def held_to_rules(seat: Seat, proposal: Proposal, content: dict[str, Any], opening: Opening, now: datetime) -> Rules:
    """What is frozen with the vote, once nothing in it is against the group's own rules; refused with a sentence.

    It is urgent if whoever opens it says so, or if it is put to an assembly that was called as urgent.
    """
    assembly = proposal.assembly
    urgent = opening.rules.urgent or (assembly is not None and read_assembly(seat, assembly).urgent)
    rules = rules_of(seat).binding
    if rules is not None:
        _hold(rules, opening, content["method"], urgent, now)
    today = timezone.localdate(now)
    day = max(today, assembly.day) if assembly is not None and opening.mode == "hands" else today
    hold_to_notice(seat, since=proposal.written_on, day=day, urgent=urgent)
    return replace(opening.rules, urgent=urgent)


def _hold(rules: HowWeDecide, opening: Opening, name: str, urgent: bool, now: datetime) -> None:
    method = METHODS[name]
    if not rules.offers(name) and name != TOGETHER:
        raise ValidationError(_("Our rules do not use this way to decide. Propose it with another one."))
    if not rules.takes(opening.mode, by_hand=method.by_hand):
        here = _("By our rules we vote here, each member for themselves. Choose that.")
        met = _("By our rules we vote by hands, cards or slips in a meeting. Choose that.")
        raise ValidationError(here if opening.mode == "hands" else met)
    if method.form == DRAW:
        return
    if opening.rules.quorum < rules.quorum:
        words = _("By our rules at least %(number)d must take part. Give that number or a larger one.")
        raise ValidationError(words % {"number": rules.quorum})
    if opening.mode == "members" and not urgent and _too_short(rules, opening, now):
        words = ngettext(
            "By our rules a vote stays open for at least %(days)d day. Choose a later end, or say that it is urgent.",
            "By our rules a vote stays open for at least %(days)d days. Choose a later end, or say that it is urgent.",
            rules.days_open,
        )
        raise ValidationError(words % {"days": rules.days_open})


def _too_short(rules: HowWeDecide, opening: Opening, now: datetime) -> bool:
    """By days, as people count them: whoever opens it at noon for three days may end it on the third evening."""
    if opening.closes_at is None:
        return False
    open_for = timezone.localdate(opening.closes_at) - timezone.localdate(now)
    return open_for < timedelta(days=rules.days_open)

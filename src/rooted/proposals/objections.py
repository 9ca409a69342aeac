"""Objections raised by hand: hands have no place for a reason, so a teller or any member writes it down.

It is answered by other words, or stands: then the proposal is blocked. Nobody is named in it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rooted.ballots.methods import WITH_REASON
from rooted.ballots.models import Question
from rooted.ballots.reading import asked_of, reasons_so_far, result_of, shown_so_far, sittings
from rooted.groups.access import seat_names
from rooted.groups.models import Seat
from rooted.proposals.access import hold_proposal, name_in
from rooted.proposals.models import Objection, Proposal
from rooted.proposals.reading import opened
from rooted.proposals.sealed import OBJECTION

MOST = 100


@dataclass(frozen=True)
class Objected:
    """One objection as read. `sitting`: its name, or "" where none was said or its figures are not shown; `by`: who
    wrote it down, "" for a teller.
    """

    reason: str
    sitting: str
    by: str


def may_object(seat: Seat, proposal: Proposal) -> bool:
    """Whether hands can object here: by its way to decide, while it is voted on or afterwards."""
    question = proposal.question
    if question is None or question.mode != Question.Mode.HANDS or proposal.withdrawn_on:
        return False
    return bool(WITH_REASON.intersection(asked_of(question, seat).how.choices))


def sitting_choices(seat: Seat, proposal: Proposal) -> list[tuple[str, str]]:
    """The sittings by name, after the choice not to say which."""
    names = [one.name for one in sittings(proposal.question, seat)] if proposal.question else []
    return [("", _("We leave that open")), *((name, name) for name in names)]


@transaction.atomic
def write_objection(proposal: Proposal, *, seat: Seat, sitting: str, reason: str, now: datetime) -> Objection:
    """Write an objection down; the same of the same sitting again is the same one, sent twice."""
    hold_proposal(proposal.pk)
    row = Proposal.objects.select_related("question__item").filter(pk=proposal.pk).first()
    if row is None or not may_object(seat, row):
        raise ValidationError(_("Objections are written down here only where hands can object."))
    said = {"sitting": sitting, "reason": reason, "seat": seat.pk}
    there = list(row.objections.select_related("item"))
    for other in there:
        if {**opened(seat, other.item, OBJECTION), "at": ""} == {**said, "at": ""}:
            return other
    if len(there) >= MOST:
        raise ValidationError(_("So many objections were written down that no more can be kept."))
    item = seat.keys.seal(OBJECTION, {**said, "at": now.isoformat()})
    return Objection.objects.create(proposal=row, item=item)


def objections_to(seat: Seat, proposal: Proposal) -> list[Objected]:
    """Those that tellers and members wrote down, the first first. Two queries, three where a sitting was named."""
    names = seat_names(seat)
    read = [opened(seat, one.item, OBJECTION) for one in proposal.objections.select_related("item")]
    told = sorted((one for one in read if one), key=lambda one: one["at"])
    by_tellers = [Objected(reason, sitting, "") for sitting, reason in _from_tellers(seat, proposal)]
    shown = _sittings_shown(seat, proposal) if any(one["sitting"] for one in told) else set()
    return by_tellers + [
        Objected(one["reason"], one["sitting"] if one["sitting"] in shown else "", name_in(names, one["seat"]))
        for one in told
    ]


def _from_tellers(seat: Seat, proposal: Proposal) -> list[list[str]]:
    """[sitting, reason] of those that tellers wrote down: while the vote is open, where figures are shown."""
    if proposal.question is None:
        return []
    result = result_of(proposal.question, seat)
    return reasons_so_far(proposal.question, seat) if result is None else result.reasons


def _sittings_shown(seat: Seat, proposal: Proposal) -> set[str]:
    """The names of those whose own figures are shown: of any other one, an objection would tell how it voted."""
    if proposal.question is None:
        return set()
    result = result_of(proposal.question, seat)
    rows = shown_so_far(proposal.question, seat) if result is None else result.rows
    return {row.name for row in rows if not row.together}


def objected(seat: Seat, proposal: Proposal) -> dict[str, Any]:
    """What a page shows of them: `may_object`, `objections`. No query where hands cannot object."""
    may = may_object(seat, proposal)
    return {"may_object": may, "objections": objections_to(seat, proposal) if may else []}

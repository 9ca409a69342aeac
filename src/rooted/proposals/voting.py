"""What members do with a proposal from the opening of its vote on: open, agree as a pair, close, erase.

Its assembly and its row are held first, then what `ballots` and `register` hold. Tellers' codes are prepared before,
outside any transaction.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.ballots import actions as ballots
from rooted.ballots.access import not_yet_voted
from rooted.ballots.counting_hands import PreparedSitting, prepare_sittings
from rooted.ballots.lots import type_number
from rooted.ballots.methods import DRAW, METHODS, Asked, Rules
from rooted.ballots.models import Question
from rooted.ballots.reading import Given as Vote
from rooted.ballots.reading import asked_of, closes_at, votes
from rooted.base import seal
from rooted.circles.actions import checkpoint, erase
from rooted.circles.models import SealedItem
from rooted.groups.models import Group, Seat
from rooted.proposals.access import hold_proposal, is_proposer
from rooted.proposals.burning import burn_its_minutes, let_its_minutes_burn
from rooted.proposals.holding import Opening, held_to_rules
from rooted.proposals.models import Proposal
from rooted.proposals.proposing import CHANGED, GRACE_DAYS, Terms, content_of, refuse_gaps
from rooted.proposals.tallying import tally_of
from rooted.register.actions import append_decision
from rooted.register.decision import Decision, Given
from rooted.register.models import Entry
from rooted.rules.deciding import keep_rules, rules_of
from rooted.rules.rules import TOGETHER, rules_from


def open_vote(proposal: Proposal, *, seat: Seat, opening: Opening, seen: int, now: datetime) -> None:
    """Freeze the text and who may vote, and begin; refused before it is seconded. Not in a transaction (codes)."""
    prepared = prepared_for(seat.group, opening.sittings if opening.mode == "hands" else [])
    with transaction.atomic():
        hold_proposal(proposal.pk)
        row = Proposal.objects.running().filter(pk=proposal.pk, opened_on=None).first()
        if row is None:
            raise ValidationError(_("The vote was opened already, or the proposal has ended. Look at it again."))
        if row.version != seen:
            raise ValidationError(CHANGED, code="overtaken")
        if row.seconded_on is None:
            raise ValidationError(_("Another member has to second it before the vote opens."))
        if row.asks_anew is not None:
            raise ValidationError(_("An earlier vote on this is still open. Ask everyone again from its page."))
        content = content_of(row, seat)
        refuse_gaps(content["text"])
        must_be_let(seat, content)
        asked = _asked(content, held_to_rules(seat, row, content, opening, now))
        today, terms = timezone.localdate(now), Terms.from_plain(content["terms"])
        question = ballots.open_question(
            seat, asked, mode=opening.mode, today=today, closes_at=opening.closes_at, sittings=prepared,
            only=content.get("here", ()),
        )  # fmt: skip
        burns_on = terms.burns_on((question.closes_on or today) + timedelta(days=GRACE_DAYS))
        changed = {"opened_on": today, "question": question, "burns_on": burns_on}
        Proposal.objects.filter(pk=row.pk).update(**changed, minutes_stay=opening.minutes_stay)
        let_its_minutes_burn(row.pk)


def prepared_for(group: Group, named: Sequence[tuple[str, str]]) -> list[PreparedSitting]:
    """The sittings with new codes; refused with a sentence while too many are typing."""
    try:
        return prepare_sittings(group, named)
    except seal.Busy:
        words = _("Many people are typing at this moment. Nothing is lost. Send it again in a minute.")
        raise ValidationError(words) from None


def must_be_let(seat: Seat, content: dict[str, Any]) -> None:
    """Refuse whoever may not open a vote by the group's rules."""
    two = is_proposer(seat, content) or content["seconder"] == seat.pk
    if rules_of(seat).rules.calls == "proposers" and not two:
        raise ValidationError(_("By our rules only the two who proposed and seconded this open the vote."))


def _asked(content: dict[str, Any], rules: Rules) -> Asked:
    return Asked(content["title"], content["text"], content["method"], tuple(content["options"]), rules)


@transaction.atomic
def agree(proposal: Proposal, *, seat: Seat, seen: int, today: date) -> None:
    """In a group of two: the other one agrees, and it is decided. A second call does nothing."""
    Group.objects.select_for_update(no_key=True).filter(pk=seat.group_id).first()  # nobody comes in meanwhile
    hold_proposal(proposal.pk)
    row = Proposal.objects.running().filter(pk=proposal.pk, opened_on=None).first()
    if row is None or row.asks_anew is not None:
        return
    content = content_of(row, seat)
    if row.version != seen:
        raise ValidationError(CHANGED, code="overtaken")
    both = {content["seat"], seat.pk} == set(
        Seat.objects.active().filter(group=seat.group).values_list("pk", flat=True)
    )
    if not both or content["seat"] == seat.pk or content["method"] != TOGETHER:
        raise ValidationError(_("Only two who are alone in a group decide like this. Open a vote instead."))
    refuse_gaps(content["text"])
    seat.keys.rewrite(SealedItem.objects.get(proposal=row.pk), content | {"seconder": seat.pk})
    days = {"seconded_on": today, "opened_on": today}
    Proposal.objects.filter(pk=row.pk).update(**days)
    _decide(row, content, seat, result=Entry.Result.CARRIED, tally=(_("Both agree."),), today=today)


def may_close(proposal: Proposal, *, seat: Seat, now: datetime, given: Sequence[Vote] | None = None) -> bool:
    """Whether everyone has voted, all sittings have counted, or the time is over. `given`: votes read already."""
    question = proposal.question
    if question is None:
        return False
    until = closes_at(question, seat)
    if (until is not None and now >= until) or asked_of(question, seat).how.form == DRAW:
        return True
    if question.mode == Question.Mode.HANDS:
        if not question.sittings.out().exists():
            return True
        return until is None and sittings_are_over(proposal, rules_of(seat).rules.days_open, now)
    return not not_yet_voted(votes(question, seat) if given is None else given)


def sittings_are_over(proposal: Proposal, days_open: int, now: datetime, *, counted: bool | None = None) -> bool:
    """Where nobody set a last day: one has counted, and the assembly it was opened for has ended. Of what is asked
    again, without an assembly, or while none has counted: the days are past that a vote stays open by our rules.

    `counted`: whether one has, where that is known. If none has, the vote decides nothing: too few took part.
    """
    question, held = proposal.question, proposal.assembly
    if question is None or (held is not None and held.ended_on is None):
        return False
    ended = held.ended_on if held is not None else None
    anew = proposal.after_id is not None or proposal.series not in {None, proposal.pk}  # the earlier one may have burnt
    if counted is None:
        counted = question.sittings.exclude(count=None).exists()
    if counted and ended is not None and not anew and question.opened_on <= ended:
        return True
    first = max(question.opened_on, ended or question.opened_on)
    return timezone.localdate(now) >= first + timedelta(days=days_open)


@transaction.atomic
def draw_lots(proposal: Proposal, *, seat: Seat, number: str, now: datetime) -> bool:
    """Take the number that this member typed; drawn, and True, once another member typed the same."""
    hold_proposal(proposal.pk)
    row = Proposal.objects.voted_on().select_related("question__item").filter(pk=proposal.pk).first()
    if row is None or row.question is None:
        raise ValidationError(ballots.CLOSED)
    if not type_number(row.question, seat=seat, number=number):
        return False
    close_vote(row, seat=seat, now=now)
    return True


@transaction.atomic
def close_vote(proposal: Proposal, *, seat: Seat, now: datetime) -> None:
    """Count once, write the decision into the register, hand out its tasks. A second call does nothing.

    Refused before the time that was set, while somebody could still vote.
    """
    hold_proposal(proposal.pk)
    row = Proposal.objects.voted_on().select_related("question__item").filter(pk=proposal.pk).first()
    if row is None or row.question is None:
        return
    if not may_close(row, seat=seat, now=now):
        raise ValidationError(_("The vote is still running: not everyone has voted, and its time is not over."))
    today = timezone.localdate(now)
    result = ballots.close_question(row.question, seat=seat, today=today)
    if result is None:
        return
    asked = asked_of(row.question, seat)
    content = content_of(row, seat)
    _decide(row, content, seat, result=result.outcome, tally=tally_of(asked, result), today=today)


def _decide(
    proposal: Proposal, content: dict[str, Any], seat: Seat, *, result: str, tally: tuple[str, ...], today: date
) -> None:
    terms = Terms.from_plain(content["terms"])
    burns_on = terms.burns_on(today)
    before = proposal.after.entry if proposal.after else None
    free = before is not None and not Entry.objects.filter(supersedes=before.pk).exists()
    decision = Decision(
        title=content["title"],
        text=content["text"],
        tally=tally,
        bound=terms.bound,
        tasks=tuple(Given(text) for text in terms.tasks),
        in_force_from=terms.in_force_from,
        in_force_until=terms.in_force_until,
        method=str(METHODS[content["method"]].name),
        origin=proposal.pk,
        review_on=terms.review_on,
    )
    entry = append_decision(
        seat, decision, result=result, day=today, burns_on=burns_on, supersedes=before if free else None
    )
    Proposal.objects.filter(pk=proposal.pk).update(decided_on=today, result=result, entry=entry, burns_on=burns_on)
    let_its_minutes_burn(proposal.pk)
    if content["rules"] and result == Entry.Result.CARRIED:
        keep_rules(seat, rules_from(content["rules"]), entry=entry, today=today)


@transaction.atomic
def erase_proposal(pk: int) -> None:
    """Erase one with all that was said and voted about it, for good; a second call does nothing."""
    hold_proposal(pk)
    row = Proposal.objects.filter(pk=pk).first()
    if row is None:
        return
    if row.question_id:
        ballots.erase_question(row.question_id)
    erase(SealedItem.objects.filter(remark__proposal=pk))
    erase(SealedItem.objects.filter(amendment__proposal=pk))
    erase(SealedItem.objects.filter(objection__proposal=pk))
    erase(SealedItem.objects.filter(proposal=pk))
    transaction.on_commit(checkpoint)


def erase_decided(entry: int) -> None:
    """Erase the proposal that became this entry of the register, as it burnt; a second call does nothing."""
    for row in Proposal.objects.filter(entry=entry):
        _burn(row.pk, timezone.localdate())


def erase_proposals_of(group: UUID) -> None:
    """Erase everything this part keeps of a group, by its id."""
    for pk in list(Proposal.objects.filter(group=group).values_list("pk", flat=True)):
        erase_proposal(pk)


def burn_due(today: date) -> int:
    """Erase every proposal whose day has come, one at a time; returns how many."""
    burnt = 0
    while (pk := Proposal.objects.filter(burns_on__lte=today).values_list("pk", flat=True).first()) is not None:
        _burn(pk, today)
        burnt += 1
    return burnt


@transaction.atomic
def _burn(pk: int, today: date) -> None:
    hold_proposal(pk)
    burn_its_minutes(pk, today)
    erase_proposal(pk)

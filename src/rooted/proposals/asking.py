"""Asking again: the same or new words for those who were asked before, by one tap once that vote was decided.

While it is open it takes two: one writes the new words, a draft like any other, and as soon as a second member stands
behind them the open vote ends uncounted and everyone is asked anew. The earlier proposal's row is held first.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rooted.ballots import actions as ballots
from rooted.ballots.counting_hands import PreparedSitting
from rooted.ballots.models import Question
from rooted.ballots.reading import asked_of, closes_at, sittings
from rooted.groups.models import Seat
from rooted.proposals.access import hold_proposal
from rooted.proposals.burning import let_its_minutes_burn
from rooted.proposals.clock import days_later
from rooted.proposals.models import Amendment, Proposal
from rooted.proposals.proposing import (
    CHANGED,
    DRAFT_DAYS,
    ENDED,
    FOLLOW_FROM_RULES,
    GRACE_DAYS,
    Draft,
    Terms,
    content_of,
    draft_of,
    mark_accepted,
    refuse_gaps,
    second_proposal,
    with_words_of,
)
from rooted.proposals.sealed import PROPOSAL
from rooted.proposals.voting import must_be_let, prepared_for
from rooted.rules.deciding import rules_of

Codes = list[PreparedSitting]
A_DAY = timedelta(days=1)
A_SHIFT = timedelta(hours=12)  # no shift is longer


def ask_again(
    proposal: Proposal, *, seat: Seat, draft: Draft, closes: datetime | None, now: datetime
) -> Proposal:  # fmt: skip
    """Put `draft` to the same sittings or members. While the earlier vote is open, it waits for a second member.

    Its way to decide and its conditions stay those of the earlier one. `closes`: not before `again_until`, by days of
    the calendar. Not in a transaction (tellers' codes).
    """
    if proposal.state == "open":
        return _put_forward(proposal, seat, draft, timezone.localdate(now))
    least = again_until(proposal, seat=seat, now=now)
    if closes is not None and least is not None and timezone.localdate(closes) < timezone.localdate(least):
        words = _("They can vote at least until %(day)s. Choose that day or a later one.")
        day = date_format(timezone.localdate(least))
        raise ValidationError({"closes_on": words % {"day": day}})
    return _ask_at_once(proposal, seat, draft, closes, now)


def _ask_at_once(
    proposal: Proposal, seat: Seat, draft: Draft, closes: datetime | None, now: datetime
) -> Proposal:  # fmt: skip
    codes = _codes_for(proposal, seat)
    with transaction.atomic():
        row, content = _to_ask_again(proposal, seat)
        must_be_let(seat, content)
        said = {**_words(content, draft), "seat": seat.pk, "seconder": 0, "why": "", "here": content["here"]}
        return _open_new(row, said, seat, codes, closes, timezone.localdate(now))


def _codes_for(proposal: Proposal, seat: Seat) -> Codes:
    """The same sittings with new codes; none where members vote."""
    if proposal.question is None:
        raise ValidationError(_("There was no vote that could be asked again. Propose it anew."))
    return prepared_for(seat.group, [(one.name, one.language) for one in sittings(proposal.question, seat)])


def _to_ask_again(proposal: Proposal, seat: Seat) -> tuple[Proposal, dict[str, Any]]:
    """Inside a transaction: the earlier one, held, and what it says; refused when it was asked again already."""
    hold_proposal(proposal.pk)
    rows = Proposal.objects.select_related("question__item").filter(pk=proposal.pk, withdrawn_on=None)
    row = rows.exclude(question=None).first()
    if row is None or row.asked_again is not None:
        raise ValidationError(_("This was asked again already, or withdrawn. Look at the newest vote."))
    return row, content_of(row, seat)


def _words(before: dict[str, Any], draft: Draft) -> dict[str, Any]:
    """What a new one says: words and terms of `draft`, the way to decide of the earlier one."""
    if before["rules"] and draft.text != before["text"]:
        raise ValidationError(FOLLOW_FROM_RULES)
    return {**draft.sealed, "method": before["method"], "rules": before["rules"]}


@transaction.atomic
def _put_forward(proposal: Proposal, seat: Seat, draft: Draft, today: date) -> Proposal:
    """New words beside a vote that is open; the same ones again are the same draft, sent twice."""
    row, content = _to_ask_again(proposal, seat)
    if row.state != "open":
        raise ValidationError(_("The vote was closed meanwhile. Look at its result, then ask again from there."))
    said = {**_words(content, draft), "seat": seat.pk, "seconder": 0, "why": "", "here": content["here"]}
    for other in row.again.filter(opened_on=None, withdrawn_on=None).select_related("item"):
        if seat.keys.read(other.item, PROPOSAL) == said:
            return other
    return Proposal.objects.create(
        group=seat.group,
        item=seat.keys.seal(PROPOSAL, said),
        assembly_id=row.assembly_id,
        after=row,
        written_on=today,
        burns_on=draft.terms.burns_on(today + timedelta(days=DRAFT_DAYS)),
    )


def second(proposal: Proposal, *, seat: Seat, seen: int, now: datetime) -> None:
    """Stand behind these words as a second member; if a vote is open that they ask anew, everyone is asked again.

    Not in a transaction (tellers' codes). A second call does nothing.
    """
    before, today = proposal.asks_anew, timezone.localdate(now)
    if before is None:
        return second_proposal(proposal, seat=seat, seen=seen, today=today)
    codes, closes = _codes_for(before, seat), again_until(before, seat=seat, now=now)
    with transaction.atomic():
        hold_proposal(before.pk)
        hold_proposal(proposal.pk)
        row = Proposal.objects.running().filter(pk=proposal.pk).first()
        if row is None or row.version != seen:
            raise ValidationError(CHANGED if row else ENDED, code="overtaken")
        if row.opened_on:
            return None  # another one stood behind it at the same moment
        if row.seconded_on is None:  # else one already stands behind them: whose words its proposer took over
            second_proposal(row, seat=seat, seen=seen, today=today)
        if row.asks_anew is not None:
            _take_over(row, seat, codes, closes, today)
    return None


def _take_over(row: Proposal, seat: Seat, codes: Codes, closes: datetime | None, today: date) -> None:
    """The open vote ends uncounted; these words go to the same people."""
    before, _said = _to_ask_again(row.asks_anew or row, seat)
    content = content_of(row, seat)
    _end_uncounted(before, seat, today)
    question = _ask(before, content, seat, codes, closes, today)
    Proposal.objects.filter(pk=row.pk).update(**_opened(before, question, content, today))


def take_over_words(amendment: Amendment, *, seat: Seat, now: datetime) -> Proposal:
    """Other words for an open vote: suggested by another member, everyone is asked again with them; by oneself, they
    wait for a second member. Not in a transaction (tellers' codes).
    """
    proposal, today = amendment.proposal, timezone.localdate(now)
    codes, closes = _codes_for(proposal, seat), again_until(proposal, seat=seat, now=now)
    with transaction.atomic():
        row, content = _to_ask_again(proposal, seat)
        if row.state != "open":
            raise ValidationError(ENDED)
        said = mark_accepted(amendment, seat=seat, today=today)
        draft = with_words_of(draft_of(content), said)
        if said["seat"] == seat.pk:
            return _put_forward(row, seat, draft, today)
        _end_uncounted(row, seat, today)
        both = {"seat": seat.pk, "seconder": said["seat"]}
        words = {**_words(content, draft), **both, "why": "", "here": content["here"]}
        return _open_new(row, words, seat, codes, closes, today)


def _end_uncounted(row: Proposal, seat: Seat, today: date) -> None:
    burns_on = Terms.from_plain(content_of(row, seat)["terms"]).burns_on(today)
    Proposal.objects.filter(pk=row.pk).update(withdrawn_on=today, burns_on=burns_on)
    let_its_minutes_burn(row.pk)


def _ask(
    before: Proposal, content: dict[str, Any], seat: Seat, codes: Codes, closes: datetime | None, today: date
) -> Question:
    assert before.question is not None  # _to_ask_again
    refuse_gaps(content["text"])
    words = {name: content[name] for name in ("title", "text", "method")}
    asked = replace(asked_of(before.question, seat), **words, options=tuple(content["options"]))
    how = {"today": today, "closes_at": closes, "sittings": codes, "only": content["here"]}
    return ballots.ask_again(before.question, asked, seat=seat, **how)


def _open_new(
    before: Proposal, content: dict[str, Any], seat: Seat, codes: Codes, closes: datetime | None, today: date
) -> Proposal:
    question = _ask(before, content, seat, codes, closes, today)
    return Proposal.objects.create(
        group=seat.group,
        item=seat.keys.seal(PROPOSAL, content),
        assembly_id=before.assembly_id,
        after=before,
        written_on=today,
        seconded_on=today,
        **_opened(before, question, content, today),
    )


def _opened(before: Proposal, question: Question, content: dict[str, Any], today: date) -> dict[str, Any]:
    """What the row of a vote that asks again has beside its words. All of a series have the id of its first one."""
    series = before.series or before.pk
    Proposal.objects.filter(pk=before.pk).update(series=series)
    last = (question.closes_on or today) + timedelta(days=GRACE_DAYS)
    burns_on = Terms.from_plain(content["terms"]).burns_on(last)
    stay = {"minutes_stay": before.minutes_stay}
    return {"opened_on": today, "question": question, "series": series, "burns_on": burns_on, **stay}


def renew(proposal: Proposal, *, seat: Seat, now: datetime) -> Proposal:
    """Ask whether it goes on: the same words for the same people, its days moved on. Tasks were given out already."""
    draft, today = draft_of(content_of(proposal, seat)), timezone.localdate(now)
    if proposal.state != "carried" or not draft.terms.renewed:
        raise ValidationError(_("This is not renewed. You can ask again with the same words."))
    later = today - (proposal.opened_on or today)
    moved = replace(draft.terms.later(max(later, A_DAY) if draft.terms.renewed == "day" else later), tasks=())
    closes = next_until(proposal, seat=seat, now=now)
    return _ask_at_once(proposal, seat, replace(draft, terms=moved), closes, now)


def renew_day(proposal: Proposal, terms: Terms) -> date | None:
    """The day on which it is asked whether a carried one goes on; None where it is not renewed."""
    if not terms.renewed or proposal.state != "carried" or proposal.decided_on is None:
        return None
    return proposal.decided_on + (A_DAY if terms.renewed == "day" else timedelta(0))


def again_until(proposal: Proposal, *, seat: Seat, now: datetime) -> datetime | None:
    """Until when those who are asked again can vote: as long as our rules say, at least as long as before.

    None where hands are raised: sittings have their own hours.
    """
    if proposal.question is None or proposal.question.mode == Question.Mode.HANDS:
        return None
    at_least = days_later(now, rules_of(seat).rules.days_open)
    return max(at_least, closes_at(proposal.question, seat) or at_least)


def next_until(proposal: Proposal, *, seat: Seat, now: datetime) -> datetime | None:
    """Until when one can vote on what is renewed: the same hour as before, the next time it comes.

    Hands until it is asked the next time: the next day, or half a day later where it is asked every shift. Then it can
    be closed, whoever has not counted.
    """
    if proposal.question is None:
        return None
    if proposal.question.mode == Question.Mode.HANDS:
        by_day = draft_of(content_of(proposal, seat)).terms.renewed == "day"
        return days_later(now, 1) if by_day else now + A_SHIFT
    until = closes_at(proposal.question, seat) or days_later(now, 1)
    passed = max(0, (timezone.localdate(now) - timezone.localdate(until)).days)
    later = days_later(until, passed)
    return later if later > now else days_later(until, passed + 1)

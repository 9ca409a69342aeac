"""Asking again, with new words or the same; asking whether it goes on."""

from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils import timezone

from rooted.ballots.models import Question
from rooted.ballots.reading import sittings
from rooted.groups.access import members_only
from rooted.proposals.again_forms import AgainForm
from rooted.proposals.asking import again_until, ask_again, next_until, renew, renew_day
from rooted.proposals.conditions import conditions_of
from rooted.proposals.forms import filled_from
from rooted.proposals.objections import objected
from rooted.proposals.views.proposals import back_to, readable
from rooted.proposals.votes import all_votes, objectors


def to_ask_again(seat, pk):
    """A proposal whose vote can be asked again, and its question; None for one that was asked again, or withdrawn."""
    row = readable(seat, pk)
    proposal = row.proposal
    done = proposal.question is None or proposal.withdrawn_on or proposal.asked_again
    return row, None if done else proposal.question


@members_only
def proposal_again(request, seat, pk):
    """Put the same or new words to the same people; while a vote is open, a second member has to want it too."""
    row, question = to_ask_again(seat, pk)
    if question is None and request.method != "POST":
        return back_to(seat, pk)
    now, opened = timezone.now(), row.proposal.state == "open"
    until = again_until(row.proposal, seat=seat, now=now)
    form = AgainForm(request.POST or None, before=row.draft, asks=until and not opened, initial=filled(row, until))
    if form.is_valid():
        try:
            made = ask_again(row.proposal, seat=seat, draft=form.draft(), closes=form.closes_at(), now=now)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return back_to(seat, made.pk)
    context = {"seat": seat, "row": row, "form": form, "opened": opened, "until": until}
    return render(request, "proposals/proposal_again.html", context | same_people(seat, row.proposal, question))


def filled(row, until):
    """All that was asked before, as the form shows it; when it ends in the reader's own time."""
    local = timezone.localtime(until) if until else None
    closes = {"closes_on": local and local.date(), "closes_clock": local and local.time().replace(second=0)}
    return filled_from(row.draft) | {"seen": row.proposal.version} | closes


def same_people(seat, proposal, question):
    """Who is asked, and what the vote holds itself to: both stay as they were. What was objected is to be answered."""
    hands = question is not None and question.mode == Question.Mode.HANDS
    names = [one.name for one in sittings(question, seat)] if hands else []
    same = {"hands": hands, "sittings": names, "conditions": conditions_of(seat, proposal)}
    return same | objected(seat, proposal) | {"objectors": objectors(all_votes(seat, proposal))}


@members_only
def proposal_renew(request, seat, pk):
    """Ask in one tap whether what was carried goes on: the same words for the same people."""
    row, question = to_ask_again(seat, pk)
    refusal = None
    if request.method == "POST" and question is not None:
        try:
            return back_to(seat, renew(row.proposal, seat=seat, now=timezone.now()).pk)
        except ValidationError as refused:
            refusal = refused
    elif not goes_on(seat, row, question)["goes_on"]:
        return back_to(seat, pk)
    context = {"seat": seat, "row": row, "proposal": row.proposal, "refusal": refusal, **goes_on(seat, row, question)}
    return render(request, "proposals/proposal_renew.html", context)


def goes_on(seat, row, question):
    """Whether it can be renewed in one tap, on which day, by whom, and until when they can vote."""
    hands = question is not None and question.mode == Question.Mode.HANDS
    can = question is not None and row.proposal.state == "carried" and bool(row.terms.renewed)
    until = next_until(row.proposal, seat=seat, now=timezone.now()) if can else None
    return {
        "goes_on": can,
        "renew_on": can and renew_day(row.proposal, row.terms),
        "hands": hands,
        "renew_until": until,
    }

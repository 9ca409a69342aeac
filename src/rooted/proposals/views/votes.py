"""The vote on a proposal: open it, vote, enter a vote for somebody, confirm it, close."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.assembly.reading import read_assembly
from rooted.ballots import actions as ballots
from rooted.ballots.forms import VoteForm
from rooted.ballots.methods import DRAW
from rooted.ballots.reading import vote_of
from rooted.groups.access import members_only
from rooted.proposals import voting
from rooted.proposals.access import electors_of
from rooted.proposals.conditions import conditions
from rooted.proposals.forms import CloseForm, DrawForm, EnterForm
from rooted.proposals.objections import objected
from rooted.proposals.opening_forms import EVENING, OpenForm
from rooted.proposals.reading import last_sitting_day, row_of, sitting_names
from rooted.proposals.views.proposals import act, back_to, readable, show_proposal
from rooted.proposals.votes import to_enter_for, vote_now, voter_at
from rooted.rules.deciding import rules_of


@members_only
def proposal_open(request, seat, pk):
    """Choose how we vote, freeze the text, begin."""
    row = readable(seat, pk)
    if row.proposal.state != "seconded" and request.method != "POST":
        return back_to(seat, pk)
    standing = rules_of(seat)
    initial, minutes = begin_with(seat, row, standing), bool(row.terms.burn_days and row.proposal.assembly_id)
    how = {"method": row.content["method"], "rules": standing.binding, "minutes": minutes}
    form = OpenForm(request.POST or None, **how, initial=initial)
    if form.is_valid():
        seen, opening = form.cleaned_data["seen"] or 0, form.opening(seat.group.first_language)
        try:
            voting.open_vote(row.proposal, seat=seat, opening=opening, seen=seen, now=timezone.now())
        except ValidationError as refusal:
            form = form.again(readable(seat, pk).proposal.version, refusal)
        else:
            return back_to(seat, pk)
    context = {"seat": seat, "row": row, "form": form, "standing": standing}
    return render(request, "proposals/proposal_open.html", context)


def begin_with(seat, row, standing):
    """What the group's rules, and the assembly with its sittings, say to begin with."""
    rules = standing.rules
    called = row.proposal.assembly and read_assembly(seat, row.proposal.assembly).said
    meets = called is not None and (not standing.own or rules.mode != "members")
    hands = row.method.by_hand and (rules.mode == "hands" or meets)
    quorum = (called and called["quorum"]) or rules.quorum
    quorum = max(quorum, rules.quorum) if standing.own else quorum
    initial = {"mode": "hands" if hands else "members", "quorum": quorum, "seen": row.proposal.version}
    initial["urgent"] = bool(called and called["urgent"])
    initial["sittings"] = "\n".join(sitting_names(seat, row.proposal))
    last = timezone.localdate() + timedelta(rules.days_open)
    initial["closes_on"] = (after_sittings(seat, row) if hands else None) or last
    initial["closes_clock"] = datetime.strptime(EVENING, "%H:%M").time()  # noqa: DTZ007  a clock, not a moment
    return initial


def after_sittings(seat, row):
    """The day after the last sitting of its assembly; tomorrow, if that is past; None without an assembly."""
    last = last_sitting_day(seat, row.proposal)
    return max(last, timezone.localdate()) + timedelta(days=1) if last else None


@members_only
def proposal_agree(request, seat, pk):
    """Two people: the other one agrees, and it is decided."""
    today = timezone.localdate()
    return act(request, seat, pk, lambda proposal, seen: voting.agree(proposal, seat=seat, seen=seen, today=today))


def running(seat, pk):
    """A proposal whose members vote now, with the vote; None where there is no such vote any more."""
    row = readable(seat, pk)
    vote = vote_now(seat, row.proposal)
    if vote is None or vote.hands or vote.asked.how.form == DRAW:
        return row, None
    return row, vote


def not_taken(request, seat, row, refusal):
    """The proposal as it stands; to whoever sent a vote, that it was not taken, with the reason they wrote."""
    if request.method != "POST":
        return back_to(seat, row.proposal.pk)
    reason = request.POST.get("reason", "").strip()
    yours = [_("You wrote: %(reason)s") % {"reason": reason}] if reason else []
    return show_proposal(request, seat, row, refusal=ValidationError([refusal, *yours]))


@members_only
def proposal_vote(request, seat, pk):
    """Give one's vote, see it, or replace it until the close."""
    row, vote = running(seat, pk)
    if vote is None:
        return not_taken(request, seat, row, ballots.CLOSED)
    if vote.mine is None:
        return not_taken(request, seat, row, ballots.LATE_ELECTOR)
    form = VoteForm(request.POST or None, asked=vote.asked, given=vote.mine)
    if form.is_valid():
        chosen = {name: form.cleaned_data[name] for name in ("choice", "reason")}
        try:
            ballots.cast_vote(vote.question, seat=seat, **chosen, now=timezone.now())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return back_to(seat, pk)
    context = {"seat": seat, "row": row, "vote": vote, "form": form, "given": vote.mine}
    context["conditions"] = conditions(vote.asked)
    return render(request, "proposals/proposal_vote.html", context)


@members_only
def proposal_enter(request, seat, pk):
    """Enter the vote of a member who rang up or put it on paper."""
    row, vote = running(seat, pk)
    if vote is None:
        return not_taken(request, seat, row, ballots.CLOSED)
    electors = to_enter_for(seat, vote)
    form = EnterForm(request.POST or None, asked=vote.asked, electors=electors)
    if form.is_valid():
        chosen = {name: form.cleaned_data[name] for name in ("choice", "reason", "how")}
        elector = vote_of(vote.question, seat, form.whose()).elector
        try:
            ballots.enter_vote(vote.question, seat=seat, elector=elector, **chosen, now=timezone.now())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return back_to(seat, pk)
    return render(request, "proposals/proposal_enter.html", {"seat": seat, "row": row, "vote": vote, "form": form})


@members_only
def vote_confirm(request, seat, pk):
    """A second member confirms a vote that was entered for somebody."""
    elector = get_object_or_404(electors_of(seat), pk=pk)
    row = row_of(seat, elector.question.proposal)
    given = vote_of(elector.question, seat, elector.seat_id) if elector.seat_id else None
    if row.lost or given is None:
        raise Http404
    refusal = None
    if request.method == "POST":
        try:
            seen = given.choice if request.POST.get("seen") == mark_of(given) else None
            ballots.confirm_vote(elector.question, seat=seat, elector=elector, seen=seen, now=timezone.now())
        except ValidationError as error:
            refusal = error
        else:
            return back_to(seat, row.proposal.pk)
    voter = voter_at(seat, elector)
    context = {"seat": seat, "row": row, "voter": voter, "seen": mark_of(voter.given), "refusal": refusal}
    return render(request, "proposals/vote_confirm.html", context)


def mark_of(given):
    """What the page showed, as one line: whoever confirms something else is told."""
    return f"{given.choice!r} {given.how}"


@members_only
def proposal_close(request, seat, pk):
    """Close the vote and count, after saying what follows."""
    row = readable(seat, pk)
    vote = vote_now(seat, row.proposal)
    if vote is None:
        return back_to(seat, pk)
    if vote.lots:
        return redirect("proposals:proposal-draw", seat.group.address, pk)
    form = CloseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            voting.close_vote(row.proposal, seat=seat, now=timezone.now())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("proposals:proposal-result", seat.group.address, pk)
    context = {"seat": seat, "row": row, "vote": vote, "form": form, "conditions": conditions(vote.asked)}
    return render(request, "proposals/proposal_close.html", context | objected(seat, row.proposal))


@members_only
def proposal_draw(request, seat, pk):
    """Type the number for the lots; they are drawn once a second member typed the same."""
    row = readable(seat, pk)
    vote = vote_now(seat, row.proposal)
    if vote is None or not vote.lots:
        return back_to(seat, pk)
    form = DrawForm(request.POST or None)
    if form.is_valid():
        try:
            number = form.cleaned_data["number"]
            drawn = voting.draw_lots(row.proposal, seat=seat, number=number, now=timezone.now())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            to = "proposals:proposal-result" if drawn else "proposals:proposal-draw"
            return redirect(to, seat.group.address, pk)
    context = {"seat": seat, "row": row, "vote": vote, "form": form, "conditions": conditions(vote.asked)}
    return render(request, "proposals/proposal_draw.html", context)

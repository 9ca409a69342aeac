"""What came out of a vote; asking again; the tellers' sheets; the votes as a file."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from rooted.ballots import export
from rooted.ballots.drawing import shown
from rooted.ballots.models import Question
from rooted.ballots.reading import asked_of, result_of
from rooted.groups.access import members_only
from rooted.proposals.conditions import conditions_of
from rooted.proposals.opening_forms import AgainForm
from rooted.proposals.views.proposals import back_to, readable
from rooted.proposals.votes import all_votes, vote_now
from rooted.proposals.voting import again_until, ask_again

FEW = 50  # so many votes stand on the page at once


@members_only
def proposal_result(request, seat, pk):
    """The result: a sentence, figures, each sitting, the votes of members (many: with ?show=votes). It prints on A4."""
    row = readable(seat, pk)
    proposal = row.proposal
    if not proposal.decided_on:
        return back_to(seat, pk)
    question = proposal.question
    result = result_of(question, seat) if question else None
    many = result is not None and result.entitled > FEW and request.GET.get("show") != "votes"
    context = {
        "seat": seat,
        "row": row,
        "proposal": proposal,
        "shown": shown(asked_of(question, seat), result) if result else None,
        "conditions": conditions_of(seat, proposal),
        "voters": [] if many else all_votes(seat, proposal),
        "many": many,
        "asked_again": proposal.again.exists(),
        "files": export.kinds(asked_of(question, seat), result) if result else [],
        "command": export.command(asked_of(question, seat), result) if result else "",
        "here": "result",
    }
    return render(request, "proposals/proposal_result.html", context)


@members_only
def proposal_again(request, seat, pk):
    """Put the same or new words to the same sittings or members. A vote that is still open ends uncounted."""
    row = readable(seat, pk)
    question, now = row.proposal.question, timezone.now()
    if question is None or row.proposal.again.exists() or (row.proposal.withdrawn_on and request.method != "POST"):
        return back_to(seat, pk)
    until = again_until(row.proposal, seat=seat, now=now)
    local = timezone.localtime(until) if until else None
    initial = {"title": row.title, "text": row.content["text"], "seen": row.proposal.version}
    initial |= {"closes_on": local and local.date(), "closes_clock": local and local.time().replace(second=0)}
    hands, fixed = question.mode == Question.Mode.HANDS, bool(row.content["rules"])
    form = AgainForm(request.POST or None, initial=initial, hands=hands, fixed=fixed)
    if form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("title", "text")}
        try:
            made = ask_again(row.proposal, seat=seat, **words, closes=form.closes_at(), now=now)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return back_to(seat, made.pk)
    return render(request, "proposals/proposal_again.html", {"seat": seat, "row": row, "form": form, "hands": hands})


@members_only
def proposal_ballots(request, seat, pk):
    """The votes of a closed vote as a file, ?kind=blt and so on, without names: anyone can count again."""
    row = readable(seat, pk)
    question = row.proposal.question
    result = result_of(question, seat) if question and row.proposal.decided_on else None
    file = export.write(asked_of(question, seat), result, request.GET.get("kind", "json")) if result else None
    if file is None:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(file.text, content_type=file.content_type, headers=headers)


@members_only
def proposal_codes(request, seat, pk):
    """The tally sheet of a sitting that is out, with the codes of its two tellers, for A4; ?sitting= its place."""
    row = readable(seat, pk)
    vote = vote_now(seat, row.proposal)
    if vote is None or not vote.hands:
        return back_to(seat, pk)
    left = [one for one in vote.sittings if one.codes]
    chosen = next((one for one in left if str(one.row.place) == request.GET.get("sitting")), left[0] if left else None)
    server = settings.ADDRESS or request.build_absolute_uri("/").rstrip("/")
    context = {"seat": seat, "row": row, "left": left, "sheet": chosen, "choices": choices_of(vote.asked)}
    context["address"] = server + reverse("ballots:count", args=[seat.group.address])
    return render(request, "proposals/proposal_codes.html", context)


def choices_of(asked):
    """What the sheet has a line for."""
    return [label for _word, label in asked.how.labels()] or asked.names

"""What came out of a vote; the tellers' sheets; the votes as a file."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from rooted.ballots import export
from rooted.ballots.counting_again import count_again
from rooted.ballots.drawing import shown
from rooted.ballots.methods import RANK
from rooted.ballots.reading import asked_of, result_of
from rooted.ballots.result import BLOCKED
from rooted.ballots.slips import LETTERS
from rooted.base import qr
from rooted.groups.access import members_only
from rooted.proposals.conditions import conditions_of
from rooted.proposals.objections import objected
from rooted.proposals.reading import asked_anew
from rooted.proposals.series import series_of
from rooted.proposals.views.asking import goes_on
from rooted.proposals.views.proposals import back_to, readable, show_proposal
from rooted.proposals.votes import alike, all_votes, objectors, vote_now

SHEET, SLIP, ORDERED, LINE = 240, 16, 20, 12  # mm: of a sheet; of a slip, how to fill in an order, each row
LETTERS_A_LINE, TITLE = 36, 6  # of the title of a slip; mm of such a line
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
    anew = asked_anew(seat, proposal)
    many = result is not None and result.entitled > FEW and request.GET.get("show") != "votes"
    context = {
        "seat": seat,
        "row": row,
        "proposal": proposal,
        "conditions": conditions_of(seat, proposal),
        "many": many,
        "anew": anew,
        "series": series_of(seat, proposal),
        **goes_on(seat, row, None if anew.newer else question),
        "here": "result",
    }
    if result:
        asked = asked_of(question, seat)
        context |= counted(asked, result) | named(seat, proposal, asked, many=many)
    return render(request, "proposals/proposal_result.html", context | objected(seat, proposal))


def counted(asked, result):
    """The result drawn, its files, and how anyone counts them again."""
    return {
        "shown": shown(asked, result),
        "files": export.kinds(asked, result),
        "command": export.command(asked, result),
    }


def named(seat, proposal, asked, *, many):
    """Who objected, and, unless they are `many`, who voted what: of those who did not, the number."""
    voters = all_votes(seat, proposal) if not many or proposal.result == BLOCKED else []
    voted = [one for one in voters if one.given.counts is not None]
    told = {"objectors": objectors(voted)}
    if many:
        return told
    return told | {"voters": voted, "alike": alike(asked, voted), "silent": len(voters) - len(voted)}


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
    """The tally sheet of a sitting that is out, with the codes of its two tellers, for A4; ?sitting= its place.

    With ?show=slips: slips of paper to vote on. Posted with `sitting`: one that has counted counts again.
    """
    row = readable(seat, pk)
    vote = vote_now(seat, row.proposal)
    if vote is None or not vote.hands:
        return back_to(seat, pk)
    if request.method == "POST":
        return again(request, seat, row, vote)
    left = [one for one in vote.sittings if one.codes]
    chosen = next((one for one in left if str(one.row.place) == request.GET.get("sitting")), left[0] if left else None)
    server = settings.ADDRESS or request.build_absolute_uri("/").rstrip("/")
    asked, choices = vote.asked, choices_of(vote.asked)
    context = {"seat": seat, "row": row, "left": left, "sheet": chosen, "asked": asked, "choices": choices}
    context["slips"] = range(on_a_sheet(asked, len(choices), row.title)) if request.GET.get("show") == "slips" else ()
    link = server + reverse("ballots:count", args=[seat.group.address])
    context |= {"picture": qr.picture(link, fills=True), "address": link.partition("//")[2]}
    return render(request, "proposals/proposal_codes.html", context)


def again(request, seat, row, vote):
    """A sitting that has counted counts again once two members ask for it: its new sheets then, or why not."""
    place, counts = request.POST.get("sitting", ""), False
    try:
        if place in {str(one.row.place) for one in vote.sittings}:
            counts = count_again(vote.question, seat=seat, place=int(place), today=timezone.localdate())
    except ValidationError as refusal:
        return show_proposal(request, seat, row, refusal=refusal)
    if not counts:
        return back_to(seat, row.proposal.pk)
    sheets = reverse("proposals:proposal-codes", args=[seat.group.address, row.proposal.pk])
    return redirect(f"{sheets}?{urlencode({'sitting': place})}")


def on_a_sheet(asked, rows, title):
    """How many slips with so many rows fill one sheet in two columns."""
    height = SLIP + TITLE * -(-len(title) // LETTERS_A_LINE) + LINE * rows + (ORDERED if asked.how.form == RANK else 0)
    return 2 * max(1, SHEET // height)


def choices_of(asked):
    """What the sheet, and a slip, has a line for: (letter of an option in piles, or "", label)."""
    labels = [label for _word, label in asked.how.labels()] or asked.names
    letters = LETTERS if asked.how.form == RANK else [""] * len(labels)
    return list(zip(letters, labels, strict=False))

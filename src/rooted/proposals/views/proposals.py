"""Proposals: the list, one proposal, and what becomes of its words."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from rooted.assembly.access import assemblies_of
from rooted.ballots.access import begun_without
from rooted.base.comparison import compare
from rooted.base.versions import SeenForm
from rooted.groups.access import members_only
from rooted.proposals import asking, proposing
from rooted.proposals.access import proposals_of
from rooted.proposals.asking import again_until
from rooted.proposals.beginnings import BEGINNINGS
from rooted.proposals.conditions import conditions_of
from rooted.proposals.forms import ProposalEditForm, ProposalForm, WithdrawForm, filled_from
from rooted.proposals.objections import objected
from rooted.proposals.paragraphs import without_gaps
from rooted.proposals.reading import asked_anew, assembly_choices, row_of, rows_of, talk_about
from rooted.proposals.series import series_of
from rooted.proposals.votes import vote_now
from rooted.rules.access import members
from rooted.rules.deciding import rules_of
from rooted.rules.rules import PAIR, TOGETHER, rules_from, sentences

PAGE = 50


@members_only
def proposal_list(request, seat):
    """Those that are not ended, the newest first; with ?show=ended those that are."""
    ended = request.GET.get("show") == "ended"
    proposals = proposals_of(seat)
    ordered = proposals.ended().last_first() if ended else proposals.running().order_by("-written_on", "pk")
    page = Paginator(ordered, PAGE).get_page(request.GET.get("page"))
    rows = rows_of(seat, page.object_list)
    return render(request, "proposals/proposal_list.html", {"seat": seat, "ended": ended, "page": page, "rows": rows})


def proposal_at(seat, pk):
    return get_object_or_404(proposals_of(seat), pk=pk)


def readable(seat, pk):
    """A proposal and what it says; 404 for one that cannot be opened."""
    proposal = proposal_at(seat, pk)
    row = row_of(seat, proposal)
    if row.lost:
        return get_object_or_404(proposals_of(seat).none(), pk=pk)
    return row


def back_to(seat, pk):
    return redirect("proposals:proposal-detail", seat.group.address, pk)


def suits(seat):
    """What its form has to know of the group."""
    return {"pair": members(seat.group) == PAIR, "rules": rules_of(seat).binding}


@members_only
def proposal_add(request, seat):
    """Write a proposal, from nothing or with ?start= from one of the beginnings; for ?assembly= or for none."""
    begun = BEGINNINGS.get(request.GET.get("start", ""))
    rules = rules_of(seat).rules
    initial = {"method": rules.method, "assembly": request.GET.get("assembly", "")}
    if begun:
        initial |= {"text": begun.text, "burn_days": str(begun.burn_days), "renewed": begun.renewed}
        initial |= {"method": begun.method} if begun.method and rules.offers(begun.method) else {}
    if initial["assembly"] and initial["method"] == TOGETHER:
        initial["method"] = "majority"  # sittings are asked, not the two of a pair
    form = ProposalForm(request.POST or None, **suits(seat), assemblies=assembly_choices(seat), initial=initial)
    if form.is_valid():
        assembly = get_object_or_404(assemblies_of(seat), pk=form.meant()) if form.meant() else None
        try:
            proposal = proposing.add_proposal(seat, form.draft(), today=timezone.localdate(), assembly=assembly)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return back_to(seat, proposal.pk)
    context = {"seat": seat, "form": form, "beginnings": BEGINNINGS.values(), "begun": begun}
    return render(request, "proposals/proposal_add.html", context)


@members_only
def proposal_detail(request, seat, pk):
    """One proposal: its words with what was said about each paragraph, and the one thing to do next."""
    return show_proposal(request, seat, readable(seat, pk))


def show_proposal(request, seat, row, *, refusal=None):
    context = {
        "seat": seat,
        "row": row,
        "proposal": row.proposal,
        "talk": talk_about(seat, row),
        "together": row.content["method"] == TOGETHER and members(seat.group) == PAIR,
        "vote": vote_now(seat, row.proposal),
        "anew": asked_anew(seat, row.proposal),
        "series": series_of(seat, row.proposal),
        **objected(seat, row.proposal),
        **waiting_for(seat, row),
        "changes": changes_in(seat, row),
        "may_withdraw": may_withdraw(seat, row),
        "conditions": conditions_of(seat, row.proposal),
        "here": "text",
        "form": SeenForm(initial={"seen": row.proposal.version}),
        "refusal": refusal,
    }
    return render(request, "proposals/proposal_detail.html", context)


def waiting_for(seat, row):
    """Of a draft that asks an open vote anew: that vote, and until when the new one would be open."""
    before = row.proposal.asks_anew
    return {"waits_on": before, "until": again_until(before, seat=seat, now=timezone.now())} if before else {}


def may_withdraw(seat, row):
    """Whether this seat can end it: it is its own, and no vote of others is in it."""
    question = row.proposal.question
    return row.mine and not row.proposal.ended_on and not (question and begun_without(question, seat))


def changes_in(seat, row):
    """What it changes, line by line: in our rules, or in the words that were voted on before. Nothing once decided."""
    if row.proposal.ended_on:
        return []
    before, after = "", row.content["text"]
    if row.content["rules"]:
        now = rules_of(seat)
        before, after = ("\n".join(sentences(one)) for one in (now.rules, rules_from(row.content["rules"])))
        return compare(before, after) if now.binding and before != after else []
    if row.proposal.after:
        before = row_of(seat, row.proposal.after).content.get("text", "")
    return compare(without_gaps(before), without_gaps(after)) if before and before != after else []


@members_only
def proposal_edit(request, seat, pk):
    """Its proposer says it in other words, unless somebody changed them meanwhile: then both are shown."""
    row = readable(seat, pk)
    initial = filled_from(row.draft) | {"seen": row.proposal.version}
    form = ProposalEditForm(request.POST or None, **suits(seat), initial=initial)
    context = {"seat": seat, "row": row}
    if form.is_valid():
        seen = form.cleaned_data["seen"] or 0
        try:
            today = timezone.localdate()
            proposing.edit_proposal(row.proposal, seat=seat, draft=form.draft(), seen=seen, today=today)
        except ValidationError as refusal:
            row = context["row"] = readable(seat, pk)
            if refusal.code == "overtaken":
                context["yours"] = compare(row.content["text"], form.cleaned_data["text"])
            form = form.again(row.proposal.version, refusal)
        else:
            return back_to(seat, pk)
    return render(request, "proposals/proposal_edit.html", context | {"form": form})


def act(request, seat, pk, deed):
    """Do `deed` with the version one has seen, then show the proposal, with the refusal if there is one."""
    row = readable(seat, pk)
    form = SeenForm(request.POST)
    if request.method == "POST" and form.is_valid():
        try:
            deed(row.proposal, form.cleaned_data["seen"] or 0)
        except ValidationError as refusal:
            return show_proposal(request, seat, readable(seat, pk), refusal=refusal)
    return back_to(seat, pk)


@members_only
def proposal_second(request, seat, pk):
    """Stand behind these words as a second member; an open vote that they ask anew ends, and all are asked again."""
    now = timezone.now()
    return act(request, seat, pk, lambda proposal, seen: asking.second(proposal, seat=seat, seen=seen, now=now))


@members_only
def proposal_withdraw(request, seat, pk):
    """End it without a decision, after asking."""
    row = readable(seat, pk)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            proposing.withdraw_proposal(
                row.proposal, seat=seat, why=form.cleaned_data["why"], today=timezone.localdate()
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return back_to(seat, pk)
    return render(request, "proposals/proposal_withdraw.html", {"seat": seat, "row": row, "form": form})

"""What is said about a proposal: remarks, other words for a paragraph, and the proposer's answer."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from rooted.base.comparison import compare
from rooted.groups.access import members_only
from rooted.proposals import asking, proposing
from rooted.proposals.access import amendments_of
from rooted.proposals.objections import may_object, sitting_choices, write_objection
from rooted.proposals.paragraphs import paragraphs, without_gaps
from rooted.proposals.reading import amendments_to, row_of
from rooted.proposals.talk_forms import AmendmentForm, AnswerForm, ObjectForm, RemarkForm
from rooted.proposals.views.proposals import back_to, readable


def chosen(request, row, *, least=0):
    """The number of the paragraph one came for, from 1, and its words; 0 and "" for all of it."""
    texts = paragraphs(row.content["text"])
    number = request.POST.get("paragraph") or request.GET.get("paragraph") or str(least)
    if not number.isdecimal() or len(number) > 3 or not least <= int(number) <= len(texts):
        raise Http404
    return int(number), texts[int(number) - 1] if int(number) else ""


def back_to_paragraph(seat, pk, number):
    page = reverse("proposals:proposal-detail", args=[seat.group.address, pk])
    return redirect(f"{page}#p{number}" if number else f"{page}#talk")


@members_only
def remark_add(request, seat, pk):
    """Say something about one paragraph with ?paragraph=, or about all of it."""
    row = readable(seat, pk)
    number, about = chosen(request, row)
    version = row.proposal.version
    form = RemarkForm(request.POST or None, initial={"seen": version, "paragraph": number})
    if form.is_valid():
        if about and form.cleaned_data["seen"] != version:
            form = form.again(version, proposing.CHANGED)
        elif said(seat, row.proposal, form, about):
            return back_to_paragraph(seat, pk, number)
    return render(
        request, "proposals/remark_add.html", {"seat": seat, "row": row, "form": form, "number": number, "about": about}
    )


def said(seat, proposal, form, about):
    """Whether it could be kept; the refusal stands in `form`."""
    try:
        proposing.add_remark(proposal, seat=seat, about=about, text=form.cleaned_data["text"], now=timezone.now())
    except ValidationError as refusal:
        form.add_error(None, refusal)
    return not form.errors


@members_only
def amendment_add(request, seat, pk):
    """Suggest other words for the paragraph in ?paragraph=."""
    row = readable(seat, pk)
    number, before = chosen(request, row, least=1)
    initial = {"after": before, "seen": row.proposal.version, "paragraph": number}
    form = AmendmentForm(request.POST or None, initial=initial)
    if form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("after", "why")}
        seen = form.cleaned_data["seen"] or 0
        try:
            proposing.suggest_amendment(
                row.proposal, seat=seat, number=number - 1, **words, seen=seen, now=timezone.now()
            )
        except ValidationError as refusal:
            form = form.again(row.proposal.version, refusal)
        else:
            return back_to_paragraph(seat, pk, number)
    context = {"seat": seat, "row": row, "form": form, "number": number, "before": before}
    return render(request, "proposals/amendment_add.html", context)


@members_only
def amendment_answer(request, seat, pk):
    """The proposer takes other words over, or says why not. Once the vote is open, taking over asks everyone again."""
    amendment = get_object_or_404(amendments_of(seat), pk=pk)
    row = row_of(seat, amendment.proposal)
    found = next((one for one in amendments_to(seat, amendment.proposal) if one.row.pk == pk), None)
    if row.lost or found is None:
        raise Http404
    form = AnswerForm(request.POST or None, initial={"seen": row.proposal.version})
    if form.is_valid():
        try:
            shown = answer(seat, amendment, row, found, form.cleaned_data)
        except ValidationError as refusal:
            form = form.again(row.proposal.version, refusal)
        else:
            return back_to_paragraph(seat, shown, 0)
    lines = compare(*(without_gaps(found.content[which]) for which in ("before", "after")))
    context = {"seat": seat, "row": row, "said": found, "form": form, "lines": lines}
    return render(request, "proposals/amendment_answer.html", context)


def answer(seat, amendment, row, found, typed):
    """Do what was chosen; returns the id of the proposal to look at."""
    today, proposal = timezone.localdate(), row.proposal
    if typed["answer"] == "declined":
        proposing.decline_amendment(amendment, seat=seat, because=typed["because"], today=today)
    elif proposal.opened_on is None:
        proposing.accept_amendment(amendment, seat=seat, seen=typed["seen"] or 0, today=today)
    else:
        return asking.take_over_words(amendment, seat=seat, now=timezone.now()).pk
    return proposal.pk


@members_only
def proposal_object(request, seat, pk):
    """Write down the reason of an objection that was raised by hand."""
    row = readable(seat, pk)
    if not may_object(seat, row.proposal):
        return back_to(seat, pk)
    form = ObjectForm(request.POST or None, sittings=sitting_choices(seat, row.proposal))
    if form.is_valid():
        try:
            write_objection(row.proposal, seat=seat, **form.cleaned_data, now=timezone.now())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("proposals:proposal-result", seat.group.address, pk)  # an open vote has its own page
    return render(request, "proposals/proposal_object.html", {"seat": seat, "row": row, "form": form})

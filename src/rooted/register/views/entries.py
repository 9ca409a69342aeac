"""What a group decided: the list, one entry, writing one down, correcting, what became of it."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone

from rooted.base import markup
from rooted.base.converters import KeyConverter
from rooted.base.fold import asked_words
from rooted.groups.access import members_only
from rooted.register import actions
from rooted.register.access import entry_of, row_of
from rooted.register.forms import EntryAddForm, EntryBurnForm, EntryDoneForm, EntryForm, EntrySearchForm
from rooted.register.models import Entry
from rooted.register.reading import FILTERS, entry_rows, words_of

PAGE = 50


@members_only
def entry_list(request, seat):
    """Every decision, the newest first; ?show= narrows by what holds now. Words to look for travel in the form."""
    form, today = EntrySearchForm(request.POST or None), timezone.localdate()
    words = asked_words(form.cleaned_data["words"]) if form.is_valid() else []
    show = request.GET.get("show") if request.GET.get("show") in FILTERS else ""
    rows = entry_rows(seat)
    found = [row for row in rows if row.shown_under(show, today) and (not words or row.holds(words))]
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {"seat": seat, "form": form, "show": show, "page": page, "words": words, "any": bool(rows)}
    context["rows"] = [(row, row.in_force(today)) for row in page.object_list]
    return render(request, "register/entry_list.html", context)


def back_to(seat, pk):
    return redirect("register:entry-detail", seat.group.address, pk)


@members_only
def entry_detail(request, seat, pk):
    """One entry, as it was decided, with what became of it."""
    row = row_of(seat, pk)
    context = {
        "seat": seat,
        "row": row,
        "entry": row.entry,
        "decision": row.decision,
        "in_force": row.in_force(timezone.localdate()),
        "text": markup.html(row.decision.text) if row.decision else "",
        "words": words_of(seat, row.entry),
        "key": KeyConverter().to_url(pk),
    }
    return render(request, "register/entry_detail.html", context)


@members_only
def entry_add(request, seat):
    """Write down a decision that was taken elsewhere; ?replaces= names the one whose place it takes."""
    valid = [row for row in entry_rows(seat) if row.valid and row.later is None]
    choices = [(KeyConverter().to_url(row.entry.pk), f"{row.entry.number}. {row.title}") for row in valid]
    initial = {"day": timezone.localdate(), "supersedes": request.GET.get("replaces", "")}
    form = EntryAddForm(request.POST or None, replaceable=choices, initial=initial)
    if form.is_valid():
        typed = form.cleaned_data
        key = typed.get("supersedes")
        earlier = entry_of(seat, KeyConverter().to_python(key)) if key else None
        how = {name: typed[name] for name in ("result", "day", "burns_on")}
        try:
            made = actions.append_decision(seat, form.decision(), **how, supersedes=earlier)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return back_to(seat, made.pk)
    return render(request, "register/entry_add.html", {"seat": seat, "form": form})


def typed_before(row):
    """What a correction starts from."""
    said = row.decision
    names = ("title", "text", "method", "bound", "in_force_from", "in_force_until", "review_on")
    initial = {name: getattr(said, name) for name in names} | {"result": row.entry.result}
    return initial | {"tally": "\n".join(said.tally), "tasks": "\n".join(one.text for one in said.tasks)}


@members_only
def entry_correct(request, seat, pk):
    """Write down what it should have said, as an entry of its own."""
    row = row_of(seat, pk)
    if row.decision is None or (row.corrected and request.method != "POST"):
        return back_to(seat, pk)
    form = EntryForm(request.POST or None, initial=typed_before(row))
    if form.is_valid():
        decision, result = form.decision(row.decision), form.cleaned_data["result"]
        try:
            made = actions.correct_decision(row.entry, decision, seat=seat, result=result)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return back_to(seat, made.pk)
    return render(request, "register/entry_correct.html", {"seat": seat, "row": row, "form": form})


@members_only
def entry_done(request, seat, pk):
    """Say what became of it, and when to look at it again."""
    row = row_of(seat, pk)
    if row.entry.result != Entry.Result.CARRIED:
        return back_to(seat, pk)
    initial = {"state": "done" if row.entry.done_on else "open", "review_on": row.entry.review_on}
    form = EntryDoneForm(request.POST or None, initial=initial)
    if form.is_valid():
        if form.cleaned_data["state"] == "done":
            actions.mark_done(row.entry, today=timezone.localdate())
        else:
            actions.mark_open(row.entry, review_on=form.cleaned_data["review_on"])
        return back_to(seat, pk)
    return render(request, "register/entry_done.html", {"seat": seat, "row": row, "form": form})


@members_only
def entry_burn(request, seat, pk):
    """Let a text burn that has no day yet, or let it burn earlier."""
    row = row_of(seat, pk)
    if row.entry.burnt_on:
        return back_to(seat, pk)
    form = EntryBurnForm(request.POST or None, latest=row.entry.burns_on)
    if form.is_valid():
        try:
            actions.set_burning(row.entry, day=form.cleaned_data["day"], today=timezone.localdate())
        except ValidationError as refusal:
            form.add_error("day", refusal)
        else:
            return back_to(seat, pk)
    return render(request, "register/entry_burn.html", {"seat": seat, "row": row, "form": form})

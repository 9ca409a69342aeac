"""The address book and the quick answers: two lists, kept up the same way."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from rooted.groups.access import members_only
from rooted.intake.book import KINDS, drop, keep, kept
from rooted.intake.member_forms import BookEntryForm, QuickAnswerForm
from rooted.intake.models import BookEntry, QuickAnswer


@members_only
def book_list(request, seat):
    """Whom the group sends people on to."""
    return render(request, "intake/book_list.html", {"seat": seat, "entries": kept(BookEntry, seat)})


@members_only
def book_add(request, seat):
    """One more."""
    form = BookEntryForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and saved(form, BookEntry, form.cleaned_data, seat):
        return redirect("intake:book-list", seat.group.address)
    return render(request, "intake/book_add.html", {"seat": seat, "form": form})


def saved(form, what, content, seat, row=None):
    """Whether it was kept; else the form says why not."""
    try:
        keep(what, content, seat=seat, now=timezone.now(), row=row)
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    return True


def row_and_content(what, seat, pk):
    row = get_object_or_404(what.objects.select_related("item"), group=seat.group, pk=pk)
    return row, seat.keys.read(row.item, KINDS[what])


@members_only
def book_edit(request, seat, pk):
    """Write one anew."""
    row, content = row_and_content(BookEntry, seat, pk)
    form = BookEntryForm(request.POST if request.method == "POST" else None, initial=content)
    if form.is_valid() and saved(form, BookEntry, form.cleaned_data, seat, row):
        return redirect("intake:book-list", seat.group.address)
    return render(request, "intake/book_edit.html", {"seat": seat, "form": form, "entry": row})


@require_POST
@members_only
def book_erase(request, seat, pk):
    """Take one out."""
    drop(get_object_or_404(BookEntry, group=seat.group, pk=pk))
    return redirect("intake:book-list", seat.group.address)


@members_only
def quick_list(request, seat):
    """Answers the group gives often."""
    return render(request, "intake/quick_list.html", {"seat": seat, "answers": kept(QuickAnswer, seat)})


@members_only
def quick_add(request, seat):
    """One more, in the group's languages."""
    data = request.POST if request.method == "POST" else None
    form = QuickAnswerForm(data, codes=seat.group.languages.split(","))
    if form.is_valid() and saved(form, QuickAnswer, form.content(), seat):
        return redirect("intake:quick-list", seat.group.address)
    return render(request, "intake/quick_add.html", {"seat": seat, "form": form})


@members_only
def quick_edit(request, seat, pk):
    """Write one anew; a language left empty is gone."""
    row, content = row_and_content(QuickAnswer, seat, pk)
    data = request.POST if request.method == "POST" else None
    form = QuickAnswerForm(data, codes=seat.group.languages.split(","), content=content)
    if form.is_valid() and saved(form, QuickAnswer, form.content(), seat, row):
        return redirect("intake:quick-list", seat.group.address)
    return render(request, "intake/quick_edit.html", {"seat": seat, "form": form, "answer": row})


@require_POST
@members_only
def quick_erase(request, seat, pk):
    """Take one out."""
    drop(get_object_or_404(QuickAnswer, group=seat.group, pk=pk))
    return redirect("intake:quick-list", seat.group.address)

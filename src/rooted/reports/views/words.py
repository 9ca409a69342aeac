"""The words of points: those in use, two that mean one thing merged, and parted again."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from rooted.groups.access import members_only
from rooted.records import questions
from rooted.reports.forms import MergeForm
from rooted.reports.words import merge_words, newest_changes, part_word, vocabulary
from rooted.struggles.models import Term


@members_only
def term_list(request, seat):
    """Every word in use, by kind, with how many records have it."""
    known = vocabulary()
    kinds = [
        {
            "kind": kind,
            "name": questions.POINT_KINDS[kind],
            "words": words,
            "used": sum(bool(one.term) for one in words),
        }
        for kind, words in known.items()
    ]
    changes = newest_changes(word for words in known.values() for word in words)
    return render(request, "reports/term_list.html", {"seat": seat, "kinds": kinds, "changes": changes})


@members_only
def term_merge(request, seat):
    """Let one word of ?kind= speak through another."""
    kind = request.GET.get("kind", questions.STRONG)
    if kind not in questions.POINT_KINDS:
        raise Http404
    form = MergeForm(request.POST or None, words=vocabulary()[kind])
    if form.is_valid():
        try:
            merge_words(*form.both(), today=timezone.localdate())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("reports:term-list", seat.group.address)
    context = {"seat": seat, "form": form, "kind": questions.POINT_KINDS[kind]}
    return render(request, "reports/term_merge.html", context)


@members_only
def term_part(request, seat, pk):
    """Let a merged word stand for itself again."""
    term = get_object_or_404(Term, pk=pk)
    if request.method == "POST":
        part_word(term, today=timezone.localdate())
    return redirect("reports:term-list", seat.group.address)

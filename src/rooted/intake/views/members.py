"""What members open: the letters, one letter, and what they do with it."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from rooted.groups.access import members_only
from rooted.intake import actions
from rooted.intake.access import threads_of
from rooted.intake.forms import LetterAnswerForm, LetterNoteForm
from rooted.intake.reading import letter_rows, overtaken_by, thread_page, was_sent

PAGE = 50


@members_only
def letter_list(request, seat):
    """Open letters, those without an answer first; with ?show=closed the others."""
    closed = request.GET.get("show") == "closed"
    threads = threads_of(seat).filter(closed_on__isnull=not closed).with_waiting()
    page = Paginator(threads.order_by("-waiting", "expires_on", "pk"), PAGE).get_page(request.GET.get("page"))
    context = {"seat": seat, "closed": closed, "page": page, "rows": letter_rows(seat, page.object_list)}
    return render(request, "intake/letter_list.html", context)


@members_only
def letter_detail(request, seat, pk):
    """One letter with all that followed, and the notes apart."""
    return show_thread(request, seat, get_object_or_404(threads_of(seat), pk=pk))


def show_thread(request, seat, thread, *, answer=None, note=None, refusal=None):
    context = thread_page(seat, thread)
    context |= {
        "answer_form": answer or LetterAnswerForm(initial={"seen": thread.length}),
        "note_form": note or LetterNoteForm(),
        "refusal": refusal,
    }
    return render(request, "intake/letter_detail.html", context)


def back_to(seat, pk):
    return redirect(reverse("intake:letter-detail", args=[seat.group.address, pk]))


def act(request, seat, pk, deed):
    """Do `deed` to one letter of the group, then show the letter; a refusal is shown in it."""
    thread = get_object_or_404(threads_of(seat), pk=pk)
    if request.method == "POST":
        try:
            deed(thread)
        except ValidationError as refusal:
            thread.refresh_from_db()
            return show_thread(request, seat, thread, refusal=refusal)
    return back_to(seat, pk)


@members_only
def letter_take(request, seat, pk):
    """Take a letter on."""
    return act(request, seat, pk, lambda thread: actions.take_thread(thread, seat=seat))


@members_only
def letter_release(request, seat, pk):
    """Put a letter back, one's own or that of somebody who cannot."""
    return act(request, seat, pk, actions.release_thread)


@members_only
def letter_close(request, seat, pk):
    """Nothing more is to be done."""
    return act(request, seat, pk, lambda thread: actions.close_thread(thread, today=timezone.now().date()))


@members_only
def letter_reopen(request, seat, pk):
    """Take a closed letter up again."""
    return act(request, seat, pk, actions.reopen_thread)


@members_only
def letter_answer(request, seat, pk):
    """Send the group's answer, unless something was written meanwhile: then show it, with the text kept."""
    thread = get_object_or_404(threads_of(seat), pk=pk)
    if request.method != "POST":
        return back_to(seat, pk)
    form = LetterAnswerForm(request.POST)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            actions.answer_letter(thread, seat=seat, text=typed["text"], seen=typed["seen"] or 0, now=timezone.now())
        except ValidationError:
            if was_sent(seat, thread, typed["text"]):
                return back_to(seat, pk)
            thread.refresh_from_db()
            form = form.again(thread.length, overtaken_by(seat, thread))
        else:
            return back_to(seat, pk)
    return show_thread(request, seat, thread, answer=form)


@members_only
def letter_note(request, seat, pk):
    """Keep a note for the group."""
    thread = get_object_or_404(threads_of(seat), pk=pk)
    if request.method != "POST":
        return back_to(seat, pk)
    form = LetterNoteForm(request.POST)
    if not form.is_valid():
        return show_thread(request, seat, thread, note=form)
    actions.write_note(thread, seat=seat, text=form.cleaned_data["text"], now=timezone.now())
    return back_to(seat, pk)

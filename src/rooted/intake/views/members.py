"""What members open: the letters, one letter, who has it. What they write: answering.py."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from rooted.base.templatetags.parts import language_name
from rooted.groups.access import members_only
from rooted.intake import actions
from rooted.intake.access import threads_of
from rooted.intake.book import kept
from rooted.intake.files import files_for_members
from rooted.intake.interpreting import open_links
from rooted.intake.member_forms import InsertForm, LetterAnswerForm, LetterNoteForm
from rooted.intake.models import BookEntry, QuickAnswer
from rooted.intake.outcomes import OUTCOMES
from rooted.intake.reading import letter_rows, thread_page

PAGE = 50


@members_only
def letter_list(request, seat):
    """Open letters, those without an answer first; with ?show=closed the others."""
    closed = request.GET.get("show") == "closed"
    threads = threads_of(seat).filter(closed_on__isnull=not closed, held_on=None).with_waiting()
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
        "insert_form": insert_form(seat, context["language"]),
        "note_form": note or LetterNoteForm(),
        "refusal": refusal,
        "files": files_for_members(seat, thread),
        "links": open_links(thread, timezone.now().date()),
    }
    return render(request, "intake/letter_detail.html", context)


def insert_form(seat, language):
    """The quick answers, those in the letter's language first, and the address book; None while both are empty."""
    quick = [
        (f"{one.row.pk}.{code}", f"{one.content['name']} ({language_name(code)})")
        for one in kept(QuickAnswer, seat)
        for code in one.content["texts"]
    ]
    entries = [(str(one.row.pk), one.content["name"]) for one in kept(BookEntry, seat)]
    quick.sort(key=lambda choice: not choice[0].endswith(f".{language}"))
    return InsertForm(quick=quick, entries=entries) if quick or entries else None


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
    """Take a letter on: the board leads here, one button does it."""
    if request.method == "POST":
        return act(request, seat, pk, lambda thread: actions.take_thread(thread, seat=seat))
    thread = get_object_or_404(threads_of(seat), pk=pk)
    if thread.taken_by_id is not None or thread.closed_on is not None:
        return back_to(seat, pk)
    (row,) = letter_rows(seat, [thread])
    return render(request, "intake/letter_take.html", {"seat": seat, "thread": thread, "row": row})


@members_only
def letter_release(request, seat, pk):
    """Put a letter back, one's own or that of somebody who cannot."""
    return act(request, seat, pk, actions.release_thread)


@members_only
def letter_close(request, seat, pk):
    """Nothing more is to be done, and how it ended: one tap."""
    outcome = request.POST.get("outcome", "")
    today = timezone.now().date()
    known = outcome if outcome in OUTCOMES else ""
    return act(request, seat, pk, lambda thread: actions.close_thread(thread, today=today, seat=seat, outcome=known))


@members_only
def letter_reopen(request, seat, pk):
    """Take a closed letter up again."""
    return act(request, seat, pk, actions.reopen_thread)

"""What members write beside one letter: the answer, notes, marks of danger."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from rooted.base.forms import CHOOSE
from rooted.groups.access import members_only
from rooted.intake import actions
from rooted.intake.access import threads_of
from rooted.intake.book import added, entry_text, kept
from rooted.intake.danger import mark_danger, read_danger
from rooted.intake.files import send_with_files
from rooted.intake.member_forms import LetterAnswerForm, LetterDangerForm, LetterNoteForm
from rooted.intake.models import BookEntry, QuickAnswer
from rooted.intake.reading import overtaken_by, was_sent
from rooted.intake.views.members import back_to, show_thread


@members_only
def letter_answer(request, seat, pk):
    """Send the group's answer, unless something was written meanwhile: then show it, with the text kept."""
    thread = get_object_or_404(threads_of(seat), pk=pk)
    if request.method != "POST":
        return back_to(seat, pk)
    form = LetterAnswerForm(request.POST, files=request.FILES)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            answer_with_files(thread, seat, typed)
        except ValidationError as refusal:
            if refusal.code == "no-room":
                form.add_error(None, refusal)
                return show_thread(request, seat, thread, answer=form)
            if was_sent(seat, thread, typed["text"]):
                return back_to(seat, pk)
            thread.refresh_from_db()
            form = form.again(thread.length, overtaken_by(seat, thread))
        else:
            if typed.get("referred"):
                actions.close_thread(thread, today=timezone.now().date(), seat=seat, outcome="referred")
            return back_to(seat, pk)
    return show_thread(request, seat, thread, answer=form)


def answer_with_files(thread, seat, typed):
    """Send the answer with the files chosen, or neither."""
    told = {"seat": seat, "text": typed["text"], "seen": typed["seen"] or 0, "now": timezone.now()}
    messages = thread.messages.all()
    send_with_files(typed["files"], seat.group, messages, lambda: actions.answer_letter(thread, **told), keys=seat.keys)


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


@members_only
def letter_insert(request, seat, pk):
    """Put a quick answer or an address behind what was typed; the page comes back, nothing is sent."""
    thread = get_object_or_404(threads_of(seat), pk=pk)
    if request.method != "POST":
        return back_to(seat, pk)
    text, quick, entry = (request.POST.get(name, "") for name in ("text", "quick", "entry"))
    found = list(pieces(seat, quick, entry))
    for piece in found:
        text = added(text, piece)
    seen = request.POST.get("seen", "") or thread.length
    referring = "referred" in request.POST or bool(entry)
    initial = {"seen": seen, "text": text, "referred": referring}
    gone = len(found) < bool(quick) + bool(entry)  # somebody erased it meanwhile
    form = LetterAnswerForm(initial if gone else None, initial=initial, referring=referring)
    if gone:
        form.add_error(None, CHOOSE)
    form.files = request.FILES  # the page says that they have to be chosen again
    return show_thread(request, seat, thread, answer=form)


def pieces(seat, quick, entry):
    """The texts that were chosen, in the order they are put in."""
    for one in kept(QuickAnswer, seat) if quick else []:
        for code, text in one.content["texts"].items():
            if f"{one.row.pk}.{code}" == quick:
                yield text
    for one in kept(BookEntry, seat) if entry else []:
        if str(one.row.pk) == entry:
            yield entry_text(one.content)


@members_only
def letter_danger(request, seat, pk):
    """Mark what must be known before anybody calls."""
    thread = get_object_or_404(threads_of(seat), pk=pk)
    form = LetterDangerForm(request.POST if request.method == "POST" else None, initial=read_danger(seat, thread))
    if form.is_valid():
        mark_danger(thread, seat=seat, **form.cleaned_data, now=timezone.now())
        return back_to(seat, pk)
    return render(request, "intake/letter_danger.html", {"seat": seat, "thread": thread, "form": form})

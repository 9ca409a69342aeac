"""What somebody without an account opens. The receipt travels in the body of each form, nowhere else."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import get_language

from rooted.base import seal, throttle
from rooted.groups.access import public_group
from rooted.intake import flood
from rooted.intake.access import struggle_to_ask_about
from rooted.intake.actions import drop_letter, erase_thread, write_more
from rooted.intake.conversation import open_thread, read_by_stranger
from rooted.intake.files import files_for_stranger, send_with_files
from rooted.intake.forms import BUSY, TRAP, UNKNOWN, AskForm, LetterForm, LetterMoreForm, LetterSaveForm, ReceiptForm
from rooted.intake.models import Message
from rooted.intake.reading import is_late
from rooted.intake.receipts import keys_of, parts_of
from rooted.people.access import open_to_strangers


@open_to_strangers
def letter(request, group):
    """The letter page; once sent, the words, in the same answer."""
    group = public_group(group)
    gate = flood.gate(group, today=timezone.now().date())
    form = LetterForm(request.POST or None, group=group, gate=gate)
    context = {"group": group, "form": form, "gate": gate, "trap": TRAP}
    return sent(request, form) or render(request, "intake/letter.html", context)


@open_to_strangers
def struggle_ask(request, public_id):
    """Ask the group of a published record about it: a letter like any other, with the record's title on top."""
    struggle = struggle_to_ask_about(public_id)
    group = struggle.group
    gate = flood.gate(group, today=timezone.now().date())
    form = AskForm(request.POST or None, group=group, gate=gate, about=struggle)
    context = {"struggle": struggle, "group": group, "form": form, "gate": gate, "trap": TRAP}
    status = 404 if gate.shut and not form.is_bound else 200
    return sent(request, form) or render(request, "intake/struggle_ask.html", context, status=status)


def sent(request, form):
    """Once the letter is delivered, the page with the words; else None, and the reason in the form."""
    form.files = request.FILES
    if not form.is_valid():
        return None
    try:
        thread = deliver(form)
    except seal.Busy:
        form.add_error(None, BUSY)
    except ValidationError as refusal:
        form.add_error(None, refusal)
    else:
        beside = {"group": form.group, "brings": form.cleaned_data.get("brings", ""), "held": thread.held_on}
        return show_words(request, form.receipt(), **beside)
    return None


def deliver(form):
    keys = keys_of(form.receipt())
    typed = {
        "keys": keys,
        "letter": form.letter(),
        "danger": form.cleaned_data["danger"],
        "language": form.cleaned_data["language"],
        "now": timezone.now(),
    }
    messages = Message.objects.filter(thread__lookup=keys.lookup)
    return send_with_files(form.cleaned_data["files"], form.group, messages, lambda: drop_letter(form.group, **typed))


def show_words(request, receipt, *, form=None, group=None, brings="", held=None):
    context = {
        "form": form or LetterSaveForm(receipt=receipt),
        "words": parts_of(receipt),
        "digits": receipt[:1].isdigit(),
        "group": group,
        "brings": brings,
        "held": held,
        "site": settings.ADDRESS or f"{request.scheme}://{request.get_host()}",
    }
    return render(request, "intake/letter_save.html", context)


@open_to_strangers
def letter_save(request):
    """Asks two of the words back; then the conversation."""
    if request.method != "POST" or len(parts_of(request.POST.get("receipt", ""))) < 5:
        return redirect("intake:receipt")
    typed = request.POST["receipt"]
    form = LetterSaveForm(request.POST, receipt=typed)
    if not form.is_valid():
        return show_words(request, typed, form=form)
    return come_back(request, ReceiptForm(request.POST))


@open_to_strangers
def receipt(request):
    """Where the words are typed back."""
    form = ReceiptForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return render(request, "intake/receipt.html", {"form": form})
    return come_back(request, form)


def come_back(request, form):
    opened = opened_by(request, form)
    if opened is None:
        return ask_for_words(request, form)
    return show_conversation(request, opened, LetterMoreForm(initial={"receipt": form["receipt"].value()}))


def ask_for_words(request, form):
    return render(request, "intake/receipt.html", {"form": form})


def opened_by(request, form):
    """The thread of a form's receipt; else None and the reason in the form. Any receipt costs one Argon2id."""
    typed = form["receipt"].value() or ""
    form.is_valid()
    try:
        throttle.slow(request, "receipt")
        opened = open_thread(keys_of(typed))
    except (seal.Busy, throttle.Busy):
        form.add_error(None, BUSY)
        return None
    if opened is None:
        throttle.failed(request, "receipt")
        form.add_error(None, UNKNOWN)
    else:
        speak_their_language(request, opened)
    return opened


def speak_their_language(request, opened):
    """Whoever comes back reads the page in the language of their letter, unless this browser chose another."""
    first = next((said.content.get("language") for said in read_by_stranger(opened) if said.from_stranger), None)
    if first in dict(settings.LANGUAGES) and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        translation.activate(first)


def show_conversation(request, opened, form, *, sent=False):
    context = {"form": form, "sent": sent}
    if opened is not None:
        said = read_by_stranger(opened)
        answered = bool(said) and not said[-1].from_stranger
        context |= {"from_group": opened.thread.group, "thread": opened.thread, "said": said, "answered": answered}
        context["late"] = is_late(said, opened.thread, timezone.now())
        context |= files_for_stranger(opened)
    return render(request, "intake/letter_more.html", context)


@open_to_strangers
def letter_more(request):
    """A further letter. Whatever happens, what was typed stands in the page again."""
    if request.method != "POST":
        return redirect("intake:receipt")
    form = LetterMoreForm(request.POST, files=request.FILES)
    opened = opened_by(request, form)
    if opened is None or not form.is_valid():
        return show_conversation(request, opened, form)
    typed = form.cleaned_data
    more = {"text": typed["text"], "token": typed["token"], "language": get_language(), "now": timezone.now()}
    try:
        thread = opened.thread
        send_with_files(typed["files"], thread.group, thread.messages.all(), lambda: write_more(opened, **more))
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return show_conversation(request, opened, form)
    opened.thread.refresh_from_db()
    return show_conversation(request, opened, LetterMoreForm(initial={"receipt": typed["receipt"]}), sent=True)


@open_to_strangers
def letter_delete(request):
    """Erases everything, the group's copies too, after asking once."""
    if request.method != "POST":
        return redirect("intake:receipt")
    form = ReceiptForm(request.POST)
    opened = opened_by(request, form)
    context = {"form": form, "receipt": form["receipt"].value(), "opened": opened}
    if opened is not None and request.POST.get("sure") == "yes":
        erase_thread(opened.thread)
        context["erased"] = True
    return render(request, "intake/letter_delete.html", context)

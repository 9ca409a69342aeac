"""Admitting an interpreter to one letter; and the page the interpreter opens."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rooted.base import seal, throttle
from rooted.base.words import spoken
from rooted.groups.access import members_only
from rooted.intake import interpreting
from rooted.intake.access import threads_of
from rooted.intake.forms import BUSY
from rooted.intake.member_forms import InterpretForm, RenderingForm
from rooted.intake.views.members import back_to
from rooted.people.access import open_to_strangers


@members_only
def interpreter_invite(request, seat, pk):
    """A link for this letter alone; the words are shown on this one page and kept nowhere."""
    thread = get_object_or_404(threads_of(seat), pk=pk)
    context = {"seat": seat, "thread": thread}
    if request.method == "POST":
        context |= new_link(request, seat, thread)
    context["links"] = interpreting.open_links(thread, timezone.now().date())
    return render(request, "intake/interpreter_invite.html", context)


def new_link(request, seat, thread):
    said = spoken(4, get_language() or "en")
    try:
        made = interpreting.make_link(thread, seat=seat, spoken=said, now=timezone.now())
    except ValidationError as refusal:
        return {"refusal": refusal}
    except seal.Busy:
        return {"refusal": ValidationError(BUSY)}
    address = settings.ADDRESS or f"{request.scheme}://{request.get_host()}"
    return {"made": made, "link": address + reverse("intake:interpret", args=[made.pk]), "words": said.split()}


@require_POST
@members_only
def interpreter_share(request, seat, pk):
    """Let the interpreters read what was said since."""
    thread = get_object_or_404(threads_of(seat), pk=pk)
    interpreting.share_newest(thread, seat=seat, now=timezone.now())
    return back_to(seat, pk)


@require_POST
@members_only
def interpreter_withdraw(request, seat, pk):
    """End a link."""
    thread = interpreting.withdraw_link(seat, pk)
    return back_to(seat, thread) if thread else redirect("intake:letter-list", seat.group.address)


@open_to_strangers
def interpret(request, pk):
    """Give the words, read the one letter, write beside it; all travels in the page."""
    try:
        link = interpreting.standing(pk, today=timezone.now().date())
        context = {"group": link.thread.group, "form": InterpretForm(request.POST or None)}
        if context["form"].is_valid():
            opened = words_given(request, context["form"], pk)
            if opened is not None:
                context |= written(request, opened)
    except interpreting.Gone:
        return render(request, "intake/interpret.html", {"gone": True, "typed": request.POST.get("text")}, status=404)
    if "said" not in context:
        context["typed"] = request.POST.get("text")
    return render(request, "intake/interpret.html", context)


def words_given(request, form, pk):
    """The link opened by the words, or None and the form says what to do. Guessing is slowed down."""
    key = str(pk)
    try:
        throttle.slow(request, "interpret", key)
        opened = interpreting.open_link(pk, spoken=form.cleaned_data["words"], now=timezone.now())
    except (throttle.Busy, seal.Busy):
        form.add_error(None, BUSY)
    except interpreting.WrongWords:
        throttle.failed(request, "interpret", key)
        form.add_error("words", _("These are not the words. Ask again and write them as you hear them."))
    else:
        throttle.succeeded(request, "interpret", key)
        return opened
    return None


def written(request, opened):
    """What the page shows once the words were right; keeps what the interpreter wrote, if anything."""
    words = request.POST["words"]
    shown = {"said": opened.said, "thread": opened.link.thread, "form": RenderingForm(initial={"words": words})}
    if "text" not in request.POST:
        return shown
    form = RenderingForm(request.POST)
    if form.is_valid():
        try:
            interpreting.write_rendering(opened, text=form.cleaned_data["text"], now=timezone.now())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return shown | {"sent": True}
    return shown | {"form": form}

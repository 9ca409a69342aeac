"""What is done while a sitting goes on: each a button or a short form of its page, to which it leads back."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.utils import timezone

from rooted.assembly import filling, running
from rooted.assembly.access import points_of, speakers_of
from rooted.assembly.forms import MinutesForm, SittingTaskForm, SpeakerForm
from rooted.assembly.sheet_forms import HandsForm, PresentForm
from rooted.assembly.views.sittings import show_sitting, sitting_of, to_sitting
from rooted.base.converters import LENGTH, KeyConverter
from rooted.groups.access import members_only
from rooted.tasks.actions import add_task


def act(request, seat, pk, deed, fragment):
    """Do `deed` to one sitting on POST, then show its page there; a refusal is shown on the page."""
    sitting = sitting_of(seat, pk)
    if request.method == "POST":
        try:
            deed(sitting)
        except ValidationError as refusal:
            return show_sitting(request, seat, sitting_of(seat, pk), refusal=refusal)
    return to_sitting(seat, pk, fragment)


def fill(request, seat, pk, forms, deed):
    """The same with a form: `forms` is its name on the page, its class, its place there; refused, it comes back filled.

    `deed` returns None, or a word for the page it leads to.
    """
    sitting, (name, kind, fragment) = sitting_of(seat, pk), forms
    if request.method != "POST":
        return to_sitting(seat, pk, fragment)
    form = kind(request.POST)
    if form.is_valid():
        try:
            told = deed(sitting, form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return to_sitting(seat, pk, fragment, told)
    return show_sitting(request, seat, sitting_of(seat, pk), **{name: form})


@members_only
def sitting_point(request, seat, pk):
    """Speak about this point now; without one, about none."""
    try:
        chosen = KeyConverter().to_python(request.POST.get("point", "")[:LENGTH])
    except ValueError:
        chosen = None
    point = points_of(seat).filter(pk=chosen).first() if chosen else None
    return act(request, seat, pk, lambda sitting: running.set_point(sitting, point), "now")


def typed_in(seat, what):
    """What the forms for figures do: keep them for a second member, or count them if one typed the same."""

    def deed(sitting, typed):
        counts = filling.fill_in(sitting, seat=seat, what=what, values=typed, now=timezone.now())
        return "counts" if counts else "waits"

    return deed


@members_only
def sitting_present(request, seat, pk):
    """How many are there."""
    return fill(request, seat, pk, ("present_form", PresentForm, "filled"), typed_in(seat, filling.PRESENT))


@members_only
def sitting_hands(request, seat, pk):
    """A show of hands about how to go on, for the minutes."""
    return fill(request, seat, pk, ("hands_form", HandsForm, "filled"), typed_in(seat, filling.HANDS))


@members_only
def sitting_task(request, seat, pk):
    """Put a task on the group's list."""

    def deed(_sitting, typed):
        add_task(seat, typed["text"], typed["due_on"])
        return "noted"

    return fill(request, seat, pk, ("task_form", SittingTaskForm, "tasks"), deed)


@members_only
def minutes_add(request, seat, pk):
    """Write down what was said or agreed just now."""

    def deed(sitting, typed):
        running.write_down(sitting, seat=seat, text=typed["text"], now=timezone.now())

    return fill(request, seat, pk, ("minutes_form", MinutesForm, "minutes"), deed)


@members_only
def speaker_add(request, seat, pk):
    """Put a name on the speaking list."""

    def deed(sitting, typed):
        running.ask_for_the_word(sitting, seat=seat, name=typed["name"])

    return fill(request, seat, pk, ("speaker_form", SpeakerForm, "speaking"), deed)


@members_only
def speaker_call(request, seat, pk):
    """It is their turn."""
    speaker = get_object_or_404(speakers_of(seat), pk=pk)
    return act(request, seat, speaker.sitting_id, lambda _sitting: running.give_the_word(speaker), "speaking")


@members_only
def speaker_erase(request, seat, pk):
    """Take a name off the speaking list."""
    speaker = get_object_or_404(speakers_of(seat), pk=pk)
    return act(request, seat, speaker.sitting_id, lambda _sitting: running.erase_speaker(speaker), "speaking")

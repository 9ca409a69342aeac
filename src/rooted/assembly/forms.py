"""What members fill in about assemblies, sittings, the agenda and the speaking list."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rooted.assembly.calling import Called, Met
from rooted.assembly.running import Sheet
from rooted.base.forms import Form
from rooted.base.versions import SeenForm
from rooted.tasks.forms import TaskForm

MOST_PEOPLE = 100_000
LINES = 40  # of one kind on one sheet


def one_line():
    return forms.TextInput(attrs={"autocomplete": "off"})


def text_area():
    return forms.Textarea(attrs={"autocomplete": "off"})


class AboutForm(Form):
    """What an assembly is about, and its rules."""

    about = forms.CharField(label=_("What is it about?"), max_length=120, widget=one_line())
    notice = forms.CharField(
        label=_("What should the notice say?"),
        help_text=_("It hangs where anyone can read it: write nothing that management must not know."),
        max_length=1_000,
        required=False,
        widget=text_area(),
    )
    notice_days = forms.IntegerField(
        label=_("How many days before must it be called?"),
        help_text=_("The notice period you agreed on. 0 if there is none."),
        min_value=0,
        max_value=90,
        initial=3,
    )
    quorum = forms.IntegerField(
        label=_("How many must be there, in all sittings together?"),
        help_text=_("0 if any number is enough."),
        min_value=0,
        max_value=MOST_PEOPLE,
        initial=0,
    )

    def called(self):
        return Called(**{name: self.cleaned_data[name] for name in ("about", "notice", "notice_days", "quorum")})


class MetForm(Form):
    """One sitting: when, where, in which language, who leads it."""

    day = forms.DateField(label=_("On which day?"), widget=forms.DateInput(attrs={"autocomplete": "off"}))
    hour = forms.TimeField(label=_("At what hour?"), widget=forms.TimeInput(attrs={"autocomplete": "off"}))
    place = forms.CharField(label=_("Where?"), max_length=120, widget=one_line())
    shift = forms.CharField(
        label=_("Which shift or department?"),
        help_text=_("For example: night shift. Leave it empty if everybody comes to this sitting."),
        max_length=60,
        required=False,
        widget=one_line(),
    )
    language = forms.CharField(
        label=_("In which languages is it held?"), max_length=80, required=False, widget=one_line()
    )

    def clean_day(self):
        day = self.cleaned_data["day"]
        if abs((day - timezone.localdate()).days) > timedelta(days=366).days:
            raise ValidationError(_("Choose a day within a year."))
        return day

    def met(self):
        said = {name: value for name, value in self.cleaned_data.items() if name in Met.__dataclass_fields__}
        return Met(**said | {"hour": self.cleaned_data["hour"].strftime("%H:%M")})


class AssemblyCallForm(MetForm, AboutForm):
    """A new assembly and its first sitting."""

    field_order = ["about", "day", "hour", "place", "shift", "language", "notice", "notice_days", "quorum"]


class AssemblyEditForm(SeenForm, AboutForm):
    """The same for one that is called."""


class SittingForm(MetForm):
    """A sitting with who leads it and how its speaking list goes."""

    facilitator = forms.CharField(label=_("Who leads it?"), max_length=60, required=False, widget=one_line())
    minute_taker = forms.CharField(label=_("Who writes the minutes?"), max_length=60, required=False, widget=one_line())
    new_first = forms.BooleanField(
        label=_("Who has not spoken yet comes first on the speaking list."), required=False, initial=True
    )


class SittingEditForm(SeenForm, SittingForm):
    """The same for one that is there."""


class PointForm(Form):
    """A point of the agenda."""

    title = forms.CharField(label=_("What is to be spoken about?"), max_length=120, widget=one_line())
    text = forms.CharField(
        label=_("What should everyone know before?"), max_length=4_000, required=False, widget=text_area()
    )


class PointEditForm(SeenForm, PointForm):
    """The same for one that is on the agenda."""


class SpeakerForm(Form):
    """Who asks for the word: the name they are called out by."""

    name = forms.CharField(
        label=_("Who asks for the word?"),
        help_text=_("The name that is called out. The list is erased when the sitting ends."),
        max_length=60,
        widget=one_line(),
    )

    def __init__(self, data=None, **options):
        super().__init__(data, auto_id="speaker_%s", **options)


class MinutesForm(Form):
    """What was said or agreed just now."""

    text = forms.CharField(
        label=_("What was said or agreed?"),
        help_text=_("No names beside what somebody said. It is added to the end of the minutes."),
        max_length=4_000,
        widget=text_area(),
    )

    def __init__(self, data=None, **options):
        super().__init__(data, auto_id="minutes_%s", **options)


class SittingTaskForm(TaskForm):
    """A task for the list of tasks."""

    def __init__(self, data=None, **options):
        super().__init__(data, auto_id="task_%s", **options)


class PresentForm(Form):
    """How many are there."""

    present = forms.IntegerField(label=_("How many are there?"), min_value=0, max_value=MOST_PEOPLE)


class HandsForm(Form):
    """A show of hands about how to go on: three numbers for the minutes."""

    question = forms.CharField(label=_("What was asked?"), max_length=200, widget=one_line())
    for_it = forms.IntegerField(label=_("For it"), min_value=0, max_value=MOST_PEOPLE)
    against = forms.IntegerField(label=_("Against it"), min_value=0, max_value=MOST_PEOPLE)
    abstained = forms.IntegerField(label=_("Abstained"), min_value=0, max_value=MOST_PEOPLE, initial=0)


class SheetForm(Form):
    """What came back on paper: one point or task a line."""

    points = forms.CharField(
        label=_("Points for the agenda"),
        help_text=_("One a line."),
        max_length=8_000,
        required=False,
        widget=text_area(),
    )
    minutes = forms.CharField(
        label=_("Minutes"),
        help_text=_("Added to the end of the minutes of this sitting."),
        max_length=16_000,
        required=False,
        widget=text_area(),
    )
    tasks = forms.CharField(
        label=_("Tasks"), help_text=_("One a line."), max_length=8_000, required=False, widget=text_area()
    )

    def _lines(self, name, longest):
        lines = [line.strip() for line in self.cleaned_data[name].split("\n") if line.strip()]
        if len(lines) > LINES:
            raise ValidationError(_("Type at most %(most)d lines at once."), params={"most": LINES})
        for line in lines:
            if len(line) > longest:
                words = _("This line is too long: “%(line)s”. A line has at most %(most)d characters.")
                raise ValidationError(words, params={"line": line[:40], "most": longest})
        return lines

    def clean_points(self):
        return self._lines("points", 120)

    def clean_tasks(self):
        return self._lines("tasks", 300)

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(cleaned.values()):
            raise ValidationError(_("All three are empty. Type in what stands on the sheet."))
        return cleaned

    def sheet(self):
        return Sheet(**self.cleaned_data)

"""What members fill in about assemblies, sittings, the agenda and the speaking list."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rooted.assembly.calling import Called, Met
from rooted.base.forms import Form
from rooted.base.versions import SeenForm
from rooted.tasks.forms import TaskForm

MOST_PEOPLE = 100_000


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

    urgent = forms.BooleanField(
        label=_("It is urgent: we shorten the notice"),
        help_text=_("This is said on the call, to all members, and in the register with what is decided."),
        required=False,
    )

    def __init__(self, data=None, *, rules=None, **options):
        """`rules`: the group's own, whose days of notice hold; None where it has none."""
        super().__init__(data, **options)
        self.rules = rules
        del self.fields["urgent" if rules is None or not rules.notice_days else "notice_days"]
        if rules is not None and not rules.notice_days:
            del self.fields["notice_days"]

    def called(self):
        typed = self.cleaned_data
        days = typed["notice_days"] if self.rules is None else self.rules.notice_days
        said = {name: typed[name] for name in ("about", "notice", "quorum")}
        return Called(**said, notice_days=days, urgent=typed.get("urgent", False))


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

    field_order = ["about", "day", "hour", "place", "shift", "language", "notice", "notice_days", "quorum", "urgent"]


class AssemblyEditForm(SeenForm, AboutForm):
    """The same for one that is called."""

    def anew(self, data):
        return type(self)(data, rules=self.rules)


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

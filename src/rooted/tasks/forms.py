"""What members fill in about tasks, the rota, roles and the hand-over."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import Form
from rooted.base.versions import SeenForm
from rooted.tasks.reading import KINDS

FEW = 12  # so many members are choices one below the other; more are a list that opens
FAR_DAYS = 3_650


def one_line():
    return forms.TextInput(attrs={"autocomplete": "off"})


def text_area():
    return forms.Textarea(attrs={"autocomplete": "off"})


class DayField(forms.DateField):
    """A day of these years: a slip in the year is said."""

    def __init__(self, **options):
        super().__init__(widget=forms.DateInput(attrs={"autocomplete": "off"}), **options)

    def clean(self, value):
        day = super().clean(value)
        if day is not None and abs((day - timezone.localdate()).days) > FAR_DAYS:
            raise ValidationError(_("This day is more than ten years away. Look at the year again."))
        return day


class TaskForm(Form):
    """A task, in one line."""

    text = forms.CharField(label=_("What is to be done?"), max_length=300, widget=one_line())
    due_on = DayField(label=_("By when?"), required=False)


class TaskEditForm(TaskForm):
    """The same for a task that is there, on its own page."""

    def __init__(self, data=None, **options):
        super().__init__(data, auto_id="edit_%s", **options)


class TaskGiveForm(Form):
    """Whom to ask."""

    whom = forms.ChoiceField(label=_("Who?"))

    def __init__(self, data=None, *, members, **options):
        super().__init__(data, auto_id="give_%s", **options)
        field = self.fields["whom"]
        field.widget = forms.RadioSelect() if len(members) <= FEW else forms.Select()
        field.choices = members


class DutyForm(Form):
    """A duty of the rota."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    name = forms.CharField(
        label=_("What do you call it?"),
        help_text=_("Needed for something else. Otherwise you can leave it empty."),
        max_length=80,
        required=False,
        widget=one_line(),
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=_("On which days?"),
        choices=[(str(number), name) for number, name in WEEKDAYS.items()],
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )
    every_weeks = forms.TypedChoiceField(
        label=_("How often?"),
        choices=[
            ("1", _("Every week")),
            ("2", _("Every two weeks")),
            ("3", _("Every three weeks")),
            ("4", _("Every four weeks")),
        ],
        coerce=int,
        widget=forms.RadioSelect,
        initial="1",
    )
    hour = forms.CharField(
        label=_("At what hour?"),
        help_text=_("For example: 18:00 to 20:00. You can leave it empty."),
        max_length=60,
        required=False,
        widget=one_line(),
    )
    starts_on = DayField(label=_("From which day on?"))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") == "other" and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", _("Write what you call it."))
        return cleaned

    def clean_starts_on(self):
        day = self.cleaned_data["starts_on"]
        if day > timezone.localdate() + timedelta(days=366):
            raise ValidationError(_("Choose a day within a year."))
        return day


class RoleForm(Form):
    """A role and what it involves."""

    name = forms.CharField(label=_("What do you call the role?"), max_length=80, widget=one_line())
    about = forms.CharField(
        label=_("What does it involve?"),
        help_text=_("What is done how often, with whom, and what one must know. You can leave it empty."),
        max_length=2_000,
        required=False,
        widget=text_area(),
    )


class RoleTakeForm(Form):
    """For how long."""

    months = forms.TypedChoiceField(
        label=_("For how long?"),
        choices=[("3", _("Three months")), ("6", _("Six months")), ("12", _("Twelve months"))],
        coerce=int,
        widget=forms.RadioSelect,
        initial="6",
    )


class SectionForm(Form):
    """A section of the hand-over."""

    title = forms.CharField(
        label=_("What is it about?"),
        help_text=_("For example: where the keys are. Whom to ring. What is paid, and when."),
        max_length=80,
        widget=one_line(),
    )
    text = forms.CharField(
        label=_("What must somebody know who takes over?"),
        help_text=_("Write no passwords here, and no codes that open a door or an account."),
        max_length=4_000,
        widget=text_area(),
    )


class SectionEditForm(SeenForm, SectionForm):
    """The same, with the version its writer saw."""

"""What members fill in."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rooted.base.converters import KeyConverter
from rooted.base.forms import Form
from rooted.base.versions import SeenForm
from rooted.notes.actions import Written
from rooted.notes.models import ANNOUNCED_FOR, Note

LONGEST_TITLE = 120
LONGEST_ANNOUNCEMENT = 8_000
LONGEST_NOTE = 30_000
MARKS = _("An empty line begins a new paragraph. A line that begins with - is an item of a list, with # a heading.")


def one_line():
    return forms.TextInput(attrs={"autocomplete": "off"})


def text_area():
    return forms.Textarea(attrs={"autocomplete": "off"})


class AnnouncementForm(Form):
    """What all members are to know; `until` is the last day on which it is worth knowing."""

    title = forms.CharField(label=_("In a few words"), max_length=LONGEST_TITLE, widget=one_line())
    text = forms.CharField(
        label=_("What everyone should know"), help_text=MARKS, max_length=LONGEST_ANNOUNCEMENT, widget=text_area()
    )
    until = forms.DateField(
        label=_("Until which day?"),
        help_text=_("After this day it leaves the notice board. If you leave it empty, it stands there for 14 days."),
        required=False,
        widget=forms.DateInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data=None, *, today, **options):
        super().__init__(data, **options)
        self.today = today

    def clean_until(self):
        until = self.cleaned_data["until"]
        if until and not self.today <= until <= self.today + ANNOUNCED_FOR:
            raise ValidationError(_("Choose today or a day within a year from now."))
        return until


class AnnouncementCorrectForm(SeenForm, AnnouncementForm):
    """The same, and how many corrections its writer had seen."""

    def anew(self, data):
        return type(self)(data, today=self.today)


class NoteForm(Form):
    """A text of the group: what every version has."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE, widget=one_line())
    held_on = forms.DateField(
        label=_("Day of the meeting"),
        help_text=_("Only of minutes. Of a note, leave it empty."),
        required=False,
        widget=forms.DateInput(attrs={"autocomplete": "off"}),
    )
    text = forms.CharField(label=_("Text"), help_text=MARKS, max_length=LONGEST_NOTE, widget=text_area())

    def kind_of_note(self):
        return self.cleaned_data.get("kind")

    def clean(self):
        cleaned = super().clean()
        if self.kind_of_note() == Note.Kind.MINUTES and not cleaned.get("held_on") and "held_on" not in self.errors:
            self.add_error("held_on", _("Choose the day of the meeting."))
        return cleaned

    def written(self):
        typed = self.cleaned_data
        held_on = typed.get("held_on") if self.kind_of_note() == Note.Kind.MINUTES else None
        return Written(typed["title"], typed["text"], held_on)


class NoteWriteForm(NoteForm):
    """A new one. `choices`: (key, name) of the circles that may read it, "" for everyone; asked only if several."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=Note.Kind.choices, widget=forms.RadioSelect)
    circle = forms.ChoiceField(label=_("Who can read it?"), required=False, widget=forms.RadioSelect)

    field_order = ["kind", "title", "held_on", "text", "circle"]
    says_what_may_be_empty = False

    def __init__(self, data=None, *, choices, **options):
        super().__init__(data, **options)
        self.fields["circle"].choices = choices
        self.fields["circle"].help_text = _("This cannot be changed later.")
        if len(choices) < 2:
            del self.fields["circle"]

    def chosen_circle(self):
        """The id of a small circle, or None for everyone."""
        key = self.cleaned_data.get("circle")
        return KeyConverter().to_python(key) if key else None


class NoteEditForm(SeenForm, NoteForm):
    """The next version, and the number of the one its writer had seen."""

    def __init__(self, data=None, *, kind, **options):
        super().__init__(data, **options)
        self.kind = kind
        if kind == Note.Kind.MINUTES:
            self.fields["held_on"].help_text = ""
        else:
            del self.fields["held_on"]

    def kind_of_note(self):
        return self.kind

    def anew(self, data):
        return type(self)(data, kind=self.kind)

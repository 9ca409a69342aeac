"""What members fill in about a decision."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import Form
from rooted.register.decision import Decision, Given
from rooted.register.models import Entry

LONGEST_TITLE, LONGEST_TEXT, LONGEST_LINE = 120, 20_000, 300
FAR = timedelta(days=3_650)
MARKS = _("An empty line begins a new paragraph. A line that begins with - is an item of a list, with # a heading.")


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
        if day is not None and abs(day - timezone.localdate()) > FAR:
            raise ValidationError(_("This day is more than ten years away. Look at the year again."))
        return day


class LinesField(forms.CharField):
    """Several lines, each one thing; gives a tuple without the empty ones."""

    def __init__(self, **options):
        super().__init__(max_length=4_000, required=False, widget=text_area(), **options)

    def clean(self, value):
        lines = tuple(line.strip() for line in super().clean(value).split("\n") if line.strip())
        if any(len(line) > LONGEST_LINE for line in lines):
            raise ValidationError(_("One of these lines is very long. Make two of it."))
        return lines


class EntryForm(Form):
    """What was decided, and how."""

    title = forms.CharField(label=_("What was decided, in a few words"), max_length=LONGEST_TITLE, widget=one_line())
    text = forms.CharField(label=_("The whole text"), help_text=MARKS, max_length=LONGEST_TEXT, widget=text_area())
    result = forms.ChoiceField(
        label=_("What came out?"), choices=Entry.Result.choices, initial=Entry.Result.CARRIED, widget=forms.RadioSelect
    )
    tally = LinesField(
        label=_("How did the votes fall?"),
        help_text=_("One line for each shift or for each count. No names. You can leave this empty."),
    )
    method = forms.CharField(
        label=_("How was it decided?"),
        help_text=_("For example: by hands, more than half. You can leave this empty."),
        max_length=LONGEST_LINE,
        required=False,
        widget=one_line(),
    )
    bound = forms.CharField(label=_("Who is bound by it?"), max_length=LONGEST_LINE, required=False, widget=one_line())
    tasks = LinesField(
        label=_("What is to be done?"),
        help_text=_("One task a line. If the decision was carried, they go to the tasks of your group."),
    )
    in_force_from = DayField(label=_("In force from"), required=False)
    in_force_until = DayField(label=_("In force until"), required=False)
    review_on = DayField(
        label=_("Look at it again on"),
        help_text=_("On this day it stands on the notice board. You can leave this empty."),
        required=False,
    )

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("in_force_from"), cleaned.get("in_force_until")
        if first and last and last < first:
            self.add_error("in_force_until", _("This is before the day on which it begins. Choose a later day."))
        return cleaned

    def decision(self, before=None):
        """What was typed; a task that stood in `before` keeps who does it by when."""
        names = ("title", "text", "tally", "method", "bound", "in_force_from", "in_force_until", "review_on")
        typed = {name: self.cleaned_data[name] for name in names}
        known = {one.text: one for one in before.tasks} if before else {}
        tasks = tuple(known.get(text, Given(text)) for text in self.cleaned_data["tasks"])
        return Decision(**typed, tasks=tasks, origin=before.origin if before else 0)


class EntryAddForm(EntryForm):
    """A decision that was taken elsewhere. `replaceable`: (id, title) of those in force."""

    day = DayField(label=_("On which day was it decided?"))
    supersedes = forms.ChoiceField(label=_("Does it take the place of an earlier one?"), required=False)
    burns_on = DayField(
        label=_("On which day does the text burn?"),
        help_text=_(
            "Choose a day if the text could be used against somebody, for example of a strike: seven days after it. "
            "You can leave this empty; then the text stays."
        ),
        required=False,
    )

    field_order = ["title", "text", "day", "result", "burns_on"]
    says_what_may_be_empty = False

    def __init__(self, data=None, *, replaceable, **options):
        super().__init__(data, **options)
        self.fields["supersedes"].choices = [("", _("No")), *replaceable]
        if not replaceable:
            del self.fields["supersedes"]

    def clean_day(self):
        day = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise ValidationError(_("This day has not come yet. Write down what was decided, not what will be."))
        return day

    def clean_burns_on(self):
        day = self.cleaned_data["burns_on"]
        if day and day <= timezone.localdate():
            raise ValidationError(_("Choose a day after today."))
        return day


class EntryDoneForm(Form):
    """What became of it."""

    state = forms.ChoiceField(
        label=_("Is it done?"),
        choices=[("done", _("Yes, it is done")), ("open", _("Not yet, or not any more"))],
        widget=forms.RadioSelect,
    )
    review_on = DayField(
        label=_("Look at it again on"),
        help_text=_("Only if it is not done. You can leave this empty."),
        required=False,
    )

    def clean_review_on(self):
        day = self.cleaned_data["review_on"]
        if day and self.cleaned_data.get("state") == "open" and day <= timezone.localdate():
            raise ValidationError(_("Choose a day after today."))
        return day


class EntryBurnForm(Form):
    """On which day a text burns; `latest`: the day that was set before."""

    day = DayField(label=_("On which day does the text burn?"))

    def __init__(self, data=None, *, latest, **options):
        super().__init__(data, **options)
        self.latest = latest

    def clean_day(self):
        day = self.cleaned_data["day"]
        if self.latest and day > self.latest:
            raise ValidationError(_("The day was set before. It can come earlier, never later."))
        return day


class EntrySearchForm(Form):
    """Words to look for."""

    words = forms.CharField(label=_("Words to look for"), max_length=200, widget=one_line())

"""What comes back on paper, as members type it in. `cleaned_data` is what filling.py keeps."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rooted.assembly.filling import HANDS, PRESENT, SHEET
from rooted.assembly.forms import MOST_PEOPLE, one_line, text_area
from rooted.assembly.sheets import LABELS
from rooted.base.forms import Form

LINES = 40  # of one kind on one sheet


class PresentForm(Form):
    """How many are there."""

    present = forms.IntegerField(label=LABELS["present"], min_value=0, max_value=MOST_PEOPLE)


class HandsForm(Form):
    """A show of hands about how to go on: three numbers for the minutes."""

    question = forms.CharField(label=LABELS["question"], max_length=200, widget=one_line())
    for_it = forms.IntegerField(label=LABELS["for_it"], min_value=0, max_value=MOST_PEOPLE)
    against = forms.IntegerField(label=LABELS["against"], min_value=0, max_value=MOST_PEOPLE)
    abstained = forms.IntegerField(label=LABELS["abstained"], min_value=0, max_value=MOST_PEOPLE, initial=0)


class SheetForm(Form):
    """What came back on paper: one point or task a line."""

    points = forms.CharField(
        label=LABELS["points"],
        help_text=_("One a line."),
        max_length=8_000,
        required=False,
        widget=text_area(),
    )
    minutes = forms.CharField(
        label=LABELS["minutes"],
        help_text=_("Added to the end of the minutes of this sitting."),
        max_length=16_000,
        required=False,
        widget=text_area(),
    )
    tasks = forms.CharField(
        label=LABELS["tasks"], help_text=_("One a line."), max_length=8_000, required=False, widget=text_area()
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

    @classmethod
    def filled_with(cls, values):
        """How the fields stand for `values`."""
        return values | {name: "\n".join(values.get(name, ())) for name in ("points", "tasks")}


FORMS = {PRESENT: PresentForm, HANDS: HandsForm, SHEET: SheetForm}

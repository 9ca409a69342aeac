"""What members fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import FilesField, Form
from rooted.groups.access import chosen_circle, circle_choices

LONGEST_TITLE = 120


def title_field():
    return forms.CharField(
        label=_("Title"),
        help_text=_("The words by which you will find it again. Only those who can read the file see them."),
        max_length=LONGEST_TITLE,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class FileAddForm(Form):
    """New files, and who can read them."""

    title = title_field()
    circle = forms.ChoiceField(
        label=_("Who can read it?"),
        help_text=_("This cannot be changed later."),
        required=False,
        widget=forms.RadioSelect,
    )
    files = FilesField()

    def __init__(self, data=None, files=None, *, seat):
        super().__init__(data, files)
        self.seat = seat
        choices = circle_choices(seat)
        if len(choices) == 1:
            del self.fields["circle"]
        else:
            self.fields["circle"].choices = choices

    def keys(self):
        """The circle chosen, open."""
        return chosen_circle(self.seat, self.cleaned_data.get("circle", ""))


class FileRenameForm(Form):
    """Another title."""

    title = title_field()

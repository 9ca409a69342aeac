"""Which two records are meant, and which of them stands."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.base.forms import Form
from rooted.base.language import isolated
from rooted.doubles.models import ONE, OTHER
from rooted.doubles.naming import record_at, with_words


class JoinForm(Form):
    """Two records, one of which stays in lists."""

    stands = forms.ChoiceField(
        label=gettext_lazy("If they are one: which one stands?"),
        help_text=gettext_lazy("Lists, counts and figures use it. The other one keeps its page, which leads here."),
        widget=forms.RadioSelect,
    )

    def __init__(self, data=None, *, pair, seat, **options):
        super().__init__(data, **options)
        self.fields["stands"].choices = [
            (ONE, choice(pair.one, pair.other, seat)),
            (OTHER, choice(pair.other, pair.one, seat)),
        ]


class NameForm(Form):
    """Another record: `cleaned_data` has it; None where words were typed that `found` have."""

    other = forms.CharField(
        label=gettext_lazy("Address of the other record, or words that stand in it"),
        max_length=400,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data=None, *, record):
        super().__init__(data)
        self.record, self.found = record, []

    def clean_other(self):
        said = self.cleaned_data["other"]
        record = record_at(said)
        if record is None:
            self.found = with_words(said, self.record)
        if record is None and not self.found:
            raise ValidationError(_("There is no such record here. Try fewer words, or copy the address of its page."))
        return record


def choice(record, other, seat):
    """The record's title, whose it is, and what happens when it is chosen."""
    if record.group_id == other.group_id:
        return isolated(record.title)
    words = {"title": record.title, "byline": record.byline, "group": other.byline}
    if other.group_id == seat.group_id:
        return _("%(title)s (%(byline)s). Yours yields at once.") % words
    return _("%(title)s (yours). %(group)s is asked first.") % words

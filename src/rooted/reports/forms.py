"""What members fill in beside the steps of writing."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import Form
from rooted.base.versions import SeenForm
from rooted.reports.actions import RELEASE, WITHDRAW, WORDS_LENGTH, Forward
from rooted.struggles.models import Term

USUAL, NOW, DAY = "usual", "now", "day"
WHEN = [
    (USUAL, _("Seven days after the second yes")),
    (NOW, _("As soon as a second member says yes")),
    (DAY, _("On another day")),
]


def sentence(label, hint, *, required=True):
    widget = forms.Textarea(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, help_text=hint, max_length=WORDS_LENGTH, required=required, widget=widget)


class ForwardForm(SeenForm):
    """The first yes. Asked are: of a correction what was changed; of what still runs when it becomes public."""

    says_what_may_be_empty = False
    words = sentence(_("What did you change?"), _("One sentence. It stands on the record, and everyone can read it."))
    when = forms.ChoiceField(
        label=_("When can strangers read it?"),
        help_text=_("It still goes on. What is known too early can help the other side."),
        choices=WHEN,
        widget=forms.RadioSelect,
    )
    publish_on = forms.DateField(
        label=_("Which day?"), required=False, widget=forms.DateInput(attrs={"autocomplete": "off"})
    )
    why = sentence(_("Why not after seven days?"), _("One sentence, for the second reader."), required=False)

    def __init__(self, data=None, *, correction, running, today, **options):
        super().__init__(data, **options)
        self.today = today
        left_out = () if correction else ("words",)
        if correction or not running:
            left_out += ("when", "publish_on", "why")
        for name in left_out:
            del self.fields[name]
        if "when" in self.fields:
            self.initial.setdefault("when", USUAL)

    def clean(self):
        cleaned = super().clean()
        when = cleaned.get("when")
        if when == DAY and not cleaned.get("publish_on") and "publish_on" not in self.errors:
            self.add_error("publish_on", _("Choose the day."))
        if when in (NOW, DAY) and not cleaned.get("why") and "why" not in self.errors:
            self.add_error("why", _("Say in one sentence why."))
        return cleaned

    def forward(self):
        typed = self.cleaned_data
        days = {NOW: self.today, DAY: typed.get("publish_on")}
        when = typed.get("when")
        why = typed.get("why", "") if when in days else ""
        return Forward(RELEASE, typed.get("words", ""), days.get(when), why)


class WithdrawForm(Form):
    """The first yes to taking a record back."""

    words = sentence(_("Why do you withdraw it?"), _("One sentence. It stands on the record’s page for everyone."))

    def forward(self):
        return Forward(WITHDRAW, self.cleaned_data["words"])


class MergeForm(Form):
    """Two words of one kind that mean the same. `words`: those in use."""

    says_what_may_be_empty = False
    word = forms.ChoiceField(label=_("This word"))
    into = forms.ChoiceField(label=_("means the same as this one, which stays"))

    def __init__(self, data=None, *, words, **options):
        super().__init__(data, **options)
        self.terms = {str(word.term.pk): word.term for word in words if word.term}
        choices = [("", ""), *((str(word.term.pk), word.text) for word in words if word.term)]
        for field in self.fields.values():
            field.choices = choices

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("word") and cleaned.get("word") == cleaned.get("into"):
            raise ValidationError(_("Choose two different words."))
        return cleaned

    def both(self) -> tuple[Term, Term]:
        return self.terms[self.cleaned_data["word"]], self.terms[self.cleaned_data["into"]]

"""What members fill in while they talk a proposal over: remarks, other words and their answer, objections."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import Form
from rooted.base.versions import SeenForm
from rooted.proposals.forms import LONGEST_REMARK, text_area
from rooted.proposals.paragraphs import LONGEST_TEXT, MOST_PARAGRAPHS


class ParagraphForm(SeenForm):
    """Something about one paragraph, by its number; 0 is all of it."""

    paragraph = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, max_value=MOST_PARAGRAPHS, required=False, initial=0
    )


class RemarkForm(ParagraphForm):
    """What a member says."""

    text = forms.CharField(label=_("What do you want to say?"), max_length=LONGEST_REMARK, widget=text_area())


class AmendmentForm(ParagraphForm):
    """A paragraph in other words, and why."""

    after = forms.CharField(
        label=_("The paragraph in your words"),
        help_text=_("Change it here. An empty line begins a new paragraph. If you leave it empty, it is taken out."),
        max_length=LONGEST_TEXT,
        required=False,
        widget=text_area(),
    )
    why = forms.CharField(label=_("Why?"), max_length=LONGEST_REMARK, required=False, widget=text_area())

    def clean_after(self):
        return self.cleaned_data["after"].strip("\n")


class AnswerForm(SeenForm):
    """What the proposer does with other words."""

    answer = forms.ChoiceField(
        label=_("Your answer"),
        choices=[("accepted", _("Take these words over")), ("declined", _("Leave the text as it is"))],
        widget=forms.RadioSelect,
    )
    because = forms.CharField(
        label=_("Why not?"),
        help_text=_("Needed if you leave the text as it is."),
        max_length=LONGEST_REMARK,
        required=False,
        widget=text_area(),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("answer") == "declined" and not cleaned.get("because") and "because" not in self.errors:
            self.add_error("because", _("Write why you leave the text as it is."))
        return cleaned


class ObjectForm(Form):
    """An objection raised by hand, and its reason."""

    sitting = forms.ChoiceField(label=_("In which sitting?"), required=False, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("What is the reason?"),
        help_text=_("In their words. Write no name: nobody is registered here."),
        max_length=LONGEST_REMARK,
        widget=text_area(),
    )

    def __init__(self, data=None, *, sittings, **options):
        super().__init__(data, **options)
        self.fields["sitting"].choices = sittings

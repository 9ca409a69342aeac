"""What people type: to start a group, to be introduced, to help, to write to another group."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import Filters, Form
from rooted.groups.forms import MOST_LANGUAGES, language_choices
from rooted.intake.forms import GIVES_AWAY, LetterForm, OncePage, text_area
from rooted.intake.receipts import LONGEST, is_in
from rooted.places.forms import TownField
from rooted.support.directory import MOST_BYTES
from rooted.support.kinds import KINDS

YES_NO = [("yes", _("Yes")), ("no", _("No"))]
LONGEST_MESSAGE = 4_000


def says_yes(value):
    return value == "yes"


class StartForm(LetterForm):
    """A letter of people who want to start a group: the letter page, with a town and whether somebody is alone."""

    town = TownField(label=_("Town or area"), help_text=_("As wide as you like. Not your address."))
    alone = forms.ChoiceField(
        label=_("How many are you?"),
        choices=[("no", _("We are two or more")), ("yes", _("I am alone"))],
        widget=forms.RadioSelect,
    )
    introduce = forms.BooleanField(
        label=_("Introduce me to someone near here who also is alone"),
        help_text=_("Only if you are alone. You are asked before anybody reads anything about you."),
        required=False,
    )

    def __init__(self, data=None, **options):
        super().__init__(data, **options)
        self.fields["brings"].choices = [("start", "")]
        self.fields["brings"].initial = "start"
        self.fields["brings"].widget = forms.HiddenInput()
        self.fields["text"].label = _("What do you want to do, and what holds you back?")
        for name in ("date", "files"):
            self.fields.pop(name, None)
        self.order_fields(["town", "alone", "introduce", "text"])

    def clean(self):
        cleaned = super().clean()
        town = cleaned.get("town")
        if town is not None and is_in(self.receipt(), town.text):
            self.add_error("town", GIVES_AWAY)
        return cleaned

    def wish(self):
        """The fields of sealed.WISH."""
        town, alone = self.cleaned_data["town"], says_yes(self.cleaned_data["alone"])
        return {
            "town": town.text,
            "town_id": town.town.pk if town.town else None,
            "alone": alone,
            "introduce": alone and self.cleaned_data["introduce"],
        }


class HiddenReceipt(forms.CharField):
    """The stranger's words, carried along in the page."""

    def __init__(self):
        super().__init__(widget=forms.HiddenInput, required=False, max_length=LONGEST)


def hidden_number():
    return forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**63 - 1)


class IntroductionAnswerForm(Form):
    """Yes with a text, or no."""

    receipt = HiddenReceipt()
    introduction = hidden_number()
    text = forms.CharField(
        label=_("What may they read about you?"),
        help_text=_("They read it only if they say yes too. For example a first name, where you work, how to meet."),
        max_length=600,
        required=False,
        widget=text_area(),
    )
    answer = forms.ChoiceField(
        label=_("Do you want to be introduced?"),
        choices=[("yes", _("Yes")), ("no", _("No. They do not learn that I was asked"))],
        widget=forms.RadioSelect,
    )

    def __init__(self, data=None, *, pk="", **options):
        super().__init__(data, auto_id=f"answer{pk}_%s", **options)

    def clean(self):
        cleaned = super().clean()
        if is_in(cleaned.get("receipt", ""), cleaned.get("text", "")):
            self.add_error("text", GIVES_AWAY)
        if cleaned.get("answer") == "yes" and not cleaned.get("text") and "text" not in self.errors:
            self.add_error("text", _("Write something the other can begin with."))
        return cleaned


class IntroductionWriteForm(OncePage):
    """To the one you were introduced to."""

    receipt = HiddenReceipt()
    introduction = hidden_number()
    text = forms.CharField(label=_("Write to them"), max_length=LONGEST_MESSAGE, widget=text_area())

    def __init__(self, data=None, *, pk="", **options):
        super().__init__(data, auto_id=f"write{pk}_%s", **options)

    def clean(self):
        cleaned = super().clean()
        if is_in(cleaned.get("receipt", ""), cleaned.get("text", "")):
            self.add_error("text", GIVES_AWAY)
        return cleaned


class HostForm(Form):
    """Whether the group hosts."""

    hosts = forms.TypedChoiceField(
        label=_("Do you host new groups?"), choices=YES_NO, coerce=says_yes, widget=forms.RadioSelect
    )


class GiveLinkForm(Form):
    """The answer that comes with a founding link."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=1_000_000, required=False)
    text = forms.CharField(
        label=_("Your answer"),
        help_text=_("The founding link stands below it on their page."),
        max_length=8_000,
        widget=text_area(),
    )


class HelpEntryForm(Form):
    """One's own line in the list of groups that help."""

    says_what_may_be_empty = False  # with a yes, some must be chosen

    offered = forms.TypedChoiceField(
        label=_("Do you stand by other groups?"), choices=YES_NO, coerce=says_yes, widget=forms.RadioSelect
    )
    kinds = forms.MultipleChoiceField(
        label=_("What can you help with?"), choices=KINDS, required=False, widget=forms.CheckboxSelectMultiple
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages you can talk in"),
        choices=language_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    area = forms.CharField(label=_("Area"), max_length=120, help_text=_("A town or a region, no address."))
    about = forms.CharField(
        label=_("What should others know?"),
        max_length=600,
        required=False,
        widget=forms.Textarea,
        help_text=_("One or two sentences. No names. You can leave it empty."),
    )

    def clean_languages(self):
        codes = self.cleaned_data["languages"]
        if len(codes) > MOST_LANGUAGES:
            raise ValidationError(_("Choose at most twelve."))
        return codes

    def clean(self):
        cleaned = super().clean()
        for name in ("kinds", "languages"):
            if cleaned.get("offered") and name in cleaned and not cleaned[name]:
                self.add_error(name, _("Choose at least one."))
        return cleaned


class HelpFilters(Filters):
    """Narrow the list by a language and a kind of help."""

    language = forms.ChoiceField(label=_("Language"), required=False)
    kind = forms.ChoiceField(label=_("Help with"), choices=[("", _("All")), *KINDS], required=False)

    def __init__(self, data=None):
        super().__init__(data)
        self.fields["language"].choices = [("", _("All")), *language_choices()]


class DirectoryImportForm(Form):
    """A list of groups from another server."""

    file = forms.FileField(
        label=_("The file"), help_text=_("A JSON file of at most 1 MB, from “We can help” elsewhere.")
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("This file is too large. A list has at most 1 MB. Nothing was changed."))
        return file


class ByLine(forms.CharField):
    """What the other group reads as the writer's name."""

    def __init__(self):
        super().__init__(
            label=_("Your name for the other group"),
            help_text=_("If you leave it empty, they read only the name of your group."),
            max_length=60,
            required=False,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )


class PairingAskForm(Form):
    """Will you stand by us?"""

    text = forms.CharField(
        label=_("What do you write to them?"),
        help_text=_(
            "Who you are, what you begin with, when you could talk. No names of others, no letters, no fights."
        ),
        max_length=LONGEST_MESSAGE,
        widget=text_area(),
    )
    byline = ByLine()


class PairingWriteForm(Form):
    """A message to both groups."""

    text = forms.CharField(
        label=_("Write to both groups"),
        help_text=_("No names, no letters, no fights here."),
        max_length=LONGEST_MESSAGE,
        widget=text_area(),
    )
    byline = ByLine()


class CallForm(Form):
    """The day of the next call."""

    day = forms.DateField(
        label=_("Next call"),
        help_text=_("Once a month is usual. Empty: none is agreed."),
        required=False,
        widget=forms.DateInput,
    )

    def __init__(self, data=None, **options):
        super().__init__(data, auto_id="call_%s", **options)

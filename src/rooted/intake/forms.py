"""What strangers and members fill in."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rooted.base import words
from rooted.base.forms import Form
from rooted.intake.receipts import LONGEST, asked_back, is_in, is_token, new_token, parts_of, receipt_of

LONGEST_TEXT = 8_000
BRINGS = [
    ("join", _("I want to join a group or start one")),
    ("trouble", _("I have trouble with a boss, a landlord or an office")),
    ("work", _("It is about my workplace")),
    ("news", _("I have news of a struggle")),
]
REACH = ("reach", _("Reach me in the way I write below"))
KEEP = ("words", _("I keep some words and come back to this site with them"))
GIVES_AWAY = _("Your text contains the words of your receipt. Take them out of it, then send it again.")
UNKNOWN = _("Nothing new here, or these words are not known. Check them.")
BUSY = _("Many people are writing at this moment. Nothing is lost. Send it again in a minute.")


def text_area() -> forms.Textarea:
    return forms.Textarea(attrs={"autocomplete": "off"})


def one_line() -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": "off"})


def word_line() -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"})


class OncePage(Form):
    """A page whose hidden token makes that it is delivered once, however often it is sent."""

    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=LONGEST)

    def __init__(self, data=None, **options):
        self.was_incomplete = data is not None and not is_token(data.get("token", ""))
        if self.was_incomplete:
            data = data.copy()
            data["token"] = new_token()
        super().__init__(data, **options)
        self.fields["token"].initial = new_token()

    def clean(self):
        if self.was_incomplete:
            raise ValidationError(_("A part of this page was missing. Send it again."))
        return super().clean()


class LetterForm(OncePage):
    """What a stranger writes. The receipt depends on the page's language, so that travels with it."""

    language = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)
    brings = forms.ChoiceField(label=_("What brings you?"), choices=BRINGS, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("What do you want to tell us?"),
        help_text=_("In any language. Short is fine. You need no name."),
        max_length=LONGEST_TEXT,
        widget=text_area(),
    )
    date = forms.CharField(
        label=_("Is there a date in a letter?"),
        help_text=_("For example the day you must leave, or must answer. Leave it empty if you do not know."),
        max_length=200,
        required=False,
        widget=one_line(),
    )
    way = forms.ChoiceField(label=_("How do you get our answer?"), widget=forms.RadioSelect)
    reach = forms.CharField(
        label=_("A safe way to reach you"),
        help_text=_("Only if you chose that. A number or an address that nobody else reads or hears."),
        max_length=300,
        required=False,
        widget=one_line(),
    )

    def __init__(self, data=None, *, group):
        super().__init__(data)
        self.group = group
        self.fields["language"].initial = get_language()
        come = ("come", _("I come at your hour: %(hour)s") % {"hour": group.hour_text})
        self.fields["way"].choices = [KEEP, REACH, come] if group.hour_text else [KEEP, REACH]

    def clean_language(self):
        language = self.cleaned_data["language"]
        return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("way") == "reach" and not cleaned.get("reach"):
            self.add_error("reach", _("Write how we can reach you, or choose to keep the words."))
        for name in ("text", "date", "reach"):
            if is_in(self.receipt(), cleaned.get(name, "")):
                self.add_error(name, GIVES_AWAY)
        return cleaned

    def receipt(self):
        cleaned = self.cleaned_data
        return receipt_of(
            cleaned["token"], group=self.group.pk, language=cleaned.get("language", settings.LANGUAGE_CODE)
        )


class ReceiptForm(Form):
    """The words typed back. Wrong, unknown and empty ones get the same answer."""

    receipt = forms.CharField(
        label=_("Your words or numbers"),
        help_text=_("All of them, in their order, with spaces between."),
        required=False,
        max_length=LONGEST,
        widget=word_line(),
    )


class LetterSaveForm(Form):
    """Asks two of the five parts back, to see that they were written down."""

    says_what_may_be_empty = False

    says_what_may_be_empty = False

    receipt = forms.CharField(widget=forms.HiddenInput, required=False, max_length=LONGEST)
    first = forms.CharField(max_length=60, required=False, widget=word_line())
    second = forms.CharField(max_length=60, required=False, widget=word_line())

    def __init__(self, data=None, *, receipt):
        super().__init__(data, initial={"receipt": receipt})
        self.parts = parts_of(receipt)
        self.places = sorted(asked_back(receipt))
        label = _("Group of numbers %(place)d") if receipt[:1].isdigit() else _("Word %(place)d")
        for name, place in zip(("first", "second"), self.places, strict=True):
            self.fields[name].label = label % {"place": place}

    def clean(self):
        typed = [words.fold_spoken(self.cleaned_data.get(name, "")) for name in ("first", "second")]
        if typed != [self.parts[place - 1] for place in self.places if place <= len(self.parts)]:
            raise ValidationError(_("Not these. Write the words down as they stand above, then type the two again."))
        return self.cleaned_data


class LetterMoreForm(OncePage):
    """A further letter from somebody who came back."""

    receipt = forms.CharField(widget=forms.HiddenInput, required=False, max_length=LONGEST)
    text = forms.CharField(label=_("Write more"), max_length=LONGEST_TEXT, widget=text_area())

    def clean(self):
        cleaned = super().clean()
        if is_in(cleaned.get("receipt", ""), cleaned.get("text", "")):
            self.add_error("text", GIVES_AWAY)
        return cleaned


class LetterAnswerForm(Form):
    """An answer, and how many messages its writer had seen."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=1_000_000, required=False)
    text = forms.CharField(
        label=_("Your answer"),
        help_text=_("The person who wrote reads it here, with the words. Your name is not shown to them."),
        max_length=LONGEST_TEXT,
        widget=text_area(),
    )

    def __init__(self, data=None, **options):
        super().__init__(data, auto_id="answer_%s", **options)

    def again(self, seen, reason):
        """The same text, after the writer has been shown what was said meanwhile."""
        data = self.data.copy()
        data["seen"] = str(seen)
        form = type(self)(data)
        form.full_clean()
        form.add_error(None, reason)
        return form


class LetterNoteForm(Form):
    """A note among members."""

    text = forms.CharField(
        label=_("A note for the group"),
        help_text=_("The person who wrote never sees it."),
        max_length=2_000,
        widget=text_area(),
    )

    def __init__(self, data=None, **options):
        super().__init__(data, auto_id="note_%s", **options)

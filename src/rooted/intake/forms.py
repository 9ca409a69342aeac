"""What strangers fill in. What members fill in: member_forms.py."""

import time

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rooted.base import words
from rooted.base.forms import FilesField, Form
from rooted.intake import flood
from rooted.intake.receipts import LONGEST, asked_back, is_in, is_token, new_token, parts_of, receipt_of
from rooted.intake.sealed import ASKED

LONGEST_TEXT = 8_000
BRINGS = [
    ("join", _("I want to join a group")),
    ("start", _("I want to start a group")),
    ("trouble", _("I have trouble with a boss, a landlord or an office")),
    ("work", _("It is about my workplace")),
    ("news", _("I have news of a struggle")),
]
REACH = ("reach", _("Reach me in the way I write below"))
KEEP = ("words", _("I keep some words and come back to this site with them"))
CAREFUL = [
    ("shared", _("Somebody else uses this phone or computer")),
    ("mail", _("The boss or somebody else reads my mail or e-mail")),
    ("voicemail", _("Leave no voicemail and no message")),
    ("violent", _("The landlord or somebody near me may become violent")),
]
QUICK = _("This was very quick, so we ask once more. Nothing is lost. Press send once more.")
SHUT = _("This group takes no new letters now. Nothing was sent. Your text is still here.")
TRAP = "website"  # a field that only programs fill in
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
    """What a stranger writes. The receipt depends on the page's language, so that travels with it.

    `stamp` says when this page was made; a page sent too soon, or with the trap filled, comes back once with all in it.
    """

    stamp = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)
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

    danger = forms.MultipleChoiceField(
        label=_("What must we take care of?"),
        help_text=_("Tick what is so. We read it before we write or call."),
        choices=CAREFUL,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    question = forms.CharField(max_length=200, widget=one_line())
    files = FilesField(label=_("Pictures or papers"), required=False)

    def __init__(self, data=None, *, group, gate):
        super().__init__(data)
        self.group, self.gate = group, gate
        self.was_quick = data is not None and self._was_quick(data)
        if data is not None:
            self._renew_stamp()
        token = self.fields["token"].initial
        self.fields["stamp"].initial = flood.new_stamp(token, now=time.time())
        self.fields["language"].initial = get_language()
        come = ("come", _("I come at your hour: %(hour)s") % {"hour": group.hour_text})
        self.fields["way"].choices = [KEEP, REACH, come] if group.hour_text else [KEEP, REACH]
        self._ask()

    def _was_quick(self, data):
        stamp, token = data.get("stamp", ""), data.get("token", "")
        return bool(data.get(TRAP)) or not flood.is_ripe(stamp, token, now=time.time())

    def _renew_stamp(self):
        """A page without a good stamp comes back with one; the trap comes back empty."""
        token = self.data["token"]
        if not flood.is_ours(self.data.get("stamp", ""), token):
            self.data = self.data.copy()
            self.data["stamp"] = flood.new_stamp(token, now=time.time())

    def _ask(self):
        if self.gate.question:
            self.fields["question"].label = self.gate.question
            self.fields["question"].help_text = _("The group asks this so that programs cannot write here.")
        else:
            del self.fields["question"]

    def clean_question(self):
        answer = self.cleaned_data["question"]
        if not self.gate.accepts(answer):
            raise ValidationError(_("This is not the answer. Ask somebody, or try another word. Nothing is lost."))
        return answer

    def clean_language(self):
        language = self.cleaned_data["language"]
        return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE

    def clean(self):
        cleaned = super().clean()
        if self.gate.shut:
            raise ValidationError(SHUT)
        if cleaned.get("way") == "reach" and not cleaned.get("reach"):
            self.add_error("reach", _("Write how we can reach you, or choose to keep the words."))
        for name in ("text", "date", "reach"):
            if is_in(self.receipt(), cleaned.get(name, "")):
                self.add_error(name, GIVES_AWAY)
        if self.was_quick and not self.errors:
            raise ValidationError(QUICK)
        return cleaned

    def letter(self):
        """What is sealed: the fields ASKED; what this page did not ask is empty."""
        return {name: self.cleaned_data.get(name, "") for name in ASKED}

    def receipt(self):
        cleaned = self.cleaned_data
        return receipt_of(
            cleaned["token"], group=self.group.pk, language=cleaned.get("language", settings.LANGUAGE_CODE)
        )


class AskForm(LetterForm):
    """A question about a record of the chronicle: the letter page without what only a letter of one's own needs."""

    def __init__(self, data=None, *, about, **options):
        super().__init__(data, **options)
        self.about = about
        for name in ("brings", "date"):
            del self.fields[name]
        self.fields["text"].label = _("Your question")

    def letter(self):
        return super().letter() | {
            "brings": "ask",
            "about": self.about.title,
            "about_url": self.about.get_absolute_url(),
        }


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
    files = FilesField(label=_("Pictures or papers"), required=False)

    def clean(self):
        cleaned = super().clean()
        if is_in(cleaned.get("receipt", ""), cleaned.get("text", "")):
            self.add_error("text", GIVES_AWAY)
        return cleaned

"""What members fill in, and the interpreter they admit."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import FilesField, Form, fit_input, speak_plainly
from rooted.base.templatetags.parts import language_name
from rooted.base.versions import SeenForm
from rooted.base.words import fold_spoken
from rooted.groups.forms import language_choices
from rooted.intake.danger import MARKS
from rooted.intake.forms import BRINGS, GIVES_AWAY, LONGEST_TEXT, OncePage, one_line, text_area, word_line
from rooted.intake.receipts import is_in, receipt_of

MOST_A_DAY = 2_000


class LetterAnswerForm(SeenForm):
    """An answer, and how many messages its writer had seen."""

    text = forms.CharField(
        label=_("Your answer"),
        help_text=_("The person who wrote reads it here, with the words. Your name is not shown to them."),
        max_length=LONGEST_TEXT,
        widget=text_area(),
    )

    files = FilesField(label=_("Files for them"), required=False)
    referred = forms.BooleanField(label=_("Then close this letter: referred to others"), required=False)

    def __init__(self, data=None, *, referring=False, **options):
        super().__init__(data, auto_id="answer_%s", **options)
        if not referring and not (data and "referred" in data):
            del self.fields["referred"]


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


class InsertForm(Form):
    """A quick answer and somebody to go to, put behind what was typed already."""

    says_what_may_be_empty = False

    quick = forms.ChoiceField(label=_("A quick answer"), required=False)
    entry = forms.ChoiceField(label=_("From the address book"), required=False)

    def __init__(self, *, quick, entries):
        super().__init__(auto_id="insert_%s")
        for name, choices in (("quick", quick), ("entry", entries)):
            self.fields[name].choices = [("", _("None")), *choices]
            if not choices:
                del self.fields[name]


class LetterDangerForm(Form):
    """What must be known before anybody calls."""

    marks = forms.MultipleChoiceField(
        label=_("What is so?"), choices=MARKS.items(), required=False, widget=forms.CheckboxSelectMultiple
    )
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("For example: call only between six and seven. You can leave it empty."),
        max_length=300,
        required=False,
        widget=one_line(),
    )


class LetterSpokenForm(OncePage):
    """What somebody said at the phone or the door."""

    how = forms.ChoiceField(
        label=_("How did it come?"),
        choices=[("phone", _("On the phone")), ("door", _("At the door, in the street"))],
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(label=_("Which language do they speak?"), choices=language_choices)
    brings = forms.ChoiceField(label=_("What brings them?"), choices=BRINGS, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("What was said?"),
        help_text=_("In their words as far as you can. No name is needed."),
        max_length=LONGEST_TEXT,
        widget=text_area(),
    )
    date = forms.CharField(label=_("Is there a date in a letter?"), max_length=200, required=False, widget=one_line())
    reach = forms.CharField(
        label=_("How can we reach them safely?"),
        help_text=_("A number, an address, an hour. If you leave it empty: they come back with their words."),
        max_length=300,
        required=False,
        widget=one_line(),
    )
    marks = LetterDangerForm.base_fields["marks"]
    words = LetterDangerForm.base_fields["words"]

    def __init__(self, data=None, *, group, **options):
        super().__init__(data, **options)
        self.group = group

    def clean(self):
        cleaned = super().clean()
        for name in ("text", "date", "reach", "words"):
            if is_in(self.receipt(), cleaned.get(name, "")):
                self.add_error(name, GIVES_AWAY)
        return cleaned

    def receipt(self):
        """In the language of the person, who writes the words down; digits where there is no list."""
        cleaned = self.cleaned_data
        return receipt_of(cleaned["token"], group=self.group.pk, language=cleaned.get("language", "en"))

    def letter(self):
        cleaned = self.cleaned_data
        return {name: cleaned[name] for name in ("brings", "text", "date", "reach")} | {
            "way": "reach" if cleaned["reach"] else "words"
        }


class InboxForm(Form):
    """What the group decides about letters to come."""

    question = forms.CharField(
        label=_("Your own question"),
        help_text=_(
            "For people here it is easy, for a program it is not. For example: what is sold in the hall at the harbour?"
        ),
        max_length=200,
        required=False,
        widget=one_line(),
    )
    accepted = forms.CharField(
        label=_("Answers you accept"),
        help_text=_("One on each line, in each language. Capitals and accents do not matter."),
        max_length=600,
        required=False,
        widget=text_area(),
    )
    asks = forms.ChoiceField(
        label=_("When is it asked?"),
        choices=[("many", _("Only on days with very many letters")), ("always", _("Always"))],
        widget=forms.RadioSelect,
    )
    asks_above = forms.IntegerField(label=_("Letters a day from which it is asked"), min_value=1, max_value=MOST_A_DAY)
    holds_above = forms.IntegerField(
        label=_("Letters a day from which further ones are held back"),
        help_text=_("You find them apart, let them in or erase them. The promised time begins when you let them in."),
        min_value=1,
        max_value=MOST_A_DAY,
    )
    takes = forms.ChoiceField(
        label=_("Do you take new letters?"),
        choices=[("yes", _("Yes")), ("no", _("No, not now. Whoever wrote before can still write"))],
        widget=forms.RadioSelect,
    )
    shut_text = forms.CharField(
        label=_("What strangers read meanwhile"),
        help_text=_("For example: we are on strike ourselves until Monday. Your phone and your hour are shown too."),
        max_length=300,
        required=False,
        widget=one_line(),
    )
    reopens_on = forms.DateField(
        label=_("From which day do you take letters again?"),
        help_text=_("If you leave it empty: until you change it here."),
        required=False,
        widget=forms.DateInput,
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("question") and not cleaned.get("accepted"):
            self.add_error("accepted", _("Write at least one answer that you accept."))
        if cleaned.get("asks") == "always" and not cleaned.get("question"):
            self.add_error(
                "question", _("Write the question, or choose to ask it only on days with very many letters.")
            )
        return cleaned


class BookEntryForm(Form):
    """Somebody the group sends people on to."""

    name = forms.CharField(label=_("What is it called?"), max_length=120, widget=one_line())
    what = forms.CharField(
        label=_("What do they do?"),
        help_text=_("For example: advice on debts, without appointment, Tuesdays from nine."),
        max_length=600,
        required=False,
        widget=text_area(),
    )
    languages = forms.CharField(label=_("In which languages?"), max_length=120, required=False, widget=one_line())
    phone = forms.CharField(label=_("Phone"), max_length=60, required=False, widget=one_line())
    area = forms.CharField(label=_("Where?"), max_length=120, required=False, widget=one_line())


class QuickAnswerForm(Form):
    """One answer in several languages."""

    says_what_may_be_empty = False

    name = forms.CharField(
        label=_("What is it about?"),
        help_text=_("Only members see this. For example: when and where we meet."),
        max_length=80,
        widget=one_line(),
    )

    def __init__(self, data=None, *, codes, content=None):
        texts = content["texts"] if content else {}
        initial = {f"text_{code}": text for code, text in texts.items()}
        super().__init__(data, initial={"name": content["name"] if content else ""} | initial)
        self.codes = [*codes, *(code for code in texts if code not in codes)]
        for code in self.codes:
            self.fields[f"text_{code}"] = self._text(code)

    def _text(self, code):
        field = forms.CharField(
            label=_("The answer in this language: %(language)s") % {"language": language_name(code)},
            max_length=2_000,
            required=False,
            widget=forms.Textarea(attrs={"lang": code, "dir": "auto"}),
        )
        speak_plainly(field)
        fit_input(field)
        return field

    def clean(self):
        cleaned = super().clean()
        if not any(cleaned.get(f"text_{code}") for code in self.codes) and not self.errors:
            raise ValidationError(_("Write the answer in at least one language."))
        return cleaned

    def content(self):
        texts = {code: self.cleaned_data[f"text_{code}"] for code in self.codes}
        return {"name": self.cleaned_data["name"], "texts": {code: text for code, text in texts.items() if text}}


class InterpretForm(Form):
    """The words of an interpreter's link."""

    words = forms.CharField(
        label=_("The four words you were told"),
        help_text=_("Or the groups of four digits. Capitals and extra spaces do not matter."),
        max_length=200,
        widget=word_line(),
    )

    def clean_words(self):
        return fold_spoken(self.cleaned_data["words"])


class RenderingForm(InterpretForm):
    """What the interpreter writes; the words travel along in the page."""

    words = forms.CharField(widget=forms.HiddenInput, max_length=200)
    text = forms.CharField(
        label=_("Your translation, or what you suggest"),
        help_text=_("The members of the group read it beside the letter. Nothing goes to the person by itself."),
        max_length=LONGEST_TEXT,
        widget=text_area(),
    )

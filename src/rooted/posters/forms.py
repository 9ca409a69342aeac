"""Making a poster, and writing down where it hangs."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import Form
from rooted.base.printing import unprintable
from rooted.posters.texts import OWN, QUESTIONS, known

MOST_LANGUAGES, LONGEST_LINE = 4, 120
RENEW_DAYS = 28
KINDS = [
    ("poster-a4", _("Poster, A4")),
    ("poster-a5", _("Handbill, A5")),
    ("strips-a4", _("Poster with strips to tear off, A4")),
    ("stickers-a4", _("Stickers, eight on A4")),
    ("card-a6", _("Card for the pocket, A6")),
]


def question_choices():
    """The prepared questions in the reader's language, then one's own words."""
    return [*((name, _(text)) for name, text in QUESTIONS.items()), (OWN, _("Our own words"))]


class PosterMakeForm(Form):
    """What to print. Name, telephone and hour come from the group's public page."""

    kind = forms.ChoiceField(label=_("What do you want to print?"), choices=KINDS, widget=forms.RadioSelect)
    languages = forms.MultipleChoiceField(
        label=_("Languages of your street"),
        help_text=_("One to four."),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
    )
    question = forms.ChoiceField(label=_("What does it ask?"), choices=question_choices)
    own = forms.CharField(
        label=_("Our own words"),
        help_text=_("Only if you chose that. One line for each language, in the order of the list above."),
        max_length=(LONGEST_LINE + 1) * MOST_LANGUAGES,
        required=False,
        widget=forms.Textarea,
    )

    def __init__(self, data=None, *, group):
        spoken = [code for code in group.languages.split(",") if code in dict(settings.LANGUAGES)]
        initial = {"languages": spoken[:MOST_LANGUAGES], "kind": "poster-a4", "question": "both"}
        super().__init__(data, initial=initial)
        self.group = group

    def clean_languages(self):
        chosen = self.cleaned_data["languages"]
        if len(chosen) > MOST_LANGUAGES:
            raise ValidationError(_("Choose at most four. With more, nobody can read it from the other side."))
        return chosen

    def clean_own(self):
        lines = [" ".join(line.split()) for line in self.cleaned_data["own"].split("\n")]
        lines = [line for line in lines if line]
        if len(lines) > MOST_LANGUAGES:
            raise ValidationError(_("Write at most four lines."))
        if any(len(line) > LONGEST_LINE for line in lines):
            raise ValidationError(_("Make each line shorter: at most 120 characters."))
        refuse_unprintable("\n".join(lines))
        return lines

    def clean(self):
        cleaned = super().clean()
        refuse_unprintable(f"{self.group.name}{self.group.phone}{self.group.hour_text}", public=True)
        own = cleaned.get("own", []) if cleaned.get("question") == OWN else []
        if cleaned.get("question") == OWN and "own" in cleaned and not own:
            self.add_error("own", _("Write your words here, or choose a question above."))
        chosen = cleaned.get("languages", [])
        unknown = [code for place, code in enumerate(chosen) if place >= len(own) and not known(code)]
        if unknown:
            self.add_error("languages", without_words(unknown))
        return cleaned

    def paper(self):
        """What rooted.posters.paper.paper takes."""
        kind, _dash, size = self.cleaned_data["kind"].partition("-")
        asked = self.cleaned_data["question"]
        own = self.cleaned_data["own"] if asked == OWN else []
        return {"kind": kind, "size": size, "languages": self.cleaned_data["languages"], "question": asked, "own": own}


def without_words(codes):
    """The refusal of languages that have neither our words nor a line of the group's."""
    names = ", ".join(dict(settings.LANGUAGES)[code] for code in codes)
    sentence = _now("We have no words yet in: %(names)s. Choose our own words and write a line, or leave it out.")
    return sentence % {"names": names}


def refuse_unprintable(text, *, public=False):
    """Say which characters our fonts do not have; `public`: they stand on the group's public page."""
    letters = unprintable(text)
    if letters and public:
        sentence = _now("Your public page has characters that we cannot print: %(letters)s Change them there first.")
    elif letters:
        sentence = _now("We cannot print these characters: %(letters)s")
    if letters:
        raise ValidationError(sentence % {"letters": " ".join(letters[:10])})


def in_four_weeks():
    return timezone.localdate() + timedelta(days=RENEW_DAYS)


class RenewForm(Form):
    """By when to hang it anew."""

    renew_on = forms.DateField(
        label=_("Hang it anew by"),
        help_text=_("Rain, other posters and cleaners: four weeks is long."),
        widget=forms.DateInput,
        initial=in_four_weeks,
    )

    def clean_renew_on(self):
        day, today = self.cleaned_data["renew_on"], timezone.localdate()
        if not today <= day <= today + timedelta(days=366):
            raise ValidationError(_("Choose a day from today on, within a year."))
        return day


class PosterHangForm(RenewForm):
    """Where a poster hangs."""

    place = forms.CharField(
        label=_("Where does it hang?"),
        help_text=_("So that another member finds it: the laundry in Quay Street, beside the door."),
        max_length=120,
    )
    text = forms.CharField(label=_("What does it ask?"), max_length=200, required=False)
    language = forms.CharField(label=_("In which languages?"), max_length=120, required=False)
    kind = forms.ChoiceField(label=_("What is it?"), choices=KINDS, initial="poster-a4")
    note = forms.CharField(
        label=_("A note for the group"),
        help_text=_("Whom to ask first, what happened there. You can leave this empty."),
        max_length=500,
        required=False,
        widget=forms.Textarea,
    )
    field_order = ("place", "kind", "text", "language", "renew_on", "note")

    def told(self):
        """Everything but the day."""
        return {name: value for name, value in self.cleaned_data.items() if name != "renew_on"}

"""What a group says about itself, and what a newcomer types."""

import re
from typing import Any

from django import forms
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rooted.base.converters import GroupConverter
from rooted.base.forms import Form
from rooted.base.words import fold_spoken
from rooted.groups.models import Group
from rooted.people.forms import NewPersonForm
from rooted.places.forms import TownField

# By their own names, so that everybody finds theirs. All that our posters and letters speak are among them.
LANGUAGES = [
    *("en", "ar", "bg", "bn", "cs", "de", "es", "fa", "fr", "gu", "hi", "hu", "id", "it", "pa"),
    *("pl", "pt", "ro", "ru", "sq", "sw", "ta", "tr", "uk", "ur", "vi", "zh-hans"),
]
HOURS = [(24, _("24 hours")), (48, _("48 hours")), (72, _("72 hours")), (168, _("a week"))]
MOST_LANGUAGES = 12


def language_choices() -> list[tuple[str, str]]:
    """Codes with the languages' own names, those we speak as on our buttons."""
    ours = dict(settings.LANGUAGES)
    return [(code, ours.get(code) or LANG_INFO[code]["name_local"]) for code in LANGUAGES]


TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # characters that turn the direction of what follows


class NameField(forms.CharField):
    """A name that others read: nothing hidden in it makes it look like another one."""

    def clean(self, value: Any) -> str:
        name = super().clean(value)
        if TURNS.search(name):
            raise ValidationError(_("There is a hidden character here that turns the writing. Write the name by hand."))
        return name


class CalledField(NameField):
    """What a group calls a member."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=_("What will the group call you?"), max_length=60, **kwargs)


class GroupForm(Form):
    """The group's public page."""

    group_name = NameField(
        label=_("Name of the group"), max_length=80, help_text=_("Everyone who opens your page sees it.")
    )
    area = TownField(max_length=120, help_text=_("As wide as you like. Not your address."))
    languages = forms.MultipleChoiceField(
        label=_("Languages you can talk in"), choices=language_choices, widget=forms.CheckboxSelectMultiple
    )
    kind = forms.ChoiceField(
        label=_("What kind of group is it?"), choices=Group.Kind.choices, widget=forms.RadioSelect, initial="local"
    )
    about = forms.CharField(
        label=_("What do you do?"),
        max_length=600,
        widget=forms.Textarea,
        help_text=_("One or two sentences. Strangers read them first."),
    )
    listed = forms.TypedChoiceField(
        label=_("Who can find your page?"),
        choices=[
            ("yes", _("Everyone: it stands in the list of groups")),
            ("no", _("Only those you give the address to: it cannot be guessed")),
        ],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        initial="yes",
    )

    def __init__(self, *args: Any, group: Group | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.group = group
        if "languages" in self.fields and not self.initial.get("languages"):
            self.initial["languages"] = [(get_language() or "en")[:2]]

    def clean_languages(self) -> str:
        codes = self.cleaned_data["languages"]
        if len(codes) > MOST_LANGUAGES:
            raise ValidationError(_("Choose at most twelve."))
        return ",".join(codes)

    def clean_area(self) -> str:
        return self.cleaned_data["area"].text

    def public(self) -> dict[str, Any]:
        """What `describe_group` takes."""
        names = ("area", "languages", "kind", "about", "listed")
        return {"name": self.cleaned_data["group_name"], **{name: self.cleaned_data[name] for name in names}}


OUTLOOK = _(
    "We are workers, tenants and people without work who help each other.\n"
    "We decide together. Nobody is paid to decide for us.\n"
    "Passport, language, job or faith make no difference among us.\n"
    "What somebody tells us stays with us.\n"
    "No employer, landlord or office pays us or tells us what to do."
)


class OutlookField(forms.CharField):
    """What those who join agree with."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("What those who join agree with"),
            max_length=4000,
            required=False,
            widget=forms.Textarea,
            **kwargs,
        )


class FirstPageForm(GroupForm):
    """The public page at the founding, with an outlook to start from."""

    outlook = OutlookField(
        initial=OUTLOOK,
        help_text=_("Only a suggestion: change it or empty it. It stands on your page, and newcomers agree to it."),
    )

    def public(self) -> dict[str, Any]:
        return {**super().public(), "outlook": self.cleaned_data["outlook"]}


class FoundForm(FirstPageForm):
    """Found a group, by somebody who is signed in."""

    called = CalledField(help_text=_("Only members see it. It need not be your real name."))


class FoundNewForm(FirstPageForm, NewPersonForm):
    """Found a group, by somebody new: the group first, then the person."""

    called = CalledField(required=False, help_text=_("Only members see it. If you leave it empty: your sign-in name."))
    field_order = [*FirstPageForm.base_fields, *NewPersonForm.field_order, "called"]


class GroupEditForm(GroupForm):
    """The public page with everything on it."""

    address = forms.CharField(
        label=_("Address of your page"),
        max_length=40,
        required=False,
        help_text=_("Small letters, figures and dashes. If you leave it empty, it is made from the name."),
        widget=forms.TextInput(attrs={"autocapitalize": "off", "spellcheck": "false", "dir": "ltr"}),
    )
    phone = forms.CharField(
        label=_("Phone"),
        max_length=60,
        required=False,
        help_text=_("The group's, not your own. You can leave it empty."),
    )
    hour_text = forms.CharField(
        label=_("When and where can people come?"),
        max_length=200,
        required=False,
        help_text=_("For example: Wednesdays 18:00 to 20:00, back room of the laundry. You can leave it empty."),
    )
    promised_hours = forms.TypedChoiceField(
        label=_("You answer a letter within"), choices=HOURS, coerce=int, widget=forms.RadioSelect
    )
    outlook = OutlookField(
        help_text=_(
            "A newcomer agrees to this before joining. The notice board says when it was changed. It can be empty."
        )
    )
    field_order = [*GroupForm.base_fields]

    def clean_address(self) -> str:
        address = self.cleaned_data["address"].lower()
        if address and not re.fullmatch(GroupConverter.regex, address):
            raise ValidationError(_("Use small letters from a to z, figures and dashes. Begin with a letter."))
        others = Group.objects.exclude(pk=self.group.pk) if self.group else Group.objects.all()
        if address and others.filter(address=address).exists():
            raise ValidationError(_("Another group has this address. Choose another one."))
        return address

    def public(self) -> dict[str, Any]:
        names = ("address", "phone", "hour_text", "promised_hours", "outlook")
        return {**super().public(), **{name: self.cleaned_data[name] for name in names}}


class SpokenField(forms.CharField):
    """The words of an invitation, as heard."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}
        super().__init__(max_length=200, widget=forms.TextInput(attrs=attrs), **kwargs)

    def clean(self, value: Any) -> str:
        folded = fold_spoken(super().clean(value))
        if self.required and not folded:
            raise ValidationError(self.error_messages["required"])
        return folded


class WordsForm(Form):
    """The first step in: the four words."""

    words = SpokenField(
        label=_("The four words you were told"),
        help_text=_("Or the groups of four digits. Capitals and extra spaces do not matter."),
    )


class AgreeField(forms.BooleanField):
    """One tick below the group's outlook."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=_("We share this"), **kwargs)
        self.error_messages["required"] = _("Tick this box if you agree. If you do not, talk with whoever invited you.")


class AgreeForm(Form):
    """Coming in: agreeing with the group's outlook, if it has one."""

    agree = AgreeField()

    def __init__(self, *args: Any, outlook: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not outlook:
            del self.fields["agree"]


class JoinForm(AgreeForm):
    """The second step, by somebody who is signed in."""

    words = forms.CharField(widget=forms.HiddenInput, max_length=200)
    called = CalledField(help_text=_("Only members see it. It need not be your real name."))
    field_order = ("words", "agree", "called")


class JoinNewForm(AgreeForm, NewPersonForm):
    """The second step, by somebody new."""

    words = forms.CharField(widget=forms.HiddenInput, max_length=200)
    called = CalledField(required=False, help_text=_("Only members see it. If you leave it empty: your sign-in name."))
    field_order = ("words", "agree", *NewPersonForm.field_order, "called")


class SeatNameForm(Form):
    """Another name for oneself."""

    called = CalledField()


class CircleNameForm(Form):
    """What those inside call a small circle."""

    called = NameField(
        label=_("Name of the small circle"),
        max_length=60,
        help_text=_("Only those inside see it. For example: Car share, or Rent talks."),
    )


class SeatsField(forms.TypedMultipleChoiceField):
    """Some of the group's members, by their seats' ids; the form gives the choices."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=_("Who comes in?"), coerce=int, widget=forms.CheckboxSelectMultiple, **kwargs)


class CircleMembersForm(Form):
    """Who is let into a small circle."""

    seats = SeatsField()

    def __init__(self, *args: Any, members: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seats"].choices = members  # type: ignore[attr-defined]


class CircleForm(CircleMembersForm, CircleNameForm):
    """A new small circle; of oneself alone at first, if nobody is chosen."""

    field_order = ("called", "seats")
    seats = SeatsField(required=False)


class VouchForm(Form):
    """The words a newcomer reads from their page."""

    said = SpokenField(
        label=_("The four words they read to you"),
        help_text=_("Or the groups of four digits. Capitals and extra spaces do not matter."),
    )

"""What people type about themselves: a name, a passphrase, pieces of their recovery code."""

import unicodedata
from typing import Any, cast
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rooted.base import words
from rooted.base.forms import Form
from rooted.people import actions, passphrases

NAME_LENGTH = 60
FIGURES = 6
MOST_OFFERED = 100  # characters


def passphrase_field(label: Any, *, new: bool = False, help_text: Any = "") -> forms.CharField:
    """A field for a passphrase; what it holds is never given back in a page."""
    widget = forms.PasswordInput(
        attrs={"autocomplete": "new-password" if new else "current-password", "autocapitalize": "off"}
    )
    return forms.CharField(label=label, widget=widget, strip=False, max_length=1000, help_text=help_text)


class NameField(forms.CharField):
    """A sign-in name."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"autocomplete": "username", "autocapitalize": "off", "spellcheck": "false"}
        super().__init__(max_length=NAME_LENGTH, widget=forms.TextInput(attrs=attrs), **kwargs)


class NewPassphraseForm(Form):
    """A new passphrase, twice."""

    passphrase = passphrase_field(_("A new passphrase"), new=True)
    passphrase_again = passphrase_field(_("The same once more"), new=True)
    offered = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = self._offered_before() or words.passphrase(get_language() or "en")
        self.initial["offered"] = offered
        text = _("At least 12 characters. It opens everything of yours and nobody can reset it. You can take these: %s")
        self.fields["passphrase"].help_text = text % offered

    def _offered_before(self) -> str:
        """The words this page offered already: whoever wrote them down finds them again after a mistake."""
        said = self.data.get(self.add_prefix("offered"), "") if self.is_bound else ""
        good = len(said) <= MOST_OFFERED and all(word.isalnum() for word in said.replace("-", " ").split())
        return said if good else ""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        new, again = data.get("passphrase"), data.get("passphrase_again")
        if new and again and new != again:
            self.add_error("passphrase_again", _("This is not the same. Write the passphrase once more."))
        elif new:
            try:
                passphrases.check(new, name=data.get("name", ""))
            except ValidationError as refusal:
                self.add_error("passphrase", refusal)
        return data


class NewPersonForm(NewPassphraseForm):
    """Choose a sign-in name and a passphrase."""

    field_order = ("name", "passphrase", "passphrase_again")
    name = NameField(
        label=_("A name to sign in with"),
        help_text=_("Not your real name. Nobody else sees it. It is kept so that nobody can read it."),
    )

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        if not actions.is_name_free(name):
            raise ValidationError(_("Somebody here has this name. Choose another one."))
        return name


class DoorForm(Form):
    """What every door carries along: where the person was going, and what was typed there."""

    next = forms.CharField(required=False, widget=forms.HiddenInput)
    kept = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)


STAY = _("Stay open today on this phone")
STAY_COST = _("12 hours instead of 30 minutes without use. Whoever takes the phone can then read everything.")


class SignInForm(DoorForm):
    """Name and passphrase."""

    name = NameField(label=_("Your sign-in name"))
    passphrase = passphrase_field(_("Your passphrase"))
    stay = forms.BooleanField(label=STAY, help_text=STAY_COST, required=False)


class UnlockForm(DoorForm):
    """The passphrase alone."""

    passphrase = passphrase_field(_("Your passphrase"))
    stay = forms.BooleanField(label=STAY, help_text=STAY_COST, required=False)


class FiguresField(forms.CharField):
    """Six figures from the second device; spaces do not matter."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr"}
        super().__init__(label=_("The six figures"), max_length=20, widget=forms.TextInput(attrs=attrs), **kwargs)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        figures = "".join(str(unicodedata.digit(character, "")) for character in text if not character.isspace())
        if len(figures) != FIGURES or len("".join(text.split())) != FIGURES:
            raise ValidationError(_("Write six figures, as your app shows them now."))
        return figures


class CodeForm(DoorForm):
    """The code of the second device, after the passphrase."""

    code = FiguresField()


class CodeOnForm(Form):
    """A new second device: one code of it, and the passphrase."""

    secret = forms.CharField(max_length=32, min_length=32, widget=forms.HiddenInput)
    code = FiguresField(help_text=_("Your app shows them when it has read the picture."))
    passphrase = passphrase_field(_("Your passphrase"))

    @property
    def secret_shown(self) -> str:
        """The secret the page shows: the one that came back, or a new one."""
        given = self.is_bound and "secret" not in self.errors
        return self.data["secret"] if given else self.initial["secret"]

    def clean_secret(self) -> str:
        secret = self.cleaned_data["secret"]
        if not set(secret) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"):
            raise ValidationError(_("Open this page anew."))
        return secret


class RecoverForm(NewPassphraseForm):
    """The way back with the recovery code."""

    field_order = ("name", "code", "passphrase", "passphrase_again")
    name = NameField(label=_("Your sign-in name"))
    code = forms.CharField(
        label=_("Your recovery code"),
        max_length=200,
        help_text=_("Eight blocks of four characters. Capitals and spaces do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}),
    )


class RecoveryForm(Form):
    """Two blocks of the code, given back."""

    def __init__(self, *args: Any, blocks: list[str], asked: tuple[int, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.blocks, self.asked = blocks, asked
        for number in asked:
            self.fields[f"block_{number}"] = forms.CharField(
                label=_("Block %d") % number,
                max_length=20,
                widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}),
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for number in self.asked:
            typed = data.get(f"block_{number}")
            if typed and actions.fold_block(typed) != self.blocks[number - 1]:
                self.add_error(f"block_{number}", _("This is not block %d. Look at your paper again.") % number)
        return data


class PassphraseChangeForm(NewPassphraseForm):
    """The old passphrase, and the new one twice."""

    field_order = ("old", "passphrase", "passphrase_again")
    old = passphrase_field(_("Your passphrase until now"))


WHOLE = [(code, name) for code, name in settings.LANGUAGES if code in settings.WHOLE_LANGUAGES]


class PreferencesForm(Form):
    """Language and time zone; kept in the keyring, so that they follow the person to another phone."""

    language = forms.ChoiceField(label=_("Language"), choices=WHOLE)
    time_zone = forms.ChoiceField(label=_("Time zone"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        odd = ("Etc", "posix", "right")
        zones = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(odd))
        field = cast(forms.ChoiceField, self.fields["time_zone"])
        field.choices = [("UTC", "UTC"), *((zone, zone.replace("_", " ")) for zone in zones)]


class PassphraseForm(Form):
    """The passphrase once more, before something that cannot be undone."""

    passphrase = passphrase_field(_("Your passphrase"))

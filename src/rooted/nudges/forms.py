"""Where a mail goes."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import Form


class MailSetForm(Form):
    """A mail address."""

    address = forms.EmailField(
        label=_("Your mail address"),
        help_text=_("One that does not say who you are is best. Not one of your employer."),
        max_length=200,
        error_messages={"invalid": _("This is not a mail address. Write it like name@example.org.")},
    )

    def clean_address(self):
        address = self.cleaned_data["address"]
        if not address.isascii():
            raise ValidationError(_("We can only send to addresses in Latin letters."))
        return address

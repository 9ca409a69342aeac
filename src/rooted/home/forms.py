"""What is typed on the pages where parts meet."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import Form


class SearchForm(Form):
    """Words to look for in what the group keeps sealed."""

    words = forms.CharField(
        label=_("Words"),
        max_length=200,
        help_text=_("All of them must stand there. Small and capital letters are the same."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

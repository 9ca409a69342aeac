"""From how many workers on a record is taken away."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import Filters
from rooted.base.templatetags.parts import grouped
from rooted.exports.thresholds import THRESHOLDS


def thresholds():
    """No threshold, then each of them as the reader's language writes numbers."""
    return [("", _("All")), *((number, grouped(number)) for number in THRESHOLDS)]


class ThresholdForm(Filters):
    at_least = forms.TypedChoiceField(
        label=_("At least so many took part"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=thresholds,
    )

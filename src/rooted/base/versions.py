"""Forms for texts that several people write: what their writer had seen, and two versions to compare."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import Filters, Form

MOST = 1_000_000


class SeenForm(Form):
    """A text, and the number of the version (or how many messages) its writer had seen."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST, required=False)

    def again(self, seen: int, reason: Any) -> "SeenForm":
        """The same text, after its writer has been shown what was saved meanwhile."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data["seen"] = str(seen)
        form = self.anew(data)
        form.full_clean()
        form.files = self.files  # the page says that they have to be chosen again
        form.add_error(None, reason)
        return form

    def anew(self, data: Any) -> "SeenForm":
        """A form of the same kind that holds `data`."""
        return type(self)(data)


class CompareForm(Filters):
    """Two versions by their numbers."""

    older = forms.ChoiceField(label=_("From version"))
    newer = forms.ChoiceField(label=_("To version"))

    def __init__(self, data: Any = None, *, numbers: list[int], **options: Any) -> None:
        super().__init__(data, **options)
        for field in (self.fields["older"], self.fields["newer"]):
            field.choices = [(str(number), str(number)) for number in numbers]  # type: ignore[attr-defined]

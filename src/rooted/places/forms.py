"""A town in a form: any text will do; where it names several towns, the form asks which one."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.widgets import Script
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import Filters
from rooted.places.finding import LONGEST, towns_called
from rooted.places.models import Town

NONE_OF_THESE = "none"


@dataclass(frozen=True)
class Whereabouts:
    """What was written, and the town it names if there is one."""

    text: str
    town: Town | None = None

    def __str__(self) -> str:
        return self.text


class TownInput(forms.TextInput):
    """A line to write in; once the text names several towns, these as choices below it.

    With script, the browser offers towns while one types: the page of towns fills a <datalist>.
    """

    towns: tuple[Town, ...] = ()

    @property
    def media(self) -> forms.Media:
        scripts: list[Any] = [Script(path, defer=True) for path in ("vendor/htmx-2.0.11.min.js", "js/settings.js")]
        return forms.Media(js=scripts)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> tuple[str, str]:
        return data.get(name) or "", data.get(f"{name}-town") or ""

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data

    def format_value(self, value: Any) -> str:
        return value[0] if isinstance(value, tuple) else str(value or "")

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        offered = f"{name}-towns"
        asking = {
            "list": offered,
            "autocomplete": "off",
            "hx-get": f"{reverse('places:town-list')}?of={name}",
            "hx-trigger": "input changed delay:250ms",
            "hx-select": "#towns option",
            "hx-target": f"#{offered}",
            "hx-swap": "innerHTML",
        }
        written = super().render(name, value, {**(attrs or {}), **asking}, renderer)
        context = {"name": f"{name}-town", "towns": self.towns, "none_of_these": NONE_OF_THESE, "offered": offered}
        return written + self._render("places/_town_field.html", context, renderer)  # type: ignore[attr-defined]


class TownField(forms.CharField):
    """`cleaned_data` has a `Whereabouts`. Write it down as `.text`; point to `.town` where there is one."""

    widget = TownInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Town or area"))
        super().__init__(max_length=kwargs.pop("max_length", LONGEST), **kwargs)

    def clean(self, value: Any) -> Whereabouts:
        typed, chosen = value if isinstance(value, tuple) else (str(value or ""), "")
        text = super().clean(typed)
        if not text or chosen == NONE_OF_THESE:
            return Whereabouts(text)
        towns = towns_called(text)
        if len(towns) > 1:
            town = next((town for town in towns if str(town.pk) == chosen), None)
            if town is None:
                self.widget.towns = tuple(towns)
                raise ValidationError(_("There are several towns of this name. Choose yours below."), code="several")
            return Whereabouts(town.label[:LONGEST], town)
        return Whereabouts(text, towns[0] if towns else None)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(str(initial or ""), data[0] if isinstance(data, tuple) else data)


class TownSearchForm(Filters):
    """The beginning of a name."""

    q = forms.CharField(label=_("Town"), max_length=LONGEST, required=False)

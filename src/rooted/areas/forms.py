"""What members fill in."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rooted.areas import bounds
from rooted.base.versions import SeenForm
from rooted.places.countries import country_names
from rooted.places.forms import TownField
from rooted.records import branches
from rooted.struggles.forms import OneOf

LONGEST_TEXT = 8_000
NONE = ("", _("None"))
MARKS = _("An empty line begins a new paragraph. A line that begins with - is an item of a list, with # a heading.")


class TextForm(SeenForm):
    """One of the texts, and the number its writer had seen."""

    text = forms.CharField(
        label=_("Text"),
        help_text=MARKS,
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"autocomplete": "off"}),
    )


class BoundsForm(SeenForm):
    """What stays of the area, and one more town, country or region, and branch; `cleaned_data` has the bounds."""

    says_what_may_be_empty = False

    keep = forms.MultipleChoiceField(
        label=_("Ours so far"),
        help_text=_("Take the tick away from what no longer belongs to it."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    town = TownField(
        label=_("One more town"), help_text=_("A quarter or village: write the town it belongs to."), required=False
    )
    km = forms.TypedChoiceField(
        label=_("How far around it?"),
        coerce=int,
        initial=25,
    )
    land = OneOf(_("One more country or region"), first=NONE)
    branch = OneOf(_("One more branch of work"), branches.choices(), first=NONE)

    def __init__(self, data=None, *, kept, regions, **options):
        """`kept`: the bounds as they stand; `regions`: (country, name) of those the chronicle knows."""
        super().__init__(data, **options)
        posted = bounds.from_tokens(data.getlist("keep")) if data is not None else bounds.Bounds()
        known = bounds.from_tokens([*kept.tokens, *posted.tokens])
        self.fields["km"].choices = [(km, _("%(km)d km") % {"km": km}) for km in bounds.DISTANCES]
        words = bounds.words_of(known, bounds.towns_of(known))
        self.fields["keep"].choices = [(token, words[token]) for token in known.tokens if token in words]
        self.fields["land"].choices = [NONE, *lands_offered(regions)]
        if not self.fields["keep"].choices:
            del self.fields["keep"]

    def clean_town(self):
        whereabouts = self.cleaned_data["town"]
        if whereabouts.text and whereabouts.town is None:
            raise ValidationError(_("We know no town of this name. Write a larger one nearby, or choose a region."))
        return whereabouts

    def clean(self):
        cleaned = super().clean()
        town = cleaned["town"].town if cleaned.get("town") else None
        added = [f"town:{town.pk}:{cleaned['km']}"] if town and "km" in cleaned else []
        added += [f"{name}:{cleaned[name]}" for name in ("land", "branch") if cleaned.get(name)]
        if self.errors:
            return cleaned
        found = bounds.from_tokens([*cleaned.get("keep", []), *added])
        if (
            len(found.around) > bounds.MOST_TOWNS
            or len(found.lands) > bounds.MOST_LANDS
            or len(found.branches) > bounds.MOST_BRANCHES
        ):
            raise ValidationError(
                _("At most %(towns)d towns, %(lands)d countries and regions, %(branches)d branches. Take some out."),
                params={"towns": bounds.MOST_TOWNS, "lands": bounds.MOST_LANDS, "branches": bounds.MOST_BRANCHES},
            )
        return cleaned | {"bounds": found}


def lands_offered(regions):
    """Every country by its name, each followed by its regions, set in."""
    listed = []
    of_country = {}
    for country, name in regions:
        of_country.setdefault(country, []).append((f"{country}:{name}", f"– {name}"))
    for code, name in sorted(country_names().items(), key=lambda pair: pair[1]):
        listed += [(code, name), *of_country.get(code, [])]
    return listed

"""How a reader narrows the chronicle."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import Filters
from rooted.places.countries import country_name
from rooted.struggles import codes

ALL = ("", _("All"))


class FindForm(Filters):
    q = forms.CharField(label=_("Words"), required=False, max_length=200)
    country = forms.ChoiceField(label=_("Country"), required=False)
    year = forms.IntegerField(label=_("Year"), required=False, min_value=1, max_value=9999)
    form = forms.ChoiceField(label=_("What they did"), required=False)

    def __init__(self, *args, countries, **kwargs):
        super().__init__(*args, **kwargs)
        named = sorted(((code, country_name(code)) for code in countries), key=lambda pair: pair[1])
        self.fields["country"].choices = [ALL, *named]
        self.fields["form"].choices = [ALL, *codes.FORMS.items()]

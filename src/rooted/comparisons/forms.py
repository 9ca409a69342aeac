"""A question as a form: the filters of the list, and four plain parts more."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import Filters
from rooted.comparisons.crossing import ACROSS, Crossing
from rooted.comparisons.measures import MEASURES
from rooted.comparisons.question import Question, codes_given
from rooted.comparisons.traits import TRAITS
from rooted.struggles.finding import Selection
from rooted.struggles.forms import FindForm, OneOf

SPLITS = ("decade", "year", "month", "country", "branch", "size")


def listed(choices):
    """The choices of a list without “All”: the first is what stands there at the beginning."""
    first, *others = choices
    return {"choices": others, "first": first}


class QuestionForm(FindForm):
    """Each part has a value from the beginning: a form sent as it is asks a sensible question."""

    held = OneOf(_("Hold against each other"), **listed([(key, trait.label) for key, trait in TRAITS.items()]))
    asked = OneOf(_("Ask"), **listed([(key, measure.label) for key, measure in MEASURES.items()]))
    by = OneOf(_("Split up by"), [(key, TRAITS[key].label) for key in SPLITS], first=("", _("Nothing")))

    @property
    def among(self):
        """The fields that narrow down which records are asked about."""
        own = {"held", "asked", "by", "sort"}
        return [field for field in self.visible_fields() if field.name not in own]

    @property
    def narrowed(self):
        """Whether one of them is set."""
        return any(field.value() for field in self.among)

    def question(self, given):
        """The question of a form that is valid; `given`: the codes of groups in the address."""
        cleaned = self.cleaned_data
        held = cleaned["held"] or "led_by"
        among = Selection.from_cleaned(cleaned).but(sort="")
        return Question(among, held, cleaned["asked"] or "won", cleaned["by"], codes_given(held, given))


class CrossingForm(FindForm):
    """Two things that are crossed, among which records."""

    rows = OneOf(_("Down"), **listed([(key, TRAITS[key].label) for key in dict.fromkeys(["form", *TRAITS])]))
    columns = OneOf(_("Across"), **listed([(key, TRAITS[key].label) for key in ACROSS]))

    @property
    def among(self):
        """The fields that narrow down which records are asked about."""
        return [field for field in self.visible_fields() if field.name not in ("rows", "columns", "sort")]

    def crossing(self):
        """What is asked by a form that is valid."""
        among = Selection.from_cleaned(self.cleaned_data).but(sort="")
        return Crossing(among, self.cleaned_data["rows"] or "form", self.cleaned_data["columns"] or "outcome")


class OtherForm(Filters):
    """The words by which another record is found, to stand beside those chosen."""

    q = forms.CharField(label=_("Words"), required=False, max_length=200)

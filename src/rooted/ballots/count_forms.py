"""What tellers fill in: hands, how often each option got each grade, or piles of slips. It works without script.

All of them give `figures`, once valid: what slips.py and counting_hands.py call so.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.ballots.codes import LONGEST as LONGEST_CODE
from rooted.ballots.counting_hands import MOST_PRESENT
from rooted.ballots.methods import LABELS, LONGEST_REASON, RANK, SCORE
from rooted.ballots.slips import LETTERS, LONGEST_PILES, fixed_figures, key_of, line_of, piles_in
from rooted.base.forms import Form, fit_input, speak_plainly
from rooted.base.language import isolated

EXAMPLE = "12: A > B = C"  # read from left to right in every language
TYPED = ("present", "hands_", "piles", "slips", "rank_", "reason")  # what comes back with a code that was mistyped


def _number(label, most=MOST_PRESENT, least=0, required=True):
    attrs = {"inputmode": "numeric", "autocomplete": "off"}
    field = forms.IntegerField(
        label=label, min_value=least, max_value=most, required=required, widget=forms.TextInput(attrs=attrs)
    )
    speak_plainly(field)
    fit_input(field)
    return field


def _reason():
    field = forms.CharField(
        label=_("What is the reason?"),
        help_text=_("In their words. Write no name: nobody is registered here."),
        max_length=LONGEST_REASON,
        required=False,
        widget=forms.Textarea(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    speak_plainly(field)
    fit_input(field)
    return field


class CountForm(Form):
    """People present; then what one teller counted. The code travels along."""

    code = forms.CharField(widget=forms.HiddenInput, max_length=LONGEST_CODE)
    present = _number(gettext_lazy("People present"))

    def __init__(self, data=None, *, asked, code="", begun=None):
        super().__init__(data, initial={"code": code, **(begun or {})})
        self.asked = asked
        self.draw()

    def draw(self):
        """Put in the fields of this way to count."""
        for key, label in zip(fixed_figures(self.asked), self.labels(), strict=True):
            self.fields[f"hands_{key}"] = _number(label)
        if self.asked.how.objected:
            self.fields["reason"] = _reason()

    def labels(self):
        return self.asked.options or [LABELS[key] for key in self.asked.how.choices]

    @property
    def counted(self):
        """What counting_hands.count_hands takes of it."""
        said = {name: self.cleaned_data[name] for name in ("present", "reason") if name in self.cleaned_data}
        return said | {"figures": self.figures}

    @property
    def longer(self):
        """What comes back after it was sent, to be sent again: never the figures, which are counted anew."""
        return {"reason": self.cleaned_data.get("reason", "")}

    @property
    def figures(self):
        return {key: self.cleaned_data[f"hands_{key}"] or 0 for key in fixed_figures(self.asked)}


class GradesForm(CountForm):
    """Scores: on how many slips each option got 5, 4, 3, 2, 1. What is left empty is nobody."""

    def draw(self):
        for key in fixed_figures(self.asked):
            option, _colon, grade = key.partition(":")
            self.fields[f"hands_{key}"] = _number(f"{self.asked.options[int(option)]}: {grade}", required=False)


class PilesForm(CountForm):
    """Rankings: one pile of equal slips at a time, added to the lines of all that were typed."""

    def draw(self):
        names = self.asked.names
        self.fields["slips"] = _number(_("How many slips are in the next pile?"), least=1, required=False)
        for number, name in enumerate(names):
            label = f"{LETTERS[number]}. {name}"
            self.fields[f"rank_{number}"] = _number(label, most=len(names), least=1, required=False)
        how = _("One a line: how many slips, then their order. 12: A > B = C")
        piles = forms.CharField(
            label=_("The piles so far"),
            help_text=how.replace(EXAMPLE, isolated(EXAMPLE)),
            required=False,
            max_length=LONGEST_PILES,
            widget=forms.Textarea(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        )
        speak_plainly(piles)
        fit_input(piles)
        piles.widget.attrs["dir"] = "ltr"
        self.fields["piles"] = piles

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            self._add(cleaned)
        return cleaned

    def _add(self, cleaned):
        """Put the next pile, if there is one, to the others."""
        given = {number: cleaned[f"rank_{number}"] for number in range(len(self.asked.names))}
        order = sorted({rank for rank in given.values() if rank})
        lines = cleaned["piles"]
        if bool(order) != bool(cleaned["slips"]):
            self.add_error("slips", _("A pile needs both: how many slips, and the order that stands on them."))
            return
        if order:
            key = key_of([[one for one, rank in given.items() if rank == place] for place in order])
            lines = f"{lines}\n{line_of(key, cleaned['slips'])}".strip()
        try:
            self.piles = piles_in(lines, len(self.asked.names))
        except ValidationError as refusal:
            self.add_error("piles", refusal)

    def added(self):
        """The same form for the pile after this one; nothing is counted yet."""
        begun = {"present": self.cleaned_data["present"], "piles": self.lines}
        return type(self)(asked=self.asked, code=self.cleaned_data["code"], begun=begun)

    @property
    def lines(self):
        """All piles, one a line."""
        return "\n".join(line_of(key, slips) for key, slips in self.piles.items())

    @property
    def longer(self):
        return {"piles": self.lines}

    @property
    def figures(self):
        return self.piles


def count_form(asked, data=None, **options):
    """The form for what is asked."""
    kind = {RANK: PilesForm, SCORE: GradesForm}.get(asked.how.form, CountForm)
    return kind(data, asked=asked, **options)

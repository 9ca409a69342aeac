"""What electors and tellers fill in. One form for every method: it works without script, with a keyboard, on paper."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.ballots.codes import LONGEST as LONGEST_CODE
from rooted.ballots.methods import APPROVE, HIGHEST_SCORE, LONGEST_REASON, RANK, SCORE, STAND
from rooted.base.forms import EMPTY_IS_FINE, Form, fit_input, speak_plainly

WRONG_CODE = gettext_lazy("No sitting here has this code. Check each word or number, then type it again.")
HOW = [("phone", gettext_lazy("By phone")), ("paper", gettext_lazy("On paper"))]


class VoteForm(Form):
    """A vote on one question. `given`: what this elector chose before (reading.Given), to begin with.

    Its fields follow from the method; cleaned_data has `choice` as methods.py describes it, and `reason`. With
    `entered` it is somebody else's vote: cleaned_data has `how` too.
    """

    def __init__(self, data=None, *, asked, given=None, entered=False):
        self.asked = asked
        chosen = given.choice if given is not None else None
        super().__init__(data, initial=self._begin(chosen) | {"reason": given.reason if given is not None else ""})
        for name, field in self._questions():
            speak_plainly(field)
            fit_input(field)
            self.fields[name] = field
        if entered:
            self.fields["how"] = _radio(_("How did the vote come?"), HOW)

    def _questions(self):
        draw = {STAND: self._stands, APPROVE: self._approvals, SCORE: self._scores, RANK: self._ranks}
        yield from draw[self.asked.how.form]()
        yield "reason", forms.CharField(
            label=_("Your reason"),
            help_text=EMPTY_IS_FINE if self.asked.method not in {"consent", "consensus"} else _(
                "Needed if you object or block. All members read it."
            ),
            max_length=LONGEST_REASON,
            required=False,
            widget=forms.Textarea(attrs={"autocomplete": "off", "dir": "auto"}),
        )  # fmt: skip

    def _stands(self):
        yield "choice", _radio(_("Your vote"), self.asked.how.labels())

    def _approvals(self):
        yield (
            "choice",
            forms.MultipleChoiceField(
                label=_("What you can live with"),
                help_text=_("Tick as many as you want."),
                choices=[(str(number), name) for number, name in enumerate(self.asked.names)],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            ),
        )

    def _scores(self):
        for number, name in enumerate(self.asked.names):
            yield (
                f"score_{number}",
                forms.TypedChoiceField(
                    label=name,
                    coerce=int,
                    choices=[(score, str(score)) for score in range(HIGHEST_SCORE + 1)],
                    initial=0,
                    widget=forms.Select,
                ),
            )

    def _ranks(self):
        for number, name in enumerate(self.asked.names):
            yield (
                f"rank_{number}",
                forms.IntegerField(label=name, required=False, min_value=1, max_value=len(self.asked.names)),
            )

    def _begin(self, chosen):
        """The fields' values for a choice made before."""
        form = self.asked.how.form
        if chosen is None:
            return {}
        if form == SCORE:
            return {f"score_{number}": score for number, score in enumerate(chosen)}
        if form == RANK:
            return {f"rank_{one}": rank for rank, together in enumerate(chosen, 1) for one in together}
        return {"choice": [str(one) for one in chosen] if form == APPROVE else chosen}

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            cleaned["choice"] = self._choice(cleaned)
        return cleaned

    def _choice(self, cleaned):
        form, names = self.asked.how.form, self.asked.names
        if form == SCORE:
            return [cleaned[f"score_{number}"] for number in range(len(names))]
        if form == APPROVE:
            return [int(one) for one in cleaned["choice"]]
        if form != RANK:
            return cleaned["choice"]
        given = {number: cleaned[f"rank_{number}"] for number in range(len(names)) if cleaned[f"rank_{number}"]}
        if not given:
            raise ValidationError(_("Write 1 beside the one you want most. The others can stay empty."))
        return [[one for one, rank in given.items() if rank == place] for place in sorted(set(given.values()))]


def _radio(label, choices):
    field = forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)
    speak_plainly(field)
    return field


class CodeForm(Form):
    """The code of one teller."""

    code = forms.CharField(
        label=gettext_lazy("Your code"),
        help_text=gettext_lazy("Three words or twelve digits, from your sheet."),
        max_length=LONGEST_CODE,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )

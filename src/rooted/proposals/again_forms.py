"""What members fill in to ask again: all that will be asked, filled from what was asked before."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rooted.ballots.methods import DRAW, METHODS
from rooted.proposals.forms import ProposalForm
from rooted.proposals.opening_forms import ClosesForm


class AgainForm(ClosesForm, ProposalForm):
    """Words, what can be chosen and what follows; the way to decide stays. `asks`: until when members can vote."""

    field_order = ["title", "text", "options", "closes_on", "closes_clock", "burn_days", *ProposalForm.more]

    def __init__(self, data=None, *, before, asks, **options):
        super().__init__(data, **options)
        self.before, self.asks = before, asks
        self.fields["closes_on"].help_text = ""
        for name in self._idle():
            del self.fields[name]
        if before.rules:
            self.fields["text"].widget = forms.HiddenInput()

    def _idle(self):
        idle = {"method"} if self.way().options else {"method", "options"}
        closes = self.asks and self.way().form != DRAW
        return idle | (set() if closes else {"closes_on", "closes_clock"})

    def way(self):
        return METHODS[self.before.method]

    def clean(self):
        cleaned = super().clean()
        if "closes_on" in self.fields and not cleaned.get("closes_on") and "closes_on" not in self.errors:
            self.add_error("closes_on", _("Say until when members can vote."))
        return cleaned

    def anew(self, data):
        return type(self)(data, before=self.before, asks=self.asks)

    def draft(self):
        self.cleaned_data.setdefault("options", ())
        self.cleaned_data["method"] = self.before.method
        return super().draft()

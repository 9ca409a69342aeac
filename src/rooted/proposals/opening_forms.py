"""What members fill in to open a vote."""

from datetime import datetime, timedelta
from fractions import Fraction

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rooted.ballots.methods import DRAW, METHODS, Rules
from rooted.ballots.result import MAJORITIES
from rooted.base.versions import SeenForm
from rooted.proposals.clock import moment
from rooted.proposals.forms import (
    MOST_PEOPLE,
    InParts,
    Lines,
    day_input,
    one_line,
)
from rooted.proposals.voting import Opening
from rooted.rules.rules import MODES

MOST_SITTINGS = 50
LONGEST_VOTE = timedelta(days=366)
EVENING = "20:00"


class ClosesForm(SeenForm):
    """Until when one can vote, in the reader's own time."""

    closes_on = forms.DateField(
        label=_("Until which day?"),
        help_text=_("Needed where members vote here. Sittings have their own hours."),
        required=False,
        widget=day_input(),
    )
    closes_clock = forms.TimeField(
        label=_("Until what time?"),
        help_text=_("In the time you have chosen for these pages. Left empty, it is eight in the evening."),
        required=False,
        widget=forms.TimeInput(attrs={"autocomplete": "off"}),
    )

    def clean(self):
        cleaned = super().clean()
        until = self.closes_at()
        if until and not timezone.now() < until <= timezone.now() + LONGEST_VOTE:
            self.add_error("closes_on", _("Choose a moment that is still to come, within a year."))
        return cleaned

    def closes_at(self):
        """The moment with its zone, or None."""
        day, clock = (self.cleaned_data.get(name) for name in ("closes_on", "closes_clock"))
        if day is None:
            return None
        clock = clock or datetime.strptime(EVENING, "%H:%M").time()  # noqa: DTZ007  a clock of the reader's own zone
        return moment(day, clock)


class ShareField(forms.CharField):
    """A share as two numbers: 3/5. Gives a Fraction."""

    def clean(self, value):
        text = super().clean(value).replace(" ", "")
        if not text:
            return None
        try:
            numerator, denominator = (int(part) for part in text.split("/"))
            share = Fraction(numerator, denominator)
        except (ValueError, ZeroDivisionError):
            raise ValidationError(_("Write it as two numbers: 3/5.")) from None
        if not Fraction(1, 2) <= share <= 1 or denominator > 1_000:
            raise ValidationError(_("The share is at least one half and at most the whole."))
        return share


def people(label, least=0, **options):
    return forms.IntegerField(label=label, min_value=least, max_value=MOST_PEOPLE, required=False, **options)


class OpenForm(InParts, ClosesForm):
    """How a vote is opened. Fields that the method has no use for are left out."""

    mode = forms.ChoiceField(label=_("How do we vote?"), choices=list(MODES.items()), widget=forms.RadioSelect)
    sittings = Lines(
        label=_("In which sittings?"),
        help_text=_("Only for hands, cards or slips: one sitting a line, for example by its shift."),
        most=MOST_SITTINGS,
        longest=80,
    )
    share = ShareField(
        label=_("Which share must say yes?"), help_text=_("For example 3/5."), max_length=9, widget=one_line()
    )
    seats = people(_("How many are chosen?"), least=1)
    seed = forms.CharField(
        label=_("Where does the number for the lots come from?"),
        help_text=_(
            "Agree on a number nobody can know yet, and on its order: for example the lottery numbers of next "
            "Saturday, the smallest first. Two of you type it, then lots are drawn."
        ),
        max_length=200,
        widget=one_line(),
    )
    quorum = people(_("How many must take part, so that it counts?"), help_text=_("Left empty, any number is enough."))
    quorum_each = people(_("How many must be present in each sitting?"))
    pledges = people(_("How many must say yes?"), help_text=_("For example: we walk out if 200 say so."))
    majority_each = forms.BooleanField(label=_("It must hold in each sitting too"), required=False)
    closed_until_last = forms.BooleanField(
        label=_("Show no sitting's figures before the last one has counted"), required=False
    )

    minutes_burn = forms.BooleanField(
        label=_("Erase its assembly and the minutes of its sittings on the same day"),
        help_text=_("They tell what was decided, and by whom. Untick it only if none of that stands in them."),
        required=False,
        initial=True,
    )
    urgent = forms.BooleanField(
        label=_("It is urgent: we shorten the time our rules ask for"),
        help_text=_("This is said on the vote, to all members, and in the register."),
        required=False,
    )

    more = ("quorum_each", "pledges", "majority_each", "closed_until_last")
    first = ("mode", "sittings", "share", "seats", "seed", "closes_on", "closes_clock", "quorum")
    field_order = [*first, "urgent", "minutes_burn", *more]

    def __init__(self, data=None, *, method, rules=None, minutes=False, **options):
        """`rules`: the group's own, which the opening is held to, or None. `minutes`: it burns, and was put to an
        assembly.
        """
        super().__init__(data, **options)
        self.method, self.rules, self.minutes = METHODS[method], rules, minutes
        for name in self._idle():
            del self.fields[name]
        if not self.method.by_hand:
            self.fields["mode"].choices = [("members", MODES["members"])]
        elif rules is not None:
            taken = [(key, words) for key, words in MODES.items() if rules.takes(key, by_hand=True)]
            self.fields["mode"].choices = taken

    def anew(self, data):
        return type(self)(data, method=self.method.key, rules=self.rules, minutes=self.minutes)

    def _idle(self):
        idle = set() if self.method.by_hand else {"sittings", "quorum_each", "majority_each", "closed_until_last"}
        idle |= set() if self.method.key in MAJORITIES else {"pledges", "majority_each"}
        idle |= set() if self.method.key == "share" else {"share"}
        idle |= set() if self.minutes else {"minutes_burn"}
        idle |= {"closes_on", "closes_clock", "quorum"} if self.method.form == DRAW else {"seed"}
        idle |= set() if self.rules is not None else {"urgent"}
        return idle | (set() if self.method.key in {"ranked-several", "lots"} else {"seats"})

    def clean(self):
        cleaned = super().clean()
        mode, drawn = cleaned.get("mode"), self.method.form == DRAW
        if mode == "hands" and not cleaned.get("sittings") and "sittings" not in self.errors:
            self.add_error("sittings", _("Name at least one sitting."))
        if mode == "members" and not drawn and not cleaned.get("closes_on") and "closes_on" not in self.errors:
            self.add_error("closes_on", _("Say until when members can vote."))
        return cleaned

    def opening(self, language):
        """What was chosen; the tellers' codes are words of `language`."""
        typed = self.cleaned_data
        share = typed.get("share") or Fraction(1, 2)
        numbers = {name: typed.get(name) or 0 for name in ("quorum", "quorum_each", "pledges")}
        hands = typed["mode"] == "hands"
        numbers["quorum_each"] *= hands
        rules = Rules(
            share=(share.numerator, share.denominator),
            seats=typed.get("seats") or 1,
            seed=typed.get("seed") or "",
            urgent=typed.get("urgent", False),
            majority_each=hands and typed.get("majority_each", False),
            closed_until_last=hands and typed.get("closed_until_last", False),
            **numbers,
        )
        sittings = [(name, language) for name in typed.get("sittings", ())] if hands else []
        stay = self.minutes and not typed["minutes_burn"]
        return Opening(typed["mode"], rules, self.closes_at(), sittings, stay)

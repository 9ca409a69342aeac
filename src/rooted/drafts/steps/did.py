"""What they did: forms and numbers, single actions, days and sites."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rooted.drafts.as_text import action_words
from rooted.drafts.draft import Draft
from rooted.drafts.kept_back import ACTIONS, DAYS, FORMS, NUMBERS
from rooted.drafts.notworked import MOST_DAYS, Stretch, days_not_worked, stretches
from rooted.drafts.steps.form import (
    Block,
    Rows,
    StepForm,
    as_it_was,
    chosen,
    day_fields,
    day_shown,
    day_typed,
    keep_field,
    line,
    low_to_high,
    number,
    ticks,
)
from rooted.drafts.steps.who import OWN_WORDS, coded, own_words, with_codes, with_other
from rooted.records import codes
from rooted.records.record import Action, Day
from rooted.struggles.plain import LARGEST

AT_LEAST, AT_MOST = _("At least"), _("At most")
PARTS_OF_A_DAY = [
    ("100", _("The whole day")),
    ("75", _("Three quarters of the day")),
    ("50", _("Half the day")),
    ("25", _("A quarter of the day")),
    ("12", _("An hour")),
]


class DidForm(StepForm):
    """Forms, whether it was only a threat, how many."""

    keeps = (FORMS, NUMBERS)
    NUMBERS = ("estimate_low", "estimate_high", "indirect_low", "indirect_high")

    def own(self) -> dict[str, forms.Field]:
        only = _("It was only threatened and did not come to it")
        return {
            "forms": ticks(_("What did they do?"), with_other(self.draft, "form")),
            "forms_words": line(OWN_WORDS, 400),
            "threatened_only": forms.BooleanField(label=only, required=False),
            "estimate_low": number(AT_LEAST),
            "estimate_high": number(AT_MOST),
            "estimate_unit": chosen(_("What is counted"), codes.UNITS),
            "estimate_source": line(_("Who says so?"), 200, _("For example: the committee; the firm says fewer.")),
            "indirect_low": number(AT_LEAST),
            "indirect_high": number(AT_MOST),
        }

    def blocks(self) -> tuple[Block, ...]:
        direct = ("estimate_low", "estimate_high", "estimate_unit")
        hint = _("If you know the number, write it into both. What you do not know stays empty.")
        stood = _("How many could not work because of it, without taking part?")
        return (
            Block(("forms", "forms_words", "threatened_only", keep_field(FORMS))),
            Block(direct, _("How many took part?"), hint, short=True),
            Block(("estimate_source",)),
            Block(("indirect_low", "indirect_high"), stood, short=True),
        )

    @classmethod
    def shown(cls, draft: Draft) -> dict[str, Any]:
        record = draft.record
        names = (*cls.NUMBERS, "estimate_unit", "estimate_source", "threatened_only")
        values = {name: getattr(record, name) for name in names}
        return values | {"forms": coded(draft, "form"), "forms_words": own_words(draft, "form")}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        low_to_high(self, "estimate_low", "estimate_high")
        low_to_high(self, "indirect_low", "indirect_high")
        return cleaned

    def write(self, draft: Draft) -> Draft:
        typed = self.cleaned_data
        changed = with_codes(draft, {"form": (typed["forms"], typed["forms_words"])})
        values = {name: typed[name] for name in (*self.NUMBERS, "estimate_source", "threatened_only")}
        unit = typed["estimate_unit"] or "people"
        return replace(changed, record=replace(changed.record, **values, estimate_unit=unit))


def form_choices() -> list[tuple[str, Any]]:
    return [("", ""), *codes.FORMS.items()]


def action_fields(_draft: Draft) -> dict[str, forms.Field]:
    return {
        "form": chosen(_("What was it?"), form_choices),
        "words": line(_("In a few words"), 500),
        **day_fields("from", (_("From: day"), _("From: month"), _("From: year"))),
        **day_fields("to", (_("To: day"), _("To: month"), _("To: year"))),
        "low": number(AT_LEAST),
        "high": number(AT_MOST),
    }


class ActionsForm(StepForm):
    """Single stoppages and other actions of the dispute, each with its own days and numbers."""

    keeps = (ACTIONS,)
    lists = (
        Rows(
            "actions", _("One action after the other"), _("Action %(number)d"), action_fields, ("form", "words"),
            least=2,
            hint=_("Only if there were several, or if one of them had its own days or numbers."),
            short=(tuple(day_fields("from")), tuple(day_fields("to")), ("low", "high")),
        ),
    )  # fmt: skip

    @classmethod
    def shown(cls, draft: Draft) -> dict[str, Any]:
        return {"actions": [_action_shown(action) for action in draft.record.actions]}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.made = []
        for at, row in self.rows("actions"):
            prefix = f"actions-{at}-"
            if not row.get("form"):
                self.add_error(f"{prefix}form", _("Choose what it was."))
            begun = day_typed(self, "from", row, prefix=prefix)
            ended = day_typed(self, "to", row, prefix=prefix)
            low_to_high(self, f"{prefix}low", f"{prefix}high")
            self.made.append((at, row, begun, ended))
        return cleaned

    def write(self, draft: Draft) -> Draft:
        stood = draft.record.actions
        actions = []
        for at, row, begun, ended in self.made:
            before = stood[at] if at < len(stood) else Action(row["form"])
            first = as_it_was(begun, (before.started_on, before.started_precision), exact=False)
            last = as_it_was(ended, (before.ended_on, before.ended_precision), exact=False)
            actions.append(Action(row["form"], *first, *last, row["low"], row["high"], row["words"] or "", before.days))
        return replace(draft, record=counted(replace(draft.record, actions=tuple(actions)), draft.record))


def _action_shown(action: Action) -> dict[str, Any]:
    return {
        "form": action.form,
        "words": action.words,
        **day_shown("from", action.started_on, action.started_precision),
        **day_shown("to", action.ended_on, action.ended_precision),
        "low": action.workers_low,
        "high": action.workers_high,
    }


def of_which_action(draft: Draft) -> list[tuple[str, Any]]:
    """The actions days can belong to: those written down, else one of the forms the record has, else any."""
    if draft.record.actions:
        return [(str(at), action_words(action)) for at, action in enumerate(draft.record.actions)]
    known = coded(draft, "form") or list(codes.FORMS)
    return [(code, codes.FORMS[code]) for code in known]


def parts_of_a_day(draft: Draft) -> list[tuple[str, Any]]:
    """The usual parts, and any other that a record from elsewhere has."""
    there = {day.percent for action in draft.record.actions for day in action.days}
    usual = dict(PARTS_OF_A_DAY)
    others = [(str(one), f"{one} %") for one in sorted(there) if str(one) not in usual]
    return [*PARTS_OF_A_DAY, *others]


def stretch_fields(draft: Draft) -> dict[str, forms.Field]:
    day = {"autocomplete": "off"}
    return {
        "first": forms.DateField(label=_("From day"), required=False, widget=forms.DateInput(attrs=day)),
        "last": forms.DateField(
            label=_("To day"), required=False, widget=forms.DateInput(attrs=day)
        ),
        "weekdays": forms.BooleanField(label=_("Without Saturdays and Sundays"), required=False),
        "site": line(_("At which site?"), 200),
        "low": number(_("Out: at least")),
        "high": number(_("Out: at most")),
        "percent": forms.TypedChoiceField(

            label=_("How much of the day?"),
            choices=parts_of_a_day(draft),
            coerce=int,
            required=False,
            empty_value="100",

        ),
        "estimated": forms.BooleanField(label=_("These numbers are an estimate"), required=False, initial=True),
        "action": chosen(_("Which action was it?"), of_which_action(draft)),
    }  # fmt: skip


class DaysForm(StepForm):
    """Who was out on which days and at which sites; the days not worked follow from it."""

    keeps = (DAYS,)
    lists = (
        Rows(
            "days", _("Who was out on which days?"), _("Days %(number)d"), stretch_fields, ("first", "last"), least=1,
            short=(("low", "high"),),
            hint=_("From this we count the days not worked. Of a single day, write the first box only."),
        ),
    )  # fmt: skip

    def own(self) -> dict[str, forms.Field]:
        return {"days_low": number(AT_LEAST), "days_high": number(AT_MOST)}

    def blocks(self) -> tuple[Block, ...]:
        title = _("Or does a source give the number of days not worked?")
        return (Block(("days_low", "days_high"), title, _("It counts only while no days stand above."), short=True),)

    @classmethod
    def shown(cls, draft: Draft) -> dict[str, Any]:
        record = draft.record
        rows = [
            _stretch_shown(stretch, str(at)) for at, one in enumerate(record.actions) for stretch in stretches(one.days)
        ]
        given = {} if rows else {"days_low": record.days_low, "days_high": record.days_high}
        return {"days": rows, **given}

    @classmethod
    def part(cls, draft: Draft) -> Any:
        return super().part(draft), len(draft.record.actions)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        low_to_high(self, "days_low", "days_high")
        self.made = [(row["action"], made) for at, row in self.rows("days") if (made := self._stretch(at, row))]
        if sum(len(made.days) for _action, made in self.made) > MOST_DAYS:
            self.add_error(None, _("These are too many days. Write the number of days not worked below instead."))
        return cleaned

    def _stretch(self, at: int, row: dict[str, Any]) -> Stretch | None:
        first, last = row.get("first") or row.get("last"), row.get("last") or row.get("first")
        if first is None or last is None:
            return None
        if last < first:
            self.add_error(f"days-{at}-last", _("This is before the first day."))
            return None
        if (last - first).days > MOST_DAYS:
            self.add_error(f"days-{at}-last", _("Write at most 400 days in one line."))
            return None
        low_to_high(self, f"days-{at}-low", f"days-{at}-high")
        numbers = (row.get("low"), row.get("high"), int(row.get("percent") or 100))
        made = Stretch(first, last, row.get("site") or "", *numbers, bool(row["estimated"]), bool(row["weekdays"]))
        if not made.days:
            self.add_error(f"days-{at}-weekdays", _("Only a Saturday or Sunday is left. Untick this."))
            return None
        return made

    def write(self, draft: Draft) -> Draft:
        typed, actions = self.cleaned_data, list(draft.record.actions)
        if self.made and not actions:
            actions = [Action(code) for code in dict.fromkeys(action or "strike" for action, _made in self.made)]
            places = {action.form: at for at, action in enumerate(actions)}
            found = [(places[action or "strike"], made) for action, made in self.made]
        else:
            found = [(int(action) if action else 0, made) for action, made in self.made]
        days: dict[int, list[Day]] = {at: [] for at in range(len(actions))}
        for at, made in found:
            days[at] += made.days
        changed = tuple(replace(action, days=tuple(days[at])) for at, action in enumerate(actions))
        given = replace(draft.record, days_low=typed["days_low"], days_high=typed["days_high"], days_estimated=True)
        return replace(draft, record=counted(replace(given, actions=changed)))


def _stretch_shown(one: Stretch, action: str) -> dict[str, Any]:
    return {
        "first": one.first,
        "last": one.last,
        "weekdays": one.weekdays,
        "site": one.site,
        "low": one.workers_low,
        "high": one.workers_high,
        "percent": str(one.percent),
        "estimated": one.estimated,
        "action": action,
    }


def counted(record: Any, before: Any = None) -> Any:
    """`record` with the days not worked that follow from its days; without any, what a source gave stays.

    `before`: the record before actions were taken out of it; a figure that was counted from them goes with them.
    """
    days = [day for action in record.actions for day in action.days]
    if days:
        total = days_not_worked(days)
        low, high = (min(one, LARGEST) if one is not None else None for one in (total.low, total.high))
        return replace(record, days_low=low, days_high=high, days_estimated=total.estimated)
    if before is not None and any(action.days for action in before.actions):
        return replace(record, days_low=None, days_high=None, days_estimated=True)
    return record

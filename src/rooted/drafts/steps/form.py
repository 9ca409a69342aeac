"""One page of writing: fields in blocks, and lists of rows that grow without script."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import Form, fit_input, speak_plainly
from rooted.drafts.dates import Impossible, Parts, boxes, known
from rooted.drafts.draft import Draft
from rooted.drafts.kept_back import BEGAN, FORMS, NUMBERS, PLACES, TITLE
from rooted.struggles.plain import LARGEST

Words = Any  # text, or text that is translated when it is shown
ONE_MORE = "more"  # the button that adds a row and saves nothing
LATER_THAN_HIGH = _("The lowest number is above the highest. Change one of them.")
IMPOSSIBLE: dict[str, Words] = {
    "year": _("Write the year, too."),
    "month": _("Choose the month, too, or leave the day empty."),
    "day": _("This month has no such day."),
}


@dataclass(frozen=True)
class Block:
    """Fields that stand together; `short` ones side by side."""

    names: tuple[str, ...]
    title: Words = ""
    hint: Words = ""
    short: bool = False


@dataclass(frozen=True)
class Rows:
    """A list inside a page. `fields` makes those of one row; a row in which all of `filled` is empty is none."""

    name: str
    title: Words
    one: Words  # "Employer %(number)d"
    fields: Callable[[Draft], dict[str, forms.Field]]
    filled: tuple[str, ...]
    least: int = 3
    most: int = 40
    hint: Words = ""
    short: tuple[tuple[str, ...], ...] = ()  # which of them stand side by side
    extra: Words = field(default=_("One more row"))


class StepForm(Form):
    """A step: reads what it shows from a draft, and gives the draft back with what was typed."""

    lists: tuple[Rows, ...] = ()
    lists_after = 0  # how many blocks stand above the lists
    keeps: tuple[str, ...] = ()  # marks: what of this page can be kept back while it goes on
    says_what_may_be_empty = False
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=1_000_000, required=False)

    def __init__(self, data: Any = None, *, draft: Draft, initial: dict[str, Any] | None = None) -> None:
        self.draft = draft
        shown = self.shown(draft) | (initial or {})
        super().__init__(data, initial=shown)
        for name, made in (self.own() | self._ticks_to_keep()).items():
            self._add(name, made)
        self.many = {rows.name: self._how_many(rows, data, shown) for rows in self.lists}
        for rows in self.lists:
            self._add_rows(rows, shown.get(rows.name, []))

    def own(self) -> dict[str, forms.Field]:
        """The fields outside of lists, in their order."""
        return {}

    @classmethod
    def shown(cls, draft: Draft) -> dict[str, Any]:
        """What stands in the fields for this draft; a list of dicts for each of `lists`."""
        raise NotImplementedError

    def write(self, draft: Draft) -> Draft:
        """`draft` with what was typed here, and everything else as it is; what is kept back is left to `put`."""
        raise NotImplementedError

    def put(self, draft: Draft) -> Draft:
        """`draft` with all of this page."""
        asked = {mark: keep_field(mark) for mark in self.keeps if keep_field(mark) in self.fields}
        ticked = {mark for mark, name in asked.items() if self.cleaned_data.get(name)}
        written = self.write(draft)
        return replace(written, kept=written.kept - asked.keys() | ticked)

    @classmethod
    def part(cls, draft: Draft) -> Any:
        """What this step alone writes: if it is equal in two versions, nobody changed it meanwhile."""
        return cls.shown(draft), draft.kept & set(cls.keeps)

    def asks_to_keep(self, mark: str) -> bool:
        """Whether the page asks it: while it may go on, and wherever it is marked."""
        return self.draft.may_run or mark in self.draft.kept

    def _ticks_to_keep(self) -> dict[str, forms.Field]:
        asked = [mark for mark in self.keeps if self.asks_to_keep(mark)]
        for mark in asked:
            self.initial[keep_field(mark)] = mark in self.draft.kept
        return {keep_field(mark): tick_to_keep(mark) for mark in asked}

    def blocks(self) -> tuple[Block, ...]:
        """The fields outside of lists as they stand together."""
        return (Block(tuple(self.own())),)

    def _how_many(self, rows: Rows, data: Any, shown: dict[str, Any]) -> int:
        if data is None:
            return min(rows.most, max(rows.least, len(shown.get(rows.name, [])) + 1))
        typed = re.compile(rf"{rows.name}-(\d{{1,3}})-")
        last = max((int(found[1]) for name in data if (found := typed.match(name))), default=rows.least - 1)
        return min(rows.most, last + 1 + (data.get(ONE_MORE) == rows.name))

    def _add(self, name: str, made: forms.Field) -> None:
        speak_plainly(made)
        fit_input(made)
        self.fields[name] = made

    def _add_rows(self, rows: Rows, filled: list[dict[str, Any]]) -> None:
        for number in range(self.many[rows.name]):
            for name, made in rows.fields(self.draft).items():
                key = f"{rows.name}-{number}-{name}"
                self._add(key, made)
                if number < len(filled):
                    self.initial[key] = filled[number].get(name)

    def rows(self, name: str) -> list[tuple[int, dict[str, Any]]]:
        """What was typed into one list: the number of each row that is not empty, and its values."""
        (rows,) = [one for one in self.lists if one.name == name]
        found = []
        for number in range(self.many[name]):
            prefix = f"{name}-{number}-"
            keys = [key for key in self.fields if key.startswith(prefix)]
            values = {key.removeprefix(prefix): self.cleaned_data.get(key) for key in keys}
            if any(says_something(values.get(key)) for key in rows.filled):
                found.append((number, values))
        return found

    def kept_typed(self) -> None:
        """Show again what was typed, without looking for mistakes: somebody asked for one more row."""
        self.full_clean()
        self._errors = ErrorDict()

    def drawn(self) -> Iterator[dict[str, Any]]:
        """What the template shows, from top to bottom: blocks and lists, each with its bound fields."""
        blocks = [
            {"block": block, "fields": [self[name] for name in block.names if name in self.fields]}
            for block in self.blocks()
        ]
        placed = {name for block in self.blocks() for name in block.names}
        yield from blocks[: self.lists_after]
        for rows in self.lists:
            names = list(rows.fields(self.draft))
            drawn = [self._row(rows, names, number) for number in range(self.many[rows.name])]
            yield {"list": rows, "rows": drawn, "full": self.many[rows.name] >= rows.most}
        yield from blocks[self.lists_after :]
        left = [self[name] for name in map(keep_field, self.keeps) if name in self.fields.keys() - placed]
        if left:
            yield {"block": Block(()), "fields": left}

    def _row(self, rows: Rows, names: list[str], number: int) -> dict[str, Any]:
        lines, beside = [], {name: line for line in rows.short for name in line}
        for name in names:
            line = beside.get(name, (name,))
            if name == line[0]:
                fields = [self[f"{rows.name}-{number}-{one}"] for one in line]
                lines.append({"short": len(line) > 1, "fields": fields})
        return {"name": str(rows.one) % {"number": number + 1}, "lines": lines}


KEEP = _("Keep this back while it still goes on")
KEEP_WHAT: dict[str, tuple[Words, Words]] = {
    TITLE: (
        _("Keep the title back while it still goes on"),
        _("Strangers then read a title made of what they may know: what was done, and where."),
    ),
    BEGAN: (
        _("Keep the first day back while it still goes on"),
        _("Strangers then read the month only, also of single actions. Their days are kept back, too."),
    ),
    PLACES: (
        _("Keep the places back while it still goes on"),
        _("Strangers then read of no place, not even the country. What you write elsewhere stays as you write it."),
    ),
    NUMBERS: (
        _("Keep the numbers back while it still goes on"),
        _("Also those of single actions and days, and who says so."),
    ),
    FORMS: (KEEP, _("Single actions and their days are kept back, too.")),
}


def keep_field(mark: str) -> str:
    """The name of the box that keeps a part back."""
    return f"keep-{mark}"


def tick_to_keep(mark: str) -> forms.BooleanField:
    label, hint = KEEP_WHAT.get(mark, (KEEP, ""))
    return forms.BooleanField(label=label, help_text=hint, required=False)


def says_something(value: Any) -> bool:
    """Whether a field was filled; a Whereabouts without a text was not."""
    return value not in (None, False, []) and str(value) != ""


# Dates in three boxes and a list, numbers from low to high: asked in several steps

EXACT: list[tuple[str, Words]] = [
    ("", _("As I wrote it")),
    ("unclear", _("Perhaps only the month or year")),
    ("decade", _("The decade it falls in")),
    ("century", _("The century it falls in")),
]


def months() -> list[tuple[str, str]]:
    """January to December, and none."""
    return [("", ""), *((str(number), str(name)) for number, name in MONTHS.items())]


BOXES = (_("Day"), _("Month"), _("Year"))


def day_fields(name: str, labels: tuple[Words, ...] = BOXES, *, exact: bool = False) -> dict[str, forms.Field]:
    """Boxes for one day: `name`_day, `name`_month, `name`_year, and how exact it is where that is asked."""
    day, month, year = labels
    fields: dict[str, forms.Field] = {
        f"{name}_day": forms.IntegerField(label=day, required=False, min_value=1, max_value=31),
        f"{name}_month": forms.ChoiceField(label=month, required=False, choices=months),
        f"{name}_year": forms.IntegerField(label=year, required=False, min_value=1, max_value=9_998),
    }
    if exact:
        fields[f"{name}_exact"] = forms.ChoiceField(label=_("How exact?"), required=False, choices=EXACT)
    return fields


def day_shown(name: str, day: Any, precision: str) -> dict[str, Any]:
    """What stands in the boxes."""
    parts = boxes(day, precision)
    month = "" if parts.month is None else str(parts.month)
    values = {"day": parts.day, "month": month, "year": parts.year, "exact": parts.exact}
    return {f"{name}_{box}": value for box, value in values.items()}


def day_typed(form: Form, name: str, values: dict[str, Any], *, prefix: str = "") -> tuple[Any, str]:
    """The day and its precision; (None, "day") where nothing was typed or it is wrong, which is then said."""
    month = values.get(f"{name}_month")
    parts = Parts(
        values.get(f"{name}_year"), int(month) if month else None, values.get(f"{name}_day"),
        values.get(f"{name}_exact") or "",
    )  # fmt: skip
    try:
        return known(parts) or (None, "day")
    except Impossible as mistake:
        box = f"{prefix}{name}_{mistake.box}"
        if box not in form.errors:
            form.add_error(box, IMPOSSIBLE[mistake.box])
        return None, "day"


def as_it_was(typed: tuple[Any, str], stood: tuple[Any, str], *, exact: bool = True) -> tuple[Any, str]:
    """What stood there, where the boxes say the same: a decade keeps the day it came with.

    `exact`: whether the page asks how exact it is; what it does not ask, it does not change.
    """
    now, then = boxes(*typed), boxes(*stood)
    return stood if now == then or (not exact and now == replace(then, exact="")) else typed


def number(label: Words, hint: Words = "") -> forms.IntegerField:
    """How many, from 1 on; what is not known stays empty."""
    return forms.IntegerField(label=label, help_text=hint, required=False, min_value=1, max_value=LARGEST)


def low_to_high(form: Form, low: str, high: str) -> None:
    """Say it where the lowest number is above the highest."""
    lowest, highest = form.cleaned_data.get(low), form.cleaned_data.get(high)
    if lowest is not None and highest is not None and lowest > highest:
        form.add_error(low, LATER_THAN_HIGH)


def line(label: Words, length: int, hint: Words = "", *, required: bool = False) -> forms.CharField:
    """One line of text."""
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, help_text=hint, max_length=length, required=required, widget=widget)


def text(label: Words, length: int, hint: Words = "") -> forms.CharField:
    """Several lines."""
    widget = forms.Textarea(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, help_text=hint, max_length=length, required=False, widget=widget)


def ticks(label: Words, choices: Any, hint: Words = "") -> forms.MultipleChoiceField:
    """Several of a list."""
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, help_text=hint, choices=choices, required=False, widget=widget)


def one_of(label: Words, choices: Any, hint: Words = "") -> forms.ChoiceField:
    """One of a few, all in sight."""
    return forms.ChoiceField(label=label, help_text=hint, choices=choices, required=False, widget=forms.RadioSelect)


def chosen(label: Words, choices: Any, hint: Words = "") -> forms.ChoiceField:
    """One of a list that folds up."""
    return forms.ChoiceField(label=label, help_text=hint, choices=choices, required=False)

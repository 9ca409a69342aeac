"""What, where and when; a day may be a century, a place may be any words."""

from dataclasses import replace
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rooted.drafts.draft import Draft
from rooted.drafts.kept_back import BEGAN, PLACES, TITLE
from rooted.drafts.steps import places
from rooted.drafts.steps.form import (
    Block,
    StepForm,
    as_it_was,
    chosen,
    day_fields,
    day_shown,
    day_typed,
    keep_field,
    line,
    one_of,
)
from rooted.records import codes

GOING = [("yes", _("It still goes on")), ("no", _("It is over")), ("", _("We do not know"))]


class WhatForm(StepForm):
    keeps = (TITLE, BEGAN, PLACES)
    lists_after = 6
    lists = (places.ROWS,)

    def own(self) -> dict[str, forms.Field]:
        title = line(
            _("What happened, in one line"), 200, _("For example: Night cleaners stop work over a cut rota."),
            required=True,
        )  # fmt: skip
        languages = dict(settings.LANGUAGES)
        languages.setdefault(self.draft.record.language, self.draft.record.language)
        return {
            "title": title,
            **day_fields("started", exact=True),
            "going": one_of(_("Does it still go on?"), GOING),
            **day_fields("ended", exact=True),
            "reach": chosen(_("How far did it reach?"), places.REACHES),
            "language": chosen(_("In which language do you write?"), list(languages.items())),
        }

    def blocks(self) -> tuple[Block, ...]:
        began = tuple(day_fields("started"))
        ended = tuple(day_fields("ended"))
        hint = _("The year is enough. Leave empty what you do not know.")
        return (
            Block(("title", keep_field(TITLE))),
            Block(began, _("When did it begin?"), hint, short=True),
            Block(("started_exact", keep_field(BEGAN))),
            Block(("going",)),
            Block(ended, _("When did it end?"), _("If it is over and you know when."), short=True),
            Block(("ended_exact",)),
            Block((keep_field(PLACES),)),
            Block(("reach", "language")),
        )

    def asks_to_keep(self, mark: str) -> bool:
        """Also of what is only begun: whether it goes on is said on this very page."""
        return not self.draft.record.title or super().asks_to_keep(mark)

    @classmethod
    def shown(cls, draft: Draft) -> dict[str, Any]:
        record = draft.record
        going = "yes" if record.running else "no" if record.ended_on or record.outcome != codes.UNKNOWN else ""
        return {
            "title": record.title,
            **day_shown("started", record.started_on if record.title else None, record.started_precision),
            **day_shown("ended", record.ended_on, record.ended_precision),
            "going": going,
            "reach": record.reach,
            "language": record.language,
            "places": places.shown(record),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.began = day_typed(self, "started", cleaned)
        self.ended = day_typed(self, "ended", cleaned)
        if self.began[0] is None and not any(name.startswith("started") for name in self.errors):
            self.add_error("started_year", _("Write the year, at least. Then choose how exact it is."))
        if self.ended[0] and cleaned.get("going") == "yes":
            self.add_error("going", _("You wrote when it ended. Choose that it is over, or leave the end empty."))
        for name, (day, _precision) in (("started", self.began), ("ended", self.ended)):
            if day and day.year > timezone.localdate().year + 1:
                self.add_error(f"{name}_year", _("This year is still to come. Write when it was, or is announced for."))
        cleaned["language"] = cleaned.get("language") or self.draft.record.language
        return cleaned

    def write(self, draft: Draft) -> Draft:
        record, typed = draft.record, self.cleaned_data
        going, today = typed["going"], timezone.localdate()
        outcome = record.outcome
        if going == "yes":
            outcome = codes.GOES_ON
        elif outcome == codes.GOES_ON:
            outcome = codes.UNKNOWN
        began, began_precision = as_it_was(self.began, (record.started_on, record.started_precision))
        ended, ended_precision = as_it_was(self.ended, (record.ended_on, record.ended_precision))
        changed = replace(
            record,
            title=typed["title"],
            started_on=began,
            started_precision=began_precision,
            ended_on=ended,
            ended_precision=ended_precision,
            outcome=outcome,
            seen_going_on=today if going == "yes" else None if ended or going == "no" else record.seen_going_on,
            language=typed["language"],
            places=places.written([row for _number, row in self.rows("places")], typed["reach"], record),
        )
        return replace(draft, record=changed)

"""What a record stands on, how others can support, and what members tell each other."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rooted.drafts.draft import NOTES_LENGTH, Draft
from rooted.drafts.kept_back import SOURCE, SUPPORT, source_marks
from rooted.drafts.steps.form import (
    BOXES,
    Block,
    Rows,
    StepForm,
    as_it_was,
    chosen,
    day_fields,
    day_shown,
    day_typed,
    line,
    text,
    tick_to_keep,
)
from rooted.records import codes
from rooted.records.record import Source
from rooted.struggles.models.struggle import SUPPORT_LENGTH

ADDRESS = re.compile(r"https?://[^\s/]+\S*\Z", re.IGNORECASE)
SCHEME, ADDRESS_LENGTH = "https://", 1000
WITHOUT_SCHEME = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?\Z", re.IGNORECASE)  # "www.example.org/leaflet"


def day_box(label: Any, hint: Any = "") -> forms.DateField:
    """One day that is known."""
    widget = forms.DateInput(attrs={"autocomplete": "off"})
    return forms.DateField(label=label, help_text=hint, required=False, widget=widget)


def source_fields(draft: Draft) -> dict[str, forms.Field]:
    copy = _("Pages vanish. A web archive gives you the address of a copy that stays.")
    return {
        "text": line(_("What is it?"), 500, _("For example: leaflet of the day shift, or: told by two who took part.")),
        "kind": chosen(_("Of which kind?"), [("", ""), *codes.SOURCE_KINDS]),
        "url": line(_("Web address"), ADDRESS_LENGTH),
        **day_fields("published", (_("Of which day?"), BOXES[1], BOXES[2])),
        "archive_url": line(_("Address of a copy"), ADDRESS_LENGTH, copy),
        **({"withheld": tick_to_keep("")} if draft.may_run or sources_kept(draft) else {}),
    }


def sources_kept(draft: Draft) -> frozenset[int]:
    """The places of the sources that are kept back while it goes on."""
    return frozenset(at for at in range(len(draft.record.sources)) if f"{SOURCE}{at}" in draft.kept)


class SourcesForm(StepForm):
    lists = (
        Rows(
            "sources", _("Where do you know it from?"), _("Source %(number)d"), source_fields, ("text", "url"), least=2,
            short=(tuple(day_fields("published")),),
            hint=_("Two sources are needed, or one and somebody who took part."),
        ),
    )  # fmt: skip

    def own(self) -> dict[str, forms.Field]:
        label = _("Somebody who took part told us this, or has read it, and agrees that it is published")
        return {"participant": forms.BooleanField(label=label, required=False)}

    @classmethod
    def shown(cls, draft: Draft) -> dict[str, Any]:
        kept = sources_kept(draft)
        rows = [
            vars(one) | day_shown("published", one.published_on, one.published_precision) | {"withheld": at in kept}
            for at, one in enumerate(draft.record.sources)
        ]
        return {"participant": draft.participant, "sources": rows}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.dated = []
        for at, row in self.rows("sources"):
            self.dated.append(day_typed(self, "published", row, prefix=f"sources-{at}-"))
            for name in ("url", "archive_url"):
                typed, field = row.get(name) or "", f"sources-{at}-{name}"
                if WITHOUT_SCHEME.match(typed) and len(SCHEME + typed) <= ADDRESS_LENGTH:
                    cleaned[field] = SCHEME + typed
                elif typed and not ADDRESS.match(typed):
                    self.add_error(field, _("Write the whole address, with https:// in front."))
        return cleaned

    def write(self, draft: Draft) -> Draft:
        rows, stood = self.rows("sources"), draft.record.sources
        before = [stood[at] if at < len(stood) else Source() for at, _row in rows]
        dates = [
            as_it_was(typed, (one.published_on, one.published_precision), exact=False)
            for typed, one in zip(self.dated, before, strict=True)
        ]
        sources = tuple(_source(row, *dated) for (_at, row), dated in zip(rows, dates, strict=True))
        changed = replace(draft.record, sources=sources)
        kept = source_marks(at for at, row in enumerate(row for _at, row in rows) if row.get("withheld"))
        others = frozenset(mark for mark in draft.kept if not mark.startswith(SOURCE))
        participant = self.cleaned_data["participant"]
        return replace(draft, record=changed, participant=participant, kept=others | kept)


def _source(row: dict[str, Any], day: date | None, precision: str) -> Source:
    """As it was typed; of a kind nobody chose, one with an address is a web page."""
    kind = row["kind"] or ("web" if row["url"] else codes.OTHER)
    return Source(row["url"] or "", row["text"] or "", kind, day, row["archive_url"] or "", precision)


class SupportForm(StepForm):
    """How to support what is happening now."""

    keeps = (SUPPORT,)

    def own(self) -> dict[str, forms.Field]:
        hint = _("Where to come, what is needed, what to write to whom. It stands on top of the record while it lasts.")
        return {
            "support": text(_("How can others support?"), SUPPORT_LENGTH, hint),
            "support_until": day_box(_("Until which day?"), _("After this day it is no longer shown.")),
        }

    @classmethod
    def shown(cls, draft: Draft) -> dict[str, Any]:
        return {"support": draft.record.support, "support_until": draft.record.support_until}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("support") and not cleaned.get("support_until") and "support_until" not in self.errors:
            self.add_error("support_until", _("Choose the last day on which it makes sense."))
        return cleaned

    def write(self, draft: Draft) -> Draft:
        support = self.cleaned_data["support"].strip()
        until = self.cleaned_data["support_until"] if support else None
        return replace(draft, record=replace(draft.record, support=support, support_until=until))


class NotesForm(StepForm):
    """What members tell each other about the draft; never published."""

    def own(self) -> dict[str, forms.Field]:
        hint = _("What is still to be asked, who checks what. Only members of your group read this, ever.")
        return {"notes": text(_("Notes among you"), NOTES_LENGTH, hint)}

    def blocks(self) -> tuple[Block, ...]:
        return (Block(("notes",)),)

    @classmethod
    def shown(cls, draft: Draft) -> dict[str, Any]:
        return {"notes": draft.notes}

    def write(self, draft: Draft) -> Draft:
        return replace(draft, notes=self.cleaned_data["notes"].strip())

"""With whom, and who worked there."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rooted.drafts.draft import Draft
from rooted.drafts.kept_back import WHOM, WORKERS
from rooted.drafts.steps.form import Block, Rows, StepForm, chosen, line, number, one_of, ticks
from rooted.records import branches, codes
from rooted.records.record import Code, Employer, Organisation

LITERAL = 80
OFFICIAL = sorted(codes.OFFICIAL, key=lambda one: one[0] != codes.UNKNOWN)  # what nobody chose is not known
OWN_WORDS = _("Your own words for it, if none fits")


def employer_fields(_draft: Draft) -> dict[str, forms.Field]:
    return {"name": line(_("Name"), 120), "role": chosen(_("What is it?"), codes.EMPLOYER_ROLES)}


def organisation_fields(_draft: Draft) -> dict[str, forms.Field]:
    return {"name": line(_("Name"), 120), "official": chosen(_("Was it official?"), OFFICIAL)}


class WhomForm(StepForm):
    keeps = (WHOM,)
    lists = (
        Rows(
            "employers", _("Against whom?"), _("Firm, agency or landlord %(number)d"), employer_fields, ("name",),
            hint=_("Firms and offices only, never the name of a single person."),
        ),
        Rows(
            "organisations", _("Who took part as an organisation?"), _("Organisation %(number)d"), organisation_fields,
            ("name",), least=2, hint=_("Unions, committees, networks, official or not."),
        ),
    )  # fmt: skip

    def own(self) -> dict[str, forms.Field]:
        return {"led_by": one_of(_("Who led it?"), codes.LED_BY)}

    @classmethod
    def shown(cls, draft: Draft) -> dict[str, Any]:
        record = draft.record
        return {
            "led_by": record.led_by,
            "employers": [{"name": one.name, "role": one.role} for one in record.employers],
            "organisations": [{"name": one.name, "official": one.official} for one in record.organisations],
        }

    def write(self, draft: Draft) -> Draft:
        employers = [Employer(row["name"], row["role"] or "employer") for _n, row in self.rows("employers")]
        organisations = [
            Organisation(row["name"], row["official"] or codes.UNKNOWN) for _n, row in self.rows("organisations")
        ]
        changed = replace(
            draft.record,
            led_by=self.cleaned_data["led_by"] or codes.UNKNOWN,
            employers=tuple(employers),
            organisations=tuple(organisations),
        )
        return replace(draft, record=changed)


def coded(draft: Draft, scheme: str) -> list[str]:
    """The codes of one list that the record has, without those in somebody's own words."""
    return list(dict.fromkeys(one.code for one in draft.record.codings if one.scheme == scheme and not one.literal))


def own_words(draft: Draft, scheme: str) -> str:
    """What stands there in somebody's own words, one after the other."""
    return "; ".join(one.literal for one in draft.record.codings if one.scheme == scheme and one.literal)


def with_codes(draft: Draft, typed: dict[str, tuple[list[str], str]]) -> Draft:
    """`draft` with these codes and own words by list; the codes of all other lists stay."""
    kept = [one for one in draft.record.codings if one.scheme not in typed]
    made = []
    for scheme, (found, words) in typed.items():
        made += [Code(scheme, code) for code in found]
        made += [Code(scheme, codes.OTHER, word.strip()[:LITERAL]) for word in words.split(";") if word.strip()]
    if set(made) == set(draft.record.codings) - set(kept):
        return draft
    codings = tuple(dict.fromkeys([*made, *kept]))
    return replace(draft, record=replace(draft.record, codings=codings))


def listed(scheme: str) -> list[tuple[str, Any]]:
    """The codes of one list as choices, without "other": for that there are own words."""
    return [(code, words) for code, words in codes.LISTS[scheme].items() if code != codes.OTHER]


def with_other(draft: Draft, scheme: str) -> list[tuple[str, Any]]:
    """The same, and "other" where a record that came from elsewhere has it without words."""
    other = [(codes.OTHER, codes.LISTS[scheme][codes.OTHER])] if codes.OTHER in coded(draft, scheme) else []
    return [*listed(scheme), *other]


def branch_choices() -> list[tuple[str, Any]]:
    return [("", ""), *branches.choices()]


def branch_fields(_draft: Draft) -> dict[str, forms.Field]:
    return {"code": chosen(_("Branch of work"), branch_choices)}


class WorkersForm(StepForm):
    keeps = (WORKERS,)
    lists = (
        Rows("branches", _("What is made or done there?"), _("Branch %(number)d"), branch_fields, ("code",), least=1),
    )

    def own(self) -> dict[str, forms.Field]:
        return {
            "contract": ticks(_("Which contracts did they have?"), with_other(self.draft, "contract")),
            "contract_words": line(OWN_WORDS, 400),
            "who": ticks(_("Who works there?"), with_other(self.draft, "who")),
            "who_words": line(OWN_WORDS, 400),
            "workforce": number(_("How many work there in all?"), _("Also those who did not take part.")),
        }

    def blocks(self) -> tuple[Block, ...]:
        return (Block(("contract", "contract_words")), Block(("who", "who_words")), Block(("workforce",)))

    @classmethod
    def shown(cls, draft: Draft) -> dict[str, Any]:
        return {
            "contract": coded(draft, "contract"),
            "contract_words": own_words(draft, "contract"),
            "who": coded(draft, "who"),
            "who_words": own_words(draft, "who"),
            "workforce": draft.record.workforce,
            "branches": [{"code": code} for code in coded(draft, "branch")],
        }

    def write(self, draft: Draft) -> Draft:
        typed = self.cleaned_data
        found = [row["code"] for _n, row in self.rows("branches")]
        changed = with_codes(
            draft,
            {
                "contract": (typed["contract"], typed["contract_words"]),
                "who": (typed["who"], typed["who_words"]),
                "branch": (found, own_words(draft, "branch")),
            },
        )
        return replace(changed, record=replace(changed.record, workforce=typed["workforce"]))

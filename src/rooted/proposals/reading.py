"""Proposals as members see them on a page: what they say, where they stand, what was said about each paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from rooted.assembly.access import assemblies_of, sittings_of
from rooted.assembly.models import Assembly
from rooted.assembly.reading import read_assembly, sitting_rows
from rooted.ballots.methods import METHODS
from rooted.ballots.models import Question
from rooted.base import seal
from rooted.circles.kinds import SealedKind
from rooted.circles.models import SealedItem
from rooted.groups.access import named, seat_names
from rooted.groups.models import Seat
from rooted.proposals.access import name_in, proposals_of
from rooted.proposals.models import Proposal
from rooted.proposals.paragraphs import paragraphs
from rooted.proposals.proposing import Draft, Terms, draft_of
from rooted.proposals.sealed import AMENDMENT, PROPOSAL, REMARK

STATES = {
    "draft": pgettext_lazy("a proposal", "Draft"),
    "seconded": pgettext_lazy("a proposal", "Seconded"),
    "open": pgettext_lazy("a proposal", "The vote is open"),
    "withdrawn": pgettext_lazy("a proposal", "Withdrawn"),
    "asked again": pgettext_lazy("a proposal", "Not counted, asked again"),
    "carried": pgettext_lazy("a proposal", "Carried"),
    "not carried": pgettext_lazy("a proposal", "Not carried"),
    "blocked": pgettext_lazy("a proposal", "Blocked"),
    "inquorate": pgettext_lazy("a proposal", "Too few took part"),
}


def opened(seat: Seat, item: SealedItem, kind: SealedKind) -> dict[str, Any]:
    """What `item` says; nothing when it cannot be opened."""
    try:
        return seat.keys.read(item, kind)
    except seal.Closed:
        return {}


@dataclass(frozen=True)
class Said:
    """A remark, or a suggestion with its answer, as read. `row`: the Remark or Amendment."""

    row: Any
    who: str
    at: datetime
    content: dict[str, Any]
    mine: bool


@dataclass(frozen=True)
class Paragraph:
    """One paragraph with its number, from 1, and what was said about it."""

    number: int
    text: str
    remarks: list[Said] = field(default_factory=list)
    amendments: list[Said] = field(default_factory=list)


@dataclass(frozen=True)
class Row:
    """One proposal as read. `lost`: it cannot be opened. `mine`: its words are this seat's to change."""

    proposal: Proposal
    content: dict[str, Any]
    by: str
    seconder: str
    mine: bool
    written: bool  # by this very seat: it cannot second it

    @property
    def lost(self) -> bool:
        return not self.content

    @property
    def title(self) -> str:
        return self.content.get("title") or _("This proposal cannot be opened.")

    @property
    def state(self) -> str:
        """The word for where it stands."""
        state = self.proposal.state
        anew = state == "withdrawn" and getattr(self.proposal, "anew", False)  # as proposals_of says
        return str(STATES["asked again" if anew else state])

    @property
    def over(self) -> bool:
        """Whether the last day of its vote has passed; its hour is sealed."""
        last = self.proposal.question.closes_on if self.proposal.question else None
        return last is not None and last < timezone.localdate()

    @property
    def method(self) -> Any:
        """Its method, as in ballots.methods."""
        return METHODS.get(self.content.get("method", ""))

    @property
    def terms(self) -> Terms:
        """What follows if it is carried."""
        return Terms.from_plain(self.content["terms"]) if self.content else Terms()

    @property
    def draft(self) -> Draft:
        """What its proposer typed."""
        return draft_of(self.content)


def rows_of(seat: Seat, proposals: Iterable[Proposal]) -> list[Row]:
    """`proposals` opened, in their order; they come with their `item`."""
    read = [(proposal, opened(seat, proposal.item, PROPOSAL)) for proposal in proposals]
    found = named(seat, {content[who] for _proposal, content in read if content for who in ("seat", "seconder")})
    names, here = {other.pk: name for other, name in found}, {other.pk for other, _name in found if not other.left_on}
    return [_row(seat, proposal, content, names, here) for proposal, content in read]


def _row(seat: Seat, proposal: Proposal, content: dict[str, Any], names: dict[int, str], here: set[int]) -> Row:
    writer = content.get("seat")
    return Row(
        proposal=proposal,
        content=content,
        by=name_in(names, writer),
        seconder=name_in(names, content["seconder"]) if content.get("seconder") else "",
        mine=bool(content) and (writer == seat.pk or writer not in here),
        written=writer == seat.pk,
    )


def put_to(assembly: Assembly, seat: Seat) -> list[Row]:
    """What is put to an assembly, in the order of its writing."""
    return rows_of(seat, proposals_of(seat).filter(assembly=assembly.pk).order_by("written_on", "pk"))


def hands_open_for(assembly: Assembly) -> bool:
    """Whether a vote by hands on something put to it is open: its sittings are fixed. One query."""
    return Proposal.objects.voted_on().filter(assembly=assembly.pk, question__mode=Question.Mode.HANDS).exists()


def row_of(seat: Seat, proposal: Proposal) -> Row:
    """One proposal opened."""
    return rows_of(seat, [proposal])[0]


@dataclass(frozen=True)
class Anew:
    """What came of asking again: `newer`, the vote that did; `waiting`, new words without a second member yet."""

    newer: Proposal | None
    waiting: list[Row]


def asked_anew(seat: Seat, proposal: Proposal) -> Anew:
    """Both of one proposal. One query more where words wait."""
    again = list(proposal.again.select_related("item").order_by("written_on", "pk"))
    waiting = [one for one in again if one.state in {"draft", "seconded"}] if proposal.state == "open" else []
    newer = next((one for one in again if one.opened_on), None)
    return Anew(newer, rows_of(seat, waiting) if waiting else [])


def remarks_on(seat: Seat, proposal: Proposal) -> list[Said]:
    """What was said about it, the first first."""
    return _said(seat, proposal.remarks.select_related("item"), REMARK)


def amendments_to(seat: Seat, proposal: Proposal) -> list[Said]:
    """What other words were suggested, the first first."""
    return _said(seat, proposal.amendments.select_related("item"), AMENDMENT)


def _said(seat: Seat, rows: Iterable[Any], kind: SealedKind) -> list[Said]:
    names, found = seat_names(seat), []
    for row in rows:
        if content := opened(seat, row.item, kind):
            by = name_in(names, content["seat"])
            at = datetime.fromisoformat(content["at"])
            found.append(Said(row, by, at, content, content["seat"] == seat.pk))
    return sorted(found, key=lambda one: (one.at, one.row.pk))


@dataclass(frozen=True)
class Talk:
    """The text by paragraphs with what was said about each; then what was said about all of it, or about words that
    stand there no longer.
    """

    paragraphs: list[Paragraph]
    whole: list[Said]
    earlier: list[Said]
    earlier_amendments: list[Said]


def talk_about(seat: Seat, row: Row) -> Talk:
    """What was said, beside what it was said about. Two queries."""
    remarks, amendments = remarks_on(seat, row.proposal), amendments_to(seat, row.proposal)
    texts = paragraphs(row.content.get("text", ""))
    standing = set(texts)
    return Talk(
        paragraphs=[
            Paragraph(
                number,
                text,
                [one for one in remarks if one.content["about"] == text],
                [one for one in amendments if one.content["before"] == text],
            )
            for number, text in enumerate(texts, 1)
        ],
        whole=[one for one in remarks if not one.content["about"]],
        earlier=[one for one in remarks if one.content["about"] and one.content["about"] not in standing],
        earlier_amendments=[one for one in amendments if one.content["before"] not in standing],
    )


def assembly_choices(seat: Seat) -> list[tuple[str, str]]:
    """(id, what it is about) of the assemblies that are called and have not ended."""
    coming = assemblies_of(seat).filter(ended_on=None).order_by("day", "pk")
    return [(str(one.pk), read_assembly(seat, one).about) for one in coming]


def sitting_names(seat: Seat, proposal: Proposal) -> list[str]:
    """What the sittings of its assembly are called, in their order; two of one name get a number."""
    if proposal.assembly_id is None:
        return []
    rows = sitting_rows(seat, sittings_of(seat).filter(assembly=proposal.assembly_id))
    counted: dict[str, int] = {}
    found = []
    for row in rows:
        counted[row.name] = counted.get(row.name, 0) + 1
        found.append(row.name if counted[row.name] == 1 else f"{row.name} {counted[row.name]}")
    return found


def last_sitting_day(seat: Seat, proposal: Proposal) -> date | None:
    """The day of the last sitting of its assembly; None without an assembly."""
    if proposal.assembly_id is None:
        return None
    return sittings_of(seat).filter(assembly=proposal.assembly_id).aggregate(last=Max("day"))["last"]

"""Who may see and do what: everything of the group, all members alike; a proposal's words belong to its proposer."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rooted.assembly.models import Assembly
from rooted.ballots.models import Elector
from rooted.groups.models import Seat
from rooted.proposals.models import Amendment, Proposal, ProposalQuerySet


def proposals_of(seat: Seat) -> ProposalQuerySet:
    """Every proposal of the seat's group, with what opening it needs."""
    rows = Proposal.objects.of(seat.group).with_anew()
    with_question = ("question__item", "question__result", "question__number")
    return rows.select_related("item", *with_question, "entry", "assembly__item")


def amendments_of(seat: Seat) -> QuerySet[Amendment]:
    """Every suggestion of other words, with its proposal."""
    rows = Amendment.objects.of(seat.group)
    return rows.select_related("item", "proposal__item", "proposal__question__item")


def electors_of(seat: Seat) -> QuerySet[Elector]:
    """Everyone who may vote on a proposal of the group, with the question and what opening it needs."""
    rows = Elector.objects.filter(question__group=seat.group).exclude(question__proposal=None)
    return rows.select_related("question__item", "question__proposal__item")


def hold_proposal(pk: int) -> None:
    """Inside a transaction: hold the row, so that what depends on its state is written in that state.

    The assembly it was put to is held first, as whoever erases that does: so one waits for the other.
    """
    assembly = Proposal.objects.filter(pk=pk).values_list("assembly", flat=True).first()
    if assembly is not None:
        hold_assembly(assembly)
    Proposal.objects.select_for_update(no_key=True).filter(pk=pk).first()


def hold_assembly(pk: int) -> bool:
    """Inside a transaction: hold the row; False when it was erased."""
    return Assembly.objects.select_for_update(no_key=True).filter(pk=pk).first() is not None


def is_proposer(seat: Seat, content: dict[str, Any]) -> bool:
    """Whether the words are this seat's to change: its own, or those of somebody who left."""
    if content["seat"] == seat.pk:
        return True
    return not Seat.objects.taken().filter(pk=content["seat"]).exists()


def name_in(names: dict[int, str], seat_id: int | None) -> str:
    """The name of a seat, or that it is nobody's any more."""
    return names.get(seat_id or 0) or _("a former member")

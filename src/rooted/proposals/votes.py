"""A vote that is running, as members see it; and what was asked before and after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rooted.ballots.access import not_yet_voted
from rooted.ballots.counting_again import to_ask
from rooted.ballots.drawing import Line, shown_rows
from rooted.ballots.methods import DRAW, LABELS, RANK, SCORE, STAND, WITH_REASON, Asked
from rooted.ballots.models import Elector, Question
from rooted.ballots.reading import Counted, Given, asked_of, closes_at, shown_so_far, sittings, vote_of, votes
from rooted.base.language import in_a_row, isolated
from rooted.groups.access import seat_names
from rooted.groups.models import Seat
from rooted.proposals.access import name_in
from rooted.proposals.lots import Lots, lots_of
from rooted.proposals.models import Proposal
from rooted.proposals.voting import may_close


@dataclass(frozen=True)
class Voter:
    """One elector by name. `said`: what stands for them in words; `counted`: what counts; `enterer`: who entered it."""

    given: Given
    name: str
    said: str = ""
    counted: str = ""
    enterer: str = ""

    @property
    def remarked(self) -> bool:
        """Whether they gave a reason, or somebody else entered their vote."""
        return not self.given.waits and bool(self.given.reason or self.enterer)


@dataclass(frozen=True)
class Alike:
    """Those who took the same stand. `said`: which in words."""

    said: str
    voters: list[Voter]

    @property
    def names(self) -> str:
        """In a row, of those of whom nothing more is to be said."""
        return in_a_row(isolated(one.name) for one in self.voters if not one.remarked)

    @property
    def remarked(self) -> list[Voter]:
        """Those of whom more is to be said."""
        return [one for one in self.voters if one.remarked]


def alike(asked: Asked, voters: Sequence[Voter]) -> list[Alike]:
    """Whoever took the same stand together, in the order of the stands; nothing where one chooses between options."""
    if asked.how.form != STAND:
        return []
    found = [(words_for(asked, stand), stand) for stand in asked.how.choices]
    groups = [Alike(said, [one for one in voters if one.given.counts == stand]) for said, stand in found]
    return [group for group in groups if group.voters]


def tellers_differ(rows: Iterable[Counted]) -> str:
    """One sentence on the sittings whose tellers did not agree and count again; "" for none."""
    names = [isolated(one.name) for one in rows if one.row.differed_on is not None]
    words = ngettext(
        "The tellers of %(names)s counted differently: they count again.",
        "The tellers of these sittings counted differently, they count again: %(names)s.",
        len(names),
    )
    return words % {"names": in_a_row(names)} if names else ""


def doubts(seat: Seat, rows: Iterable[Counted]) -> list[str]:
    """One sentence for each sitting whose count one member doubts."""
    doubted = [one for one in rows if one.asks]
    names = seat_names(seat) if doubted else {}
    words = _("%(name)s says that the figures of %(sitting)s are wrong. It counts again once a second member says so.")
    return [words % {"name": isolated(name_in(names, one.asks)), "sitting": isolated(one.name)} for one in doubted]


@dataclass(frozen=True)
class VoteNow:
    """A question that takes votes or hands. `mine`: this seat's own, None for whoever may not vote.

    `lots`: the numbers typed for a drawing of lots, None for a vote. `until`: when it ends, or None; `over`: that has
    passed. `waiting`: entered and not confirmed. `objections`: with their reasons. `sittings`: of hands, in their
    order; `columns`, `lines`: figures that may be shown so far; `doubts`: who says that some are wrong; `to_doubt`:
    the places of sittings of which this member can say so. `ready`: it may be closed.
    """

    question: Question
    asked: Asked
    until: datetime | None
    over: bool
    ready: bool
    mine: Given | None = None
    electors: int = 0
    missing: int = 0
    waiting: list[Voter] = field(default_factory=list)
    objections: list[Voter] = field(default_factory=list)
    sittings: list[Counted] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    lots: Lots | None = None
    doubts: list[str] = field(default_factory=list)
    to_doubt: list[int] = field(default_factory=list)

    @property
    def hands(self) -> bool:
        return self.question.mode == Question.Mode.HANDS

    @property
    def out(self) -> int:
        """How many sittings have not counted yet."""
        return sum(one.sat is None for one in self.sittings)

    @property
    def has_codes(self) -> bool:
        """Is there a sitting whose tellers still have codes?"""
        return any(one.codes for one in self.sittings)

    @property
    def none_counted(self) -> bool:
        """Hands of which no sitting has counted: closed now, it decides nothing."""
        return self.hands and self.out == len(self.sittings)

    @property
    def differing(self) -> str:
        """One sentence on sittings whose tellers did not agree."""
        return tellers_differ(self.sittings)

    @property
    def withheld(self) -> bool:
        """Have more sittings counted than figures are shown of, to keep the small ones from being known?"""
        closed = self.out and self.asked.rules.closed_until_last
        return not closed and len(self.sittings) - self.out > len(self.lines)


def vote_now(seat: Seat, proposal: Proposal) -> VoteNow | None:
    """The running vote of a proposal; None where none is running. One query more than the proposal's own."""
    if proposal.state != "open" or proposal.question is None:
        return None
    question, now = proposal.question, timezone.now()
    until = closes_at(question, seat)
    over = until is not None and now >= until
    asked = asked_of(question, seat)
    if question.mode == Question.Mode.HANDS:
        rows = sittings(question, seat)
        ready = may_close(proposal, seat=seat, now=now)
        columns, lines = shown_rows(asked, shown_so_far(question, seat, rows))
        shown: dict[str, Any] = {"sittings": rows, "columns": columns, "lines": lines, "doubts": doubts(seat, rows)}
        return VoteNow(question, asked, until, over, ready, to_doubt=to_ask(rows, seat), **shown)
    names = seat_names(seat)
    if asked.how.form == DRAW:
        return VoteNow(question, asked, None, over=False, ready=True, lots=lots_of(seat, question, names))
    given = votes(question, seat)
    ready = may_close(proposal, seat=seat, now=now, given=given)
    voters = sorted((voter_of(asked, one, names) for one in given), key=lambda voter: voter.name.casefold())
    return VoteNow(
        question,
        asked,
        until,
        over,
        ready,
        mine=next((one for one in given if one.seat == seat.pk), None),
        electors=len(given),
        missing=not_yet_voted(given),
        waiting=[voter for voter in voters if voter.given.waits],
        objections=objectors(voters),
    )


def is_objection(choice: Any) -> bool:
    """Whether a choice is one that has to say why."""
    return isinstance(choice, str) and choice in WITH_REASON


def objectors(voters: Iterable[Voter]) -> list[Voter]:
    """Those who object, or block."""
    return [one for one in voters if is_objection(one.given.counts)]


def voter_of(asked: Asked, given: Given, names: dict[int, str]) -> Voter:
    """One elector by name."""
    said, counted = words_for(asked, given.choice), words_for(asked, given.counts)
    enterer = name_in(names, given.by) if given.by and given.by != given.seat else ""
    return Voter(given, name_in(names, given.seat), said, counted, enterer)


def words_for(asked: Asked, choice: Any) -> str:
    """A choice as it is read: "Yes", "Monday · Friday", "Monday: 5 · Friday: 0", "1. Monday · 2. Friday".

    A comma between them would be lost among those that stand in an option.
    """
    form, names = asked.how.form, [isolated(name) for name in asked.names]
    if choice is None:
        return ""
    if form == STAND:
        return str(LABELS[choice])
    if form == SCORE:
        said = [f"{name}: {score}" for name, score in zip(names, choice, strict=True)]
    elif form == RANK:
        said = [f"{rank}. {names[one]}" for rank, together in enumerate(choice, 1) for one in together]
    else:
        said = [names[one] for one in choice] or [_("None of these")]
    return " · ".join(said)


def all_votes(seat: Seat, proposal: Proposal) -> list[Voter]:
    """Who voted what, by name: votes of members are open. Nothing where hands were raised: no such row exists."""
    if proposal.question is None or proposal.question.mode != Question.Mode.MEMBERS:
        return []
    names, asked = seat_names(seat), asked_of(proposal.question, seat)
    voters = (voter_of(asked, one, names) for one in votes(proposal.question, seat))
    return sorted(voters, key=lambda one: one.name.casefold())


def voter_at(seat: Seat, elector: Elector) -> Voter:
    """One elector with what stands for them."""
    given = vote_of(elector.question, seat, elector.seat_id)
    return voter_of(asked_of(elector.question, seat), given or Given(elector, elector.seat_id), seat_names(seat))


def to_enter_for(seat: Seat, vote: VoteNow) -> list[tuple[str, str]]:
    """(seat id, name) of each elector a vote can be entered for: not oneself, not who voted on their own phone."""
    names = seat_names(seat)
    free = [one.seat for one in votes(vote.question, seat) if one.how != "self" and one.seat not in (None, seat.pk)]
    return sorted(((str(pk), name_in(names, pk)) for pk in free), key=lambda choice: choice[1].casefold())

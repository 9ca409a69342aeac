"""Questions, votes and results as members read them, opened; and the one place where a question is counted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from rooted.ballots.counting_hands import proof_of
from rooted.ballots.methods import DRAW, Asked, Rules
from rooted.ballots.models import Elector, Question, SittingCount
from rooted.ballots.result import Result, Sat, SittingRow, count_lots, count_sittings, count_votes, reasons_of, so_far
from rooted.ballots.sealed import CODES, COUNT, EARLIER, NUMBER, QUESTION, RESULT, SITTING, VOTE
from rooted.base import seal
from rooted.circles.kinds import SealedKind
from rooted.circles.models import SealedItem
from rooted.counting.lots import as_agreed
from rooted.groups.models import Seat

NONE_BEFORE: dict[str, Any] = {"counts": [], "reasons": []}


def question_content(question: Question, seat: Seat) -> dict[str, Any]:
    """What was sealed at the opening; raises seal.Closed. Read once a request."""
    content = getattr(question, "opened", None)
    if content is None:
        content = question.opened = _own(seat, question.item, QUESTION, question=question.pk)  # type: ignore[attr-defined]
    return content


def _own(seat: Seat, item: SealedItem, kind: SealedKind, **named: int) -> dict[str, Any]:
    """What was sealed for one row; raises seal.Closed for what belongs to another."""
    content = seat.keys.read(item, kind)
    if any(content[name] != pk for name, pk in named.items()):
        raise seal.Closed
    return content


def asked_of(question: Question, seat: Seat) -> Asked:
    """What it asks."""
    content = question_content(question, seat)
    rules = Rules.from_plain(content["rules"])
    return Asked(content["title"], content["text"], content["method"], tuple(content["options"]), rules)


def closes_at(question: Question, seat: Seat) -> datetime | None:
    """When casting ends, with its zone; None while nobody set a time."""
    said = question_content(question, seat)["closes_at"]
    return datetime.fromisoformat(said) if said else None


def read_vote(elector: Elector, seat: Seat) -> dict[str, Any] | None:
    """What stands for one elector, or None; a vote moved here from another elector's row is none."""
    if elector.item is None:
        return None
    content = seat.keys.read(elector.item, VOTE)
    return content if content["elector"] == elector.pk else None


@dataclass(frozen=True)
class Given:
    """One elector's vote as members see it. `seat`: whose; `choice` None: not yet voted.

    `waits`: entered, and nobody confirmed it yet; then `counts` is what counts meanwhile, or None. `stands`: it counts,
    and no other one waits.
    """

    elector: Elector
    seat: int | None
    choice: Any = None
    reason: str = ""
    how: str = ""
    by: int = 0
    confirmed_by: int = 0
    waits: bool = False
    counts: Any = None
    lost: bool = False

    @property
    def stands(self) -> bool:
        return self.counts is not None and not self.waits


def votes(question: Question, seat: Seat) -> list[Given]:
    """Every elector and what they chose, in no order. Open to all members."""
    return votes_on([question.pk], seat)


def votes_on(questions: Iterable[int], seat: Seat) -> list[Given]:
    """The same of several questions, by their ids. One query."""
    rows = Elector.objects.filter(question__in=questions).select_related("item")
    return [_given(row, seat) for row in rows]


def vote_of(question: Question, seat: Seat, whose: int | None = None) -> Given | None:
    """This seat's own vote, or that of seat `whose`; None for whoever is no elector."""
    row = question.electors.select_related("item").filter(seat=whose or seat.pk).first()
    return _given(row, seat) if row is not None else None


def _given(row: Elector, seat: Seat) -> Given:
    try:
        vote = read_vote(row, seat)
    except seal.Closed:
        return Given(row, row.seat_id, lost=True)
    if vote is None:
        return Given(row, row.seat_id)
    told = {name: vote[name] for name in ("choice", "reason", "how", "by", "confirmed_by")}
    if vote["confirmed_by"]:
        return Given(row, row.seat_id, **told, counts=vote["choice"])
    return Given(row, row.seat_id, **told, waits=True, counts=vote["before"] and vote["before"]["choice"])


@dataclass(frozen=True)
class Counted:
    """One sitting as members see it. `sat`: what it counted, None while it is out. `codes`: to print, until used.

    Both at once: it counts again, and what it counted first stands until then. `counts`: all it counted before. `asks`:
    the seat that asked for a new count, 0 for none.
    """

    row: SittingCount
    name: str
    language: str
    sat: Sat | None = None
    codes: tuple[str, str] | None = None
    counts: list[Any] = field(default_factory=list)
    asks: int = 0

    @property
    def again(self) -> bool:
        """Whether it counts again."""
        return self.sat is not None and self.codes is not None


def counted_at(question: Question, seat: Seat, place: int) -> Counted | None:
    """The sitting at one place, or None."""
    row = question.sittings.select_related("item", "count", "codes", "earlier").filter(place=place).first()
    return _counted(row, seat) if row is not None else None


def sittings(question: Question, seat: Seat) -> list[Counted]:
    """The sittings of a question in their order. Never shown as they are: see `shown_so_far` and the result."""
    rows = question.sittings.select_related("item", "count", "codes", "earlier").order_by("place")
    return [_counted(row, seat) for row in rows]


def differing_in(questions: Iterable[int], seat: Seat) -> list[Counted]:
    """The sittings of these questions, by their ids, whose tellers count again, or should by what a member says.

    One query.
    """
    if not (ids := list(questions)):
        return []
    rows = SittingCount.objects.differing().filter(question__in=ids).select_related("item", "count", "codes", "earlier")
    return [_counted(row, seat) for row in rows.order_by("question", "place")]


def _counted(row: SittingCount, seat: Seat) -> Counted:
    told = _own(seat, row.item, SITTING, sitting=row.pk)
    codes = None
    if row.codes is not None:
        content = _own(seat, row.codes, CODES, sitting=row.pk)
        codes = (content["first"], content["second"])
    before = _own(seat, row.earlier, EARLIER, sitting=row.pk) if row.earlier is not None else NONE_BEFORE
    sat = _sat(row, seat, told, before)
    return Counted(row, told["name"], told["language"], sat, codes, before["counts"], told["again"])


def _sat(row: SittingCount, seat: Seat, told: dict[str, Any], before: dict[str, Any]) -> Sat | None:
    """What both tellers typed; None when it was not them who wrote it. While it counts again, what stood before."""
    earlier = [(present, figures) for present, figures in before["counts"]]
    if row.count is None:
        return Sat(told["name"], *earlier[-1], earlier[:-1], before["reasons"]) if earlier else None
    try:
        count = seat.keys.read(row.count, COUNT)
    except seal.Closed:
        return None
    proof = proof_of(bytes.fromhex(told["check"]), row.pk, count)
    if not seal.equal(proof.encode(), str(count["proof"]).encode()):
        return None
    return Sat(told["name"], count["present"], count["figures"], earlier, [*before["reasons"], *count["reasons"]])


def shown_so_far(question: Question, seat: Seat, rows: Iterable[Counted] | None = None) -> list[SittingRow]:
    """Figures that may be shown before the close; `rows`: its sittings, where they were read already."""
    every = list(sittings(question, seat) if rows is None else rows)
    counted = _sats(every)
    return so_far(asked_of(question, seat), counted, len(every) - len(counted))


def reasons_so_far(question: Question, seat: Seat) -> list[list[str]]:
    """[sitting, reason] of objections that tellers wrote down: of sittings whose figures may be shown so far; once all
    have counted of the others too, without saying which."""
    every = sittings(question, seat)
    sats, names = _sats(every), {row.name for row in shown_so_far(question, seat, every)}
    told = reasons_of(sats, names)
    return told if len(sats) == len(every) else [one for one in told if one[0]]


def _sats(rows: Iterable[Counted]) -> list[Sat]:
    return [row.sat for row in rows if row.sat is not None]


@dataclass(frozen=True)
class Typed:
    """The number for the lots as one member typed it. `by`: the id of their seat."""

    by: int
    number: str


def typed_numbers(question: Question, seat: Seat) -> list[Typed]:
    """What members typed as the number for the lots, the last last; none of a question that draws none."""
    if question.number is None:
        return []
    return [Typed(*one) for one in _own(seat, question.number, NUMBER, question=question.pk)["typed"]]


def agreed_number(typed: Iterable[Typed]) -> str:
    """The one that two members typed, in its one form; "" while there is none."""
    forms = [as_agreed(one.number) for one in typed]
    return next((form for form in reversed(forms) if forms.count(form) > 1), "")


def count_now(question: Question, seat: Seat) -> Result:
    """Count what stands now. Only close_question may call this: a result is counted once."""
    asked = asked_of(question, seat)
    if question.mode == Question.Mode.HANDS:
        rows = sittings(question, seat)
        return count_sittings(asked, _sats(rows), [row.name for row in rows if row.sat is None])
    if asked.how.form == DRAW:
        number = agreed_number(typed_numbers(question, seat))
        if not number:
            raise ValidationError(_("Two members have to type the same number first. Nothing was drawn."))
        return count_lots(asked, number)
    given = votes(question, seat)
    return count_votes(asked, [vote.counts for vote in given if vote.counts is not None], len(given))


def result_of(question: Question, seat: Seat) -> Result | None:
    """What was counted at the close; None while it is open, or when it ended uncounted."""
    if question.result is None:
        return None
    return Result.from_plain(_own(seat, question.result, RESULT, question=question.pk)["result"])

"""Proposals on the notice board: what waits for a second member or an answer, votes that close, objections."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, cast

from django.db.models import Count, Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rooted.ballots.access import not_yet_voted
from rooted.ballots.methods import DRAW
from rooted.ballots.models import Question, SittingCount
from rooted.ballots.reading import Counted, Given, asked_of, closes_at, differing_in, votes_on
from rooted.ballots.result import CARRIED
from rooted.base.board import Line, Part
from rooted.groups.access import seat_names
from rooted.groups.glance import GROUP, TODAY, asks, glance
from rooted.groups.glance import Question as Asked
from rooted.groups.models import Group, Seat
from rooted.proposals.access import proposals_of
from rooted.proposals.asking import renew_day
from rooted.proposals.lots import lots_of
from rooted.proposals.models import Proposal, Remark
from rooted.proposals.reading import Row, rows_of
from rooted.proposals.votes import doubts, is_objection, tellers_differ
from rooted.proposals.voting import sittings_are_over
from rooted.rules.deciding import rules_of
from rooted.rules.rules import TOGETHER

MOST = 10  # lines of one kind; the list has them all
SOON = timedelta(days=1)
REMARKS = Remark.objects.filter(proposal=OuterRef("pk"))
UNANSWERED = Q(amendments__isnull=False, amendments__answered_on=None)
REMINDED = timedelta(days=5)  # so long after a decision one is asked whether it goes on


@asks
def questions() -> Mapping[str, Asked]:
    proposals = Proposal.objects.of(GROUP)
    return {
        "proposals": Exists(proposals),
        "proposals.running": proposals.running(),
        "proposals.waiting": Exists(proposals.running().filter(opened_on=None)),
        "proposals.unanswered": Exists(proposals.running().filter(UNANSWERED)),
        "proposals.voted": Exists(proposals.voted_on()),
        "proposals.lately": Exists(proposals.filter(result=CARRIED, decided_on__gt=TODAY - REMINDED)),
    }


def lines(seat: Seat) -> list[Line]:
    """Votes that are open; what waits for an answer, to be asked anew, for a second member or to be opened."""
    there = glance(seat)
    found = _votes(seat) if there["proposals.voted"] else []
    found += _unanswered(seat) if there["proposals.unanswered"] else []
    found += _renewals(seat) if there["proposals.lately"] else []
    return [*found, *_waiting(seat)] if there["proposals.waiting"] else found


def _unanswered(seat: Seat) -> list[Line]:
    """Proposals for which others suggested other words: for whoever may take them over."""
    number = Count("amendments", filter=UNANSWERED)
    asked = proposals_of(seat).running().annotate(unanswered=number).filter(unanswered__gt=0)
    rows = rows_of(seat, asked.order_by("-written_on", "pk")[: MOST * 2])
    return [_suggested(seat, row) for row in rows if row.mine][:MOST]


def _suggested(seat: Seat, row: Row) -> Line:
    number = cast("Any", row.proposal).unanswered
    words = ngettext("%(number)d suggestion waits for you.", "%(number)d suggestions wait for you.", number)
    return Line(
        title=_("Answer other words: %(title)s") % {"title": row.title},
        url=reverse("proposals:proposal-detail", args=[seat.group.address, row.proposal.pk]),
        action=_("Look"),
        who=words % {"number": number},
        rank=120,
    )


def _renewals(seat: Seat) -> list[Line]:
    """What was carried lately and is renewed, until somebody asks whether it goes on."""
    lately = proposals_of(seat).filter(result=CARRIED, decided_on__gt=timezone.localdate() - REMINDED, anew=False)
    rows = [row for row in rows_of(seat, lately.order_by("-decided_on", "pk")[: MOST * 2]) if not row.lost]
    days = [(row, renew_day(row.proposal, row.terms)) for row in rows if row.proposal.question_id]
    return [_renewal(seat, row, day) for row, day in days if day is not None][:MOST]


def _renewal(seat: Seat, row: Row, day: date) -> Line:
    return Line(
        title=_("Ask whether it goes on: %(title)s") % {"title": row.title},
        url=reverse("proposals:proposal-renew", args=[seat.group.address, row.proposal.pk]),
        action=_("Ask"),
        when=day,
        urgent=_("Today") if day <= timezone.localdate() else "",
        who=_("Nobody has asked yet."),
        nobody=True,
        rank=60,
    )


def _waiting(seat: Seat) -> list[Line]:
    waiting = proposals_of(seat).running().filter(opened_on=None).annotate(talk=Exists(REMARKS))
    rows = [row for row in rows_of(seat, waiting.order_by("-written_on", "pk")[: MOST * 2]) if not row.lost]
    return [_line(seat, row) for row in rows if row.proposal.seconded_on or not row.written or _talked_over(row)][:MOST]


def _talked_over(row: Row) -> bool:
    """Do the two who decide together talk about it instead of agreeing?"""
    return row.content["method"] == TOGETHER and cast("Any", row.proposal).talk


def _to_answer(row: Row) -> str:
    """What is done with a draft: of two the other one agrees or both talk on, elsewhere somebody seconds it."""
    if row.written:
        return _("Talk more: %(title)s")
    if row.content["method"] == TOGETHER:
        return _("Say whether you agree: %(title)s")
    return _("Read and second, or speak about it: %(title)s")


def _line(seat: Seat, row: Row) -> Line:
    seconded = row.proposal.seconded_on is not None
    title = _("Open the vote: %(title)s") if seconded else _to_answer(row)
    who = _("Proposed by %(name)s, seconded by %(other)s.") if row.seconder else _("Proposed by %(name)s.")
    return Line(
        title=title % {"title": row.title},
        url=reverse("proposals:proposal-detail", args=[seat.group.address, row.proposal.pk]),
        action=_("Look"),
        who=who % {"name": row.by, "other": row.seconder},
        nobody=not seconded,
        rank=130,
    )


def _votes(seat: Seat) -> list[Line]:
    out = Count("question__sittings", filter=Q(question__sittings__count=None), distinct=True)
    differ = Q(question__sittings__in=SittingCount.objects.differing())
    running = proposals_of(seat).voted_on().select_related("assembly")
    counted = running.annotate(
        out=out,
        asked=Count("question__sittings", distinct=True),
        differ_in=Count("question__sittings", filter=differ, distinct=True),
    )
    found = list(counted.order_by(F("question__closes_on").asc(nulls_last=True), "pk")[:MOST])
    given, differing, days = _given(seat, found), _differing(seat, found), _days_open(seat, found)
    lines = []
    for row in rows_of(seat, found):
        question = row.proposal.question
        if question is None or row.lost:
            continue
        lots = asked_of(question, seat).how.form == DRAW
        lines.append(
            _lots(seat, row, question) if lots else _vote(seat, row, given[question.pk], differing[question.pk], days)
        )
    return lines


def _days_open(seat: Seat, proposals: list[Any]) -> int:
    """For how many days our rules leave a vote open. No query while no hands without a last day wait for them."""
    today = timezone.localdate()
    waiting = any(one.out and one.question.closes_on is None and one.question.opened_on < today for one in proposals)
    return rules_of(seat).rules.days_open if waiting else 1


def _differing(seat: Seat, proposals: list[Any]) -> dict[int | None, list[Counted]]:
    """The sittings whose tellers count again, or should, by question. No query where all agree."""
    found: dict[int | None, list[Counted]] = defaultdict(list)
    for one in differing_in([one.question_id for one in proposals if one.differ_in], seat):
        found[one.row.question_id].append(one)
    return found


def _lots(seat: Seat, row: Row, question: Question) -> Line:
    """A drawing of lots: nobody votes, two members type the number."""
    lots = lots_of(seat, question, seat_names(seat))
    return Line(
        title=_("Draw the lots: %(title)s") % {"title": row.title},
        url=reverse("proposals:proposal-draw", args=[seat.group.address, row.proposal.pk]),
        action=_("Look"),
        urgent=_("They differ") if lots.typed else "",
        who=lots.said,
        nobody=not lots.names,
        rank=65,
    )


def _given(seat: Seat, proposals: list[Any]) -> dict[int | None, list[Given]]:
    """The votes of members, by question. One query."""
    found: dict[int | None, list[Given]] = defaultdict(list)
    ids = [one.question_id for one in proposals if one.question and one.question.mode == Question.Mode.MEMBERS]
    for one in votes_on(ids, seat):
        found[one.elector.question_id].append(one)
    return found


def _vote(seat: Seat, row: Row, given: list[Given], differing: list[Counted], days: int) -> Line:
    now, again = timezone.now(), tellers_differ(differing)
    proposal: Any = row.proposal  # with what _votes counted beside it
    until = closes_at(proposal.question, seat)
    hands = proposal.question.mode == Question.Mode.HANDS
    left = proposal.out if hands else not_yet_voted(given)
    over = until is None and hands and sittings_are_over(proposal, days, now, counted=left < proposal.asked)
    ready = (until is not None and now >= until) or not left or over
    open_for_me = not ready and any(one.seat == seat.pk and not one.stands for one in given)
    title = _("Vote: %(title)s") if open_for_me else _("A vote: %(title)s")
    title = _("Close the vote: %(title)s") if ready else title
    local = timezone.localtime(until) if until else None
    return Line(
        title=title % {"title": row.title},
        url=reverse("proposals:proposal-detail", args=[seat.group.address, proposal.pk]),
        action=_("Vote") if open_for_me else _("Look"),
        when=local.date() if local else None,
        clock=local.strftime("%H:%M") if local else "",
        urgent=_("They count again") if again else _urgent(until, sum(is_objection(one.choice) for one in given)),
        who=again or " ".join(doubts(seat, differing)) or _left(left, given, hands=hands),
        nobody=ready,
        rank=65,
    )


def _urgent(until: datetime | None, objections: int) -> str:
    if objections:
        return ngettext("%(number)d objection", "%(number)d objections", objections) % {"number": objections}
    if until is not None and timezone.now() + SOON >= until:
        return _("Closes soon") if timezone.now() < until else _("The time to vote is over.")
    return ""


def _left(left: int, given: list[Given], *, hands: bool) -> str:
    if not left:
        return _("All sittings have counted.") if hands else _("Everyone has voted.")
    if hands:
        words = ngettext("%(out)d sitting has not counted yet.", "%(out)d sittings have not counted yet.", left)
        return words % {"out": left}
    words = ngettext("Of %(all)d, %(missing)d has not voted yet.", "Of %(all)d, %(missing)d have not voted yet.", left)
    return " ".join(filter(None, [words % {"all": len(given), "missing": left}, _to_confirm(given)]))


def _to_confirm(given: list[Given]) -> str:
    number = sum(one.waits for one in given)
    words = ngettext(
        "%(number)d entered vote waits to be confirmed.", "%(number)d entered votes wait to be confirmed.", number
    )
    return words % {"number": number} if number else ""


def parts(seat: Seat) -> list[Part]:
    """Proposals, with how many are not ended."""
    there, url = glance(seat), reverse("proposals:proposal-list", args=[seat.group.address])
    return [Part(_("Proposals"), url, there["proposals.running"], rank=24, used=bool(there["proposals"]))]


def due(group: Group) -> list[date]:
    """The last days of votes, from today on; no key is used."""
    rows = Question.objects.of(group).open().exclude(proposal=None).filter(closes_on__gte=timezone.localdate())
    return list(rows.values_list("closes_on", flat=True))

"""What the invented groups propose and decide: by hands, on slips, renewed by the day, by consent, by ranking."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.utils import timezone

from rooted.assembly.models import Assembly
from rooted.ballots import actions as ballots
from rooted.ballots.codes import keys_of
from rooted.ballots.counting_hands import count_hands, open_sitting
from rooted.ballots.methods import Rules
from rooted.ballots.reading import sittings
from rooted.groups.models import Seat
from rooted.proposals import asking, proposing, voting
from rooted.proposals.models import Proposal
from rooted.proposals.proposing import Draft, Terms

SUNDAYS = (
    "From 1 December nobody gives a name for Sunday shifts.\n\n"
    "This holds until the agency pays every Sunday hour double, to drivers, loaders and cleaners alike.\n\n"
    "Dara and Ela carry the answer. They bring every offer back to all three shifts."
)
COUNTED = {  # figures of each sitting: present, yes, no, abstained
    "Night shift": (41, 38, 2, 1),
    "Early shift": (34, 29, 3, 2),
    "Late shift and cleaners": (27, 6, 19, 2),
}
COLD = (
    "In the cold store nobody works longer than ninety minutes without a break in the warm.\n\n"
    "The break is thirty minutes, and it is paid.\n\n"
    "If somebody faints, all of us stop and come out."
)
LINE = "From 05:00 we stand beside the belt until its guard is mended.\n\nEvery day we ask whether it goes on."
BELT = {"Early shift": (36, 33, 2, 1), "Late shift": (30, 22, 6, 2)}
BELT_AGAIN = {"Early shift": (35, 26, 7, 2), "Late shift": (31, 17, 12, 2)}
ROOM = "We pay 15 a month for the back room of the laundry, from January.\n\nIt comes out of the tin."
TABLE = "One of us sits with the cleaners at their break on Tuesdays, and tells the others what was said."
PORT = "Two of us go to the port's meeting on 12 December. They report to all shifts on the day after."
STEWARDS = ("Cem", "Dara", "Ela", "Femi")
SLIPS = {  # piles of each sitting: how many present, then slips by their order
    "Night shift": (41, {"1>0": 15, "1>2": 9, "0>3>1": 11, "3": 4}),
    "Early and late shift": (58, {"2>3": 22, "0=3": 9, "2>1>0": 14, "3>2": 10}),
}
DAYS = ("Tuesday, before the late shift", "Thursday at the gate, 05:15", "Sunday afternoon, at the laundry")


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """One decided by three sittings, one renewed by the day, one by ranking, one by consent with an objection,
    one by lots that wait for their number."""
    cem, dara, ela = (seats["depot"][name] for name in ("Cem", "Dara", "Ela"))
    _sundays(cem, dara, now=now - timedelta(days=6))
    _line(dara, ela, now=now - timedelta(days=2))
    _cold(cem, dara, ela, now=now)
    _ranked(cem, ela, dara, now=now - timedelta(days=9))
    _stewards(dara, cem, now=now - timedelta(days=4))
    _lots(dara, ela, now=now)
    proposing.add_proposal(ela, Draft("Somebody with the cleaners on Tuesdays", TABLE, "consent"), today=now.date())
    proposing.add_proposal(
        seats["docks"]["Bo"], Draft("Pay for the back room", ROOM, "together"), today=now.date() - timedelta(days=1)
    )


def _lots(first: Seat, second: Seat, *, now: datetime) -> None:
    """Who goes is drawn; one has typed the number, a second one has to."""
    draft = Draft("Who of us goes to the port in December", PORT, "lots", ("Cem", "Dara", "Ela", "Femi"))
    made = _seconded(first, second, draft, now=now)
    opening = voting.Opening("members", Rules(seats=2, seed="the lottery numbers of last Saturday, the smallest first"))
    voting.open_vote(made, seat=first, opening=opening, seen=made.version, now=now)
    made.refresh_from_db()
    voting.draw_lots(made, seat=second, number="4 8 15 16 23 42", now=now)


def _seconded(first: Seat, second: Seat, draft: Draft, *, now: datetime, assembly: Assembly | None = None) -> Proposal:
    made = proposing.add_proposal(first, draft, today=now.date(), assembly=assembly)
    proposing.second_proposal(made, seat=second, seen=1, today=now.date())
    return made


def _sundays(first: Seat, second: Seat, *, now: datetime) -> None:
    """Decided by hands: the cleaners' shift voted against, and the sentence says so."""
    terms = Terms(tasks=("Carry the answer to the agency (Dara, Ela)",), review_on=now.date() + timedelta(days=40))
    draft = Draft("No names for Sunday shifts until they are paid double", SUNDAYS, "majority", terms=terms)
    made = _seconded(first, second, draft, now=now)
    opening = voting.Opening("hands", Rules(quorum=60), sittings=[(name, "en") for name in COUNTED])
    voting.open_vote(made, seat=first, opening=opening, seen=1, now=now)
    made.refresh_from_db()
    _count(made, first, COUNTED, now=now)


def _stewards(first: Seat, second: Seat, *, now: datetime) -> None:
    """Two stewards elected on slips of paper in two sittings; counted in rounds."""
    text = "Two of us speak to the agency for all shifts until March. They bring every answer back first."
    made = _seconded(first, second, Draft("Our two stewards", text, "ranked-several", STEWARDS), now=now)
    opening = voting.Opening("hands", Rules(seats=2), sittings=[(name, "en") for name in SLIPS])
    voting.open_vote(made, seat=first, opening=opening, seen=1, now=now)
    made.refresh_from_db()
    for sitting in sittings(made.question, first) if made.question else []:
        present, piles = SLIPS[sitting.name]
        _both_type(first, sitting.codes or (), piles, present=present, now=now)
    voting.close_vote(made, seat=first, now=now)


def _both_type(seat: Seat, codes: tuple[str, ...], figures: dict[str, int], *, present: int, now: datetime) -> None:
    for code in codes:
        opened = open_sitting(seat.group, keys_of(code, seat.group_id))
        count_hands(opened, figures=figures, present=present, today=now.date())


def _count(made: Proposal, seat: Seat, counted: dict[str, tuple[int, int, int, int]], *, now: datetime) -> Proposal:
    """Both tellers of each sitting type what it counted, then the vote is closed."""
    for sitting in sittings(made.question, seat) if made.question else []:
        present, yes, no, abstain = counted[sitting.name]
        figures = {"yes": yes, "no": no, "abstain": abstain}
        _both_type(seat, sitting.codes or (), figures, present=present, now=now)
    voting.close_vote(made, seat=seat, now=now)
    made.refresh_from_db()
    return made


def _line(first: Seat, second: Seat, *, now: datetime) -> None:
    """Carried the day before yesterday, renewed yesterday with fewer; today somebody has to ask whether it goes on."""
    terms = Terms(bound="Everyone at the belt", burn_days=7, renewed="day")
    made = _seconded(first, second, Draft("We stay beside the belt", LINE, "majority", terms=terms), now=now)
    opening = voting.Opening("hands", sittings=[(name, "en") for name in BELT])
    voting.open_vote(made, seat=first, opening=opening, seen=1, now=now)
    made.refresh_from_db()
    made = _count(made, first, BELT, now=now)
    tomorrow = now + timedelta(days=1)
    _count(asking.renew(made, seat=second, now=tomorrow), second, BELT_AGAIN, now=tomorrow)


def _cold(first: Seat, second: Seat, third: Seat, *, now: datetime) -> None:
    """A vote by consent that is open; one member objects, and other words are suggested for a paragraph."""
    coming = Assembly.objects.of(first.group).coming().first()
    draft = Draft("A warm break in the cold store", COLD, "consent")
    made = _seconded(second, third, draft, now=now, assembly=coming)
    proposing.add_remark(
        made, seat=first, about=COLD.split("\n\n")[1], text="The agency will say the break is not paid.", now=now
    )
    closes = timezone.localtime(now + timedelta(days=2)).replace(hour=20, minute=0, second=0, microsecond=0)
    opening = voting.Opening("members", Rules(quorum=2), closes_at=closes)
    voting.open_vote(made, seat=second, opening=opening, seen=1, now=now)
    made.refresh_from_db()
    why = "Come out is not enough. Somebody has to stay with whoever fainted."
    ballots.cast_vote(made.question, seat=first, choice="object", reason=why, now=now)
    ballots.cast_vote(made.question, seat=third, choice="agree", now=now)
    words = "If somebody faints, two stay with them, one calls for help, and all others stop and come out."
    proposing.suggest_amendment(made, seat=first, number=2, after=words, why=why, seen=1, now=now)
    sooner = replace(draft, text=COLD.replace("ninety minutes", "an hour"))  # waits for a second member
    asking.ask_again(made, seat=third, draft=sooner, closes=None, now=now)


def _ranked(first: Seat, second: Seat, third: Seat, *, now: datetime) -> None:
    """Three days in an order of one's own; one of three voted by phone. Counted in rounds."""
    text = "We meet once a week, at the hour most of us can keep."
    draft = Draft("When we meet from January on", text, "ranked-one", options=DAYS)
    made = _seconded(first, second, draft, now=now)
    opening = voting.Opening("members", closes_at=now + timedelta(days=1))
    voting.open_vote(made, seat=first, opening=opening, seen=1, now=now)
    made.refresh_from_db()
    ballots.cast_vote(made.question, seat=first, choice=[[1], [0, 2]], now=now)
    ballots.cast_vote(made.question, seat=second, choice=[[2], [1]], now=now)
    elector = made.question.electors.get(seat=third.pk)
    ballots.enter_vote(made.question, seat=second, elector=elector, choice=[[1], [2]], how="phone", now=now)
    ballots.confirm_vote(made.question, seat=first, elector=elector, seen=[[1], [2]], now=now)
    voting.close_vote(made, seat=first, now=now)

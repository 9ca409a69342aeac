"""Plain makers for tests of proposals, straight through the actions."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from conftest import Member, join, newcomer
from rooted.assembly.tests import make as meetings
from rooted.ballots import actions as ballots
from rooted.ballots.codes import keys_of
from rooted.ballots.counting_hands import count_hands, open_sitting
from rooted.ballots.methods import Rules
from rooted.ballots.models import Elector
from rooted.ballots.reading import sittings
from rooted.proposals import asking, proposing, voting
from rooted.proposals.models import Amendment, Proposal, Remark
from rooted.proposals.proposing import Draft, Terms, propose_rules
from rooted.proposals.sealed import REMARK
from rooted.rules.rules import defaults_for

__all__ = ["REMARK"]

TEXT = "No overtime at weekends from Monday on.\n\nUntil the rota hangs on the board."


def today() -> date:
    return timezone.localdate()


def now() -> datetime:
    return timezone.now()


def at(name: str, member: Member, *args, query: str = "") -> str:
    """The address of a page of the member's group."""
    return reverse(f"proposals:{name}", args=[member.group.address, *args]) + query


def post(member: Member, page: str, /, *args, query: str = "", **fields):
    return member.client.post(at(page, member, *args, query=query), fields)


def page(member: Member, name: str, *args, query: str = "") -> str:
    """The page as its text."""
    answer = member.client.get(at(name, member, *args, query=query))
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def draft(title="No weekend overtime", text=TEXT, method="majority", options=(), rules=None, **terms) -> Draft:
    return Draft(title, text, method, tuple(options), Terms(**terms), rules or {})


def proposal(member: Member, title="No weekend overtime", *, day: date | None = None, **how) -> Proposal:
    return proposing.add_proposal(member.seat, draft(title, **how), today=day or today())


def seconded(member: Member, other: Member, **how) -> Proposal:
    made = proposal(member, **how)
    proposing.second_proposal(made, seat=other.seat, seen=1, today=today())
    return fresh(made)


def opened(
    member: Member, other: Member, *, mode="members", sittings=(), closes_at=None, rules: Rules | None = None, **how
) -> Proposal:
    """Seconded by `other`, and the vote opened."""
    made = seconded(member, other, **how)
    opening = voting.Opening(mode, rules or Rules(), closes_at, [(name, "en") for name in sittings])
    voting.open_vote(made, seat=member.seat, opening=opening, seen=made.version, now=now())
    return fresh(made)


def vote(made: Proposal, **choices: object) -> None:
    """Each of `choices` is a vote: name of the member in the caller's words = (member, choice) or with a reason."""
    for member, choice, *reason in choices.values():
        ballots.cast_vote(made.question, seat=member.seat, choice=choice, reason="".join(reason), now=now())


def decided(member: Member, other: Member, *, choice="yes", **how) -> Proposal:
    """Opened, both voted, closed."""
    made = opened(member, other, **how)
    vote(made, one=(member, choice), two=(other, choice))
    voting.close_vote(made, seat=member.seat, now=now())
    return fresh(made)


def remark(member: Member, made: Proposal, text="Why only weekends?", about="") -> Remark:
    return proposing.add_remark(made, seat=member.seat, about=about, text=text, now=now())


def amendment(member: Member, made: Proposal, after="No overtime at all.", number=0, why="It is simpler.") -> Amendment:
    return proposing.suggest_amendment(
        made, seat=member.seat, number=number, after=after, why=why, seen=made.version, now=now()
    )


def content(member: Member, made: Proposal) -> dict:
    return proposing.content_of(made, member.seat)


def typed(**changed) -> dict:
    """What the form of a proposal sends."""
    told = {"title": "No weekend overtime", "text": TEXT, "method": "majority", "burn_days": "0"}
    return told | changed


def third(host: Member) -> Member:
    """One more member of the group."""
    return join(newcomer("gul"), host)


def rules_proposal(member: Member, **changed) -> Proposal:
    """New rules, proposed."""
    rules = replace(defaults_for(2), **({"mode": "either", "method": "majority", "days_open": 1} | changed))
    return propose_rules(member.seat, rules, today=today())


def open_now(member: Member, made: Proposal) -> Proposal:
    """The vote of members opened, without an end."""
    voting.open_vote(made, seat=member.seat, opening=voting.Opening("members"), seen=made.version, now=now())
    return fresh(made)


def carried_rules(member: Member, *others: Member, **changed) -> Proposal:
    """New rules proposed, seconded, voted on by all, carried."""
    made = rules_proposal(member, **changed)
    proposing.second_proposal(made, seat=others[0].seat, seen=1, today=today())
    made = open_now(member, fresh(made))
    vote(made, **{one.name: (one, "agree") for one in (member, *others)})
    voting.close_vote(made, seat=member.seat, now=now())
    return fresh(made)


def opened_by_three(member: Member, other: Member, **how) -> tuple[Proposal, Member]:
    """Open to three members; the third comes back beside it."""
    gul = third(member)
    return opened(member, other, **how), gul


def asked_anew(member: Member, other: Member, made: Proposal, **how) -> Proposal:
    """The same people asked again with new words: in one tap, or by two while the vote is open."""
    words = draft(**({"title": "Again", "text": "Other words."} | how))
    new = asking.ask_again(made, seat=member.seat, draft=words, closes=None, now=now())
    if new.opened_on is None:
        asking.second(new, seat=other.seat, seen=1, now=now())
    return fresh(new)


def entered(by: Member, made: Proposal, whose: Member, choice: object = "yes") -> Elector:
    """What one member entered for another."""
    elector = made.question.electors.get(seat=whose.seat.pk)
    return ballots.enter_vote(made.question, seat=by.seat, elector=elector, choice=choice, how="phone", now=now())


def counted(made: Proposal, member: Member, **sat: dict[str, int]) -> None:
    """Both tellers of these sittings type the same figures; present are all who raised a hand."""
    for sitting in sittings(made.question, member.seat):
        figures = sat.get(sitting.name, {})
        for code in sitting.codes if figures else ():
            at_work = open_sitting(member.group, keys_of(code, member.group.pk))
            count_hands(at_work, figures=figures, present=sum(figures.values()), today=today())


def lots(member: Member, other: Member, *, names=("Ana", "Bo", "Gul"), source="Saturday's lottery", seats=1):
    """A drawing of lots that waits for its number."""
    return opened(member, other, method="lots", options=names, rules=Rules(seed=source, seats=seats))


def drawn(member: Member, other: Member, *, number="4 8 15", **how) -> Proposal:
    """The same, drawn: both typed the number."""
    made = lots(member, other, **how)
    for one in (member, other):
        voting.draw_lots(made, seat=one.seat, number=number, now=now())
    return fresh(made)


def of_ended_assembly(member: Member, other: Member) -> Proposal:
    """Hands of two sittings, both counted and closed; after the end of their assembly they are asked again."""
    made = opened(member, other, mode="hands", sittings=("Early", "Late"))
    figures = {"yes": 30, "no": 5, "abstain": 1}
    counted(made, member, Early=figures, Late=figures)
    voting.close_vote(made, seat=member.seat, now=now())
    held = meetings.assembly(member)
    Proposal.objects.filter(pk=made.pk).update(assembly=held)
    type(held).objects.filter(pk=held.pk).update(ended_on=today())
    return asked_anew(member, other, fresh(made))


def differ(made: Proposal, member: Member, place=0) -> None:
    """Both tellers of a sitting type, and not the same."""
    for yes, code in enumerate(sittings(made.question, member.seat)[place].codes, 30):
        at_work = open_sitting(member.group, keys_of(code, member.group.pk))
        count_hands(at_work, figures={"yes": yes, "no": 0, "abstain": 0}, present=40, today=today())


def fresh(row):
    """The row as it stands in the database now."""
    return type(row).objects.get(pk=row.pk)


def in_days(number: int) -> datetime:
    return now() + timedelta(days=number)

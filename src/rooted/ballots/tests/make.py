"""Plain makers for tests of questions, votes and counts of hands."""

from django.utils import timezone

from conftest import Member
from rooted.ballots import actions, counting_hands
from rooted.ballots.codes import keys_of
from rooted.ballots.methods import Asked, Rules
from rooted.ballots.models import Question, SittingCount
from rooted.ballots.reading import sittings
from rooted.ballots.sealed import CODES

FIGURES = {"yes": 12, "no": 3, "abstain": 1}


def asked(method="majority", *options, text="From six on we stay outside.", **rules) -> Asked:
    return Asked("Stay outside", text, method, options, Rules(**rules))


def question(member: Member, method="majority", *options, closes_at=None, burns_on=None, **rules) -> Question:
    """Open to the votes of members."""
    return actions.open_question(
        member.seat, asked(method, *options, **rules), mode="members", today=timezone.localdate(),
        closes_at=closes_at, burns_on=burns_on,
    )  # fmt: skip


def by_hands(member: Member, method="majority", *options, names=("Early", "Late"), burns_on=None, **rules) -> Question:
    """Open to the hands of its sittings."""
    prepared = counting_hands.prepare_sittings(member.group, [(name, "en") for name in names])
    return actions.open_question(
        member.seat, asked(method, *options, **rules), mode="hands", today=timezone.localdate(), sittings=prepared,
        burns_on=burns_on,
    )  # fmt: skip


def cast(member: Member, of: Question, choice, reason="", now=None):
    return actions.cast_vote(of, seat=member.seat, choice=choice, reason=reason, now=now or timezone.now())


def close(member: Member, of: Question):
    return actions.close_question(of, seat=member.seat, today=timezone.localdate())


def lots(member: Member, *names, **rules) -> Question:
    """A drawing of lots, open until two members typed the number."""
    return question(member, "lots", *(names or ("Ana", "Bo", "Cem")), seed="Saturday's numbers", **rules)


def codes(member: Member, of: Question, place=0) -> tuple[str, str]:
    """Both codes of a sitting, as members print them."""
    return sittings(of, member.seat)[place].codes


def type_in(member: Member, code: str, figures=None, present=20) -> str:
    """What one teller does: "kept", "counted" or "differ"."""
    opened = counting_hands.open_sitting(member.group, keys_of(code, member.group.pk))
    return counting_hands.count_hands(
        opened, figures=figures or FIGURES, present=present, today=timezone.localdate()
    )  # fmt: skip


def count_both(member: Member, of: Question, place=0, figures=None, present=20) -> str:
    """What both tellers of a sitting do who agree."""
    first, second = codes(member, of, place)
    type_in(member, first, figures, present)
    return type_in(member, second, figures, present)


def sitting(of: Question, place=1) -> SittingCount:
    return SittingCount.objects.get(question=of, place=place)


def spoken(member: Member, row: SittingCount) -> dict[str, str]:
    return member.seat.keys.read(row.codes, CODES)


def fresh(row):
    """The row as it stands in the database now."""
    return type(row).objects.get(pk=row.pk)

"""Who sees which pairs: members of a group that published one of the two records. Who may decide: the same."""

from django.db.models import Q

from rooted.doubles.models import APART, MERGED, Pair, PairQuerySet
from rooted.groups.models import Seat
from rooted.struggles.access import public_through
from rooted.struggles.models import Struggle
from rooted.struggles.models.struggle import StruggleQuerySet


def records_of(seat: Seat) -> StruggleQuerySet:
    """The group's records that are in lists: members name what they are the same as."""
    return Struggle.objects.public().filter(group=seat.group_id)


def pairs_of(seat: Seat) -> PairQuerySet:
    """Every pair with a record of the seat's group."""
    return Pair.objects.filter(Q(one_group=seat.group_id) | Q(other_group=seat.group_id))


def undecided() -> Q:
    """What nobody decided, while both records are in lists."""
    return public_through("one") & public_through("other") & Q(verdict="")


def open_pairs(seat: Seat) -> PairQuerySet:
    """The group's pairs that are not decided."""
    return pairs_of(seat).filter(undecided())


def to_decide(seat: Seat) -> PairQuerySet:
    """What waits for this group: not what it asked another group."""
    return open_pairs(seat).exclude(asked_group=seat.group_id)


def asked_by(seat: Seat) -> PairQuerySet:
    """Where this group waits for another one's answer."""
    return open_pairs(seat).filter(asked_group=seat.group_id)


def decided(seat: Seat) -> PairQuerySet:
    return pairs_of(seat).exclude(verdict="").filter(one__hidden_on=None, other__hidden_on=None)


def visible(seat: Seat) -> PairQuerySet:
    """The pairs that have a page: what whoever runs the server hid has none."""
    return pairs_of(seat).filter(one__hidden_on=None, other__hidden_on=None)


def open_with(struggle: Struggle, seat: Seat) -> PairQuerySet:
    """The open pairs of one record."""
    return open_pairs(seat).filter(Q(one=struggle.pk) | Q(other=struggle.pk))


def may_part(pair: Pair) -> bool:
    """Members of either group part what was joined."""
    return pair.verdict == MERGED


def may_open_again(pair: Pair, seat: Seat) -> bool:
    """Members of the group that said "they are two" take it back."""
    return pair.verdict == APART and pair.decided_group_id == seat.group_id

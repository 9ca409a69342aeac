"""Whatever is joined and parted: no chain, no circle, nothing lost; and nobody decides about another's record."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from conftest import found, newcomer
from rooted.base import seal
from rooted.doubles import actions
from rooted.doubles.models import APART, MERGED, Looked, Pair
from rooted.doubles.tests import make
from rooted.struggles.actions import found_by_words, withdraw_struggle
from rooted.struggles.models import Struggle
from rooted.struggles.tests.make import draft, record, struggles


def test_pairs_are_found_with_their_reasons_and_once(docks):
    make.alike(docks, 3)
    make.look()
    make.look()
    reasons = set(Pair.objects.values_list("reasons", "alike", "one_group", "other_group"))
    assert (Pair.objects.count(), Looked.objects.count()) == (3, 3)
    assert reasons == {("employer day town words:7:8", 12, docks.pk, docks.pk)}


def test_what_comes_later_is_compared_with_what_was_there(docks):
    first = make.alike(docks, 1)[0]
    make.look()
    second = make.alike(docks, 1)[0]
    make.look()
    assert list(Pair.objects.values_list("one", "other")) == [tuple(sorted([first.pk, second.pk]))]


def test_what_nobody_published_is_not_compared(docks):
    make.alike(docks, 1)
    draft(docks)
    make.look()
    assert (Pair.objects.count(), Looked.objects.count()) == (0, 1)


def test_a_record_of_which_only_the_year_is_known_is_compared_with_all_of_it(docks):
    make.alike(docks, 1, started_on=date(1926, 1, 1), started_precision="year")
    make.look()
    make.alike(docks, 1, started_on=date(1926, 8, 20))
    make.look()
    assert Pair.objects.get().reasons == "employer year town words:8:8 source"


@pytest.mark.parametrize("wide_first", [True, False])
@pytest.mark.parametrize(("precision", "day"), [("decade", date(1911, 8, 20)), ("century", date(1987, 8, 20))])
def test_what_is_known_to_the_decade_or_century_is_compared_with_what_shares_a_name(docks, wide_first, precision, day):
    wide, exact = {"started_on": date(1914, 7, 3), "started_precision": precision}, {"started_on": day}
    for values in (wide, exact) if wide_first else (exact, wide):
        make.alike(docks, 1, **values, sources=())
        make.look()
    assert Pair.objects.get().reasons == "employer span town words:8:8"


def test_a_decade_is_compared_with_no_other_time_and_not_with_what_shares_no_name(docks):
    wide = {"started_on": date(1914, 7, 3), "started_precision": "decade"}
    make.alike(docks, 1, **wide)
    make.alike(docks, 1, started_on=date(1920, 1, 1))
    make.alike(docks, 1, started_on=date(1912, 1, 1), employers=(), places=(), sources=())
    make.look()
    assert (Pair.objects.count(), Looked.objects.count()) == (0, 3)


def test_very_many_decades_are_looked_at_in_pieces(docks):
    for year in range(1000, 2000, 20):
        make.alike(docks, 1, started_on=date(year, 1, 1), started_precision="decade")
    make.look()
    assert (Pair.objects.count(), Looked.objects.count()) == (0, 50)


def test_what_was_corrected_is_compared_anew(docks):
    one, _two = make.alike(docks)
    make.look()
    Struggle.objects.filter(pk=one.pk).update(corrected_on=make.TODAY)
    assert (actions.forget_corrected(today=make.TODAY), Looked.objects.count()) == (1, 1)
    assert actions.forget_corrected(today=make.TODAY + timedelta(days=2)) == 0


def test_sparse_and_dense_years_are_looked_at_whole(docks):
    """More than one piece: 400 days of the calendar are not crossed at once."""
    make.pairs(docks, 12)
    assert (Pair.objects.count(), Looked.objects.count()) == (12, 24)


def test_ones_own_record_yields_at_once(ana, docks, depot):
    pair = make.pair(docks, depot)
    joined = actions.join_records(pair, stands=make.of(pair, depot), seat=ana.seat)
    assert (joined.verdict, joined.yielding.group, joined.decided_group) == (MERGED, docks, docks)
    assert list(Struggle.objects.public()) == [joined.standing]


def test_another_groups_record_yields_only_when_that_group_agrees(ana, cem, docks, depot):
    pair = make.pair(docks, depot)
    asked = actions.join_records(pair, stands=make.of(pair, docks), seat=ana.seat)
    assert (asked.verdict, asked.asked_group, Struggle.objects.public().count()) == ("", docks, 2)
    joined = actions.join_records(pair, stands=make.of(pair, docks), seat=cem.seat)
    assert (joined.verdict, joined.decided_group, joined.standing.group) == (MERGED, depot, docks)


def test_an_asked_group_may_let_the_other_record_be_asked_for_instead(ana, cem, docks, depot):
    pair = make.pair(docks, depot)
    actions.join_records(pair, stands=make.of(pair, docks), seat=ana.seat)
    back = actions.join_records(pair, stands=make.of(pair, depot), seat=cem.seat)
    assert (back.verdict, back.asked_group, back.yielding.group) == ("", depot, docks)


def test_the_second_to_decide_is_told(ana, bo, docks):
    pair = make.pair(docks)
    actions.keep_apart(pair, seat=ana.seat)
    with pytest.raises(ValidationError, match="they are two"):
        actions.join_records(pair, stands="one", seat=bo.seat)
    with pytest.raises(ValidationError, match="they are two"):
        actions.keep_apart(pair, seat=bo.seat)
    assert Struggle.objects.public().count() == 2


def test_a_pair_decided_once_is_never_offered_again(ana, docks):
    actions.keep_apart(make.pair(docks), seat=ana.seat)
    Looked.objects.all().delete()
    make.look()
    assert Pair.objects.get().verdict == APART


def test_only_the_group_that_said_they_are_two_takes_it_back(ana, cem, docks, depot):
    pair = actions.keep_apart(make.pair(docks, depot), seat=ana.seat)
    with pytest.raises(ValidationError, match="Only the group"):
        actions.open_again(pair, seat=cem.seat)
    assert actions.open_again(pair, seat=ana.seat).verdict == ""


def test_what_one_group_joined_the_other_parts_for_good(ana, cem, docks, depot):
    pair = make.pair(docks, depot)
    actions.join_records(pair, stands=make.of(pair, depot), seat=ana.seat)
    parted = actions.part_again(pair, seat=cem.seat)
    assert (parted.verdict, parted.decided_group, Struggle.objects.public().count()) == (APART, depot, 2)
    with pytest.raises(ValidationError):
        actions.join_records(pair, stands=make.of(pair, depot), seat=ana.seat)
    with pytest.raises(ValidationError):
        actions.part_again(pair, seat=cem.seat)


def test_a_withdrawn_record_is_not_joined(ana, docks):
    pair = make.pair(docks)
    withdraw_struggle(pair.one)
    with pytest.raises(ValidationError, match="not in the chronicle"):
        actions.join_records(pair, stands="other", seat=ana.seat)


def test_the_database_refuses_a_pair_twice_and_the_wrong_way_round(docks):
    pair = make.pair(docks)
    values = {"one_group": docks, "other_group": docks, "reasons": "", "alike": 7, "found_on": make.TODAY}
    for one, other in ((pair.one, pair.other), (pair.other, pair.one), (pair.one, pair.one)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Pair.objects.create(one=one, other=other, **values)


RECORDS = 5
steps = st.lists(
    st.tuples(
        st.sampled_from(["join", "part", "keep", "reopen"]), st.integers(0, 9), st.sampled_from(["one", "other"])
    ),
    max_size=25,
)


class AnyOrder(TestCase):
    """Five records that are all alike, and members who join, part and change their minds."""

    @classmethod
    def setUpTestData(cls):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(seal, "PASSPHRASE_KIB", 64)
            cls.ana = found(newcomer("ana"), "Docks")
        make.alike(cls.ana.group, RECORDS)
        make.look()

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(steps)
    def test_no_chain_no_circle_nothing_lost(self, some):
        pairs, seat = list(Pair.objects.order_by("pk")), self.ana.seat
        assert len(pairs) == RECORDS * (RECORDS - 1) // 2
        for verb, place, stands in some:
            tried(verb, pairs[place], stands, seat)
            assert merged_in_rows() == merged_by_verdicts()
        for pair in Pair.objects.filter(verdict=MERGED):
            actions.part_again(pair, seat=seat)
        assert (Struggle.objects.public().count(), len(found_by_words("canteen"))) == (RECORDS, RECORDS)


def tried(verb, pair, stands, seat):
    """Do it, or be refused."""
    act = {"part": actions.part_again, "keep": actions.keep_apart, "reopen": actions.open_again}.get(verb)
    try:
        if act is None:
            actions.join_records(pair, stands=stands, seat=seat)
        else:
            act(pair, seat=seat)
    except ValidationError:
        pass


def merged_in_rows():
    return dict(Struggle.objects.exclude(merged_into=None).values_list("pk", "merged_into"))


def merged_by_verdicts():
    """Where each record leads when the verdicts are followed to their end; a circle would never end."""
    leads = {pair.yielding.pk: pair.standing.pk for pair in Pair.objects.filter(verdict=MERGED)}
    return {key: followed(key, leads) for key in leads}


def followed(key, leads):
    for _step in range(RECORDS):
        if key not in leads:
            return key
        key = leads[key]
    raise AssertionError("a circle")


def test_records_that_are_not_alike_are_no_pair(docks):
    struggles(docks, [record(1), record(2, started_on=date(2020, 1, 1))])
    make.look()
    assert Pair.objects.count() == 0

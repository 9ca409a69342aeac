"""Copies follow their authors: corrections and withdrawals on one server, the newer file brought in on another."""

import json
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from rooted.imports.actions import clear_batch, put_forward, undo_import
from rooted.imports.carrying_out import publish_some
from rooted.imports.models import ImportNote, Newer
from rooted.imports.tests import make
from rooted.imports.tests.test_other_servers import file_of
from rooted.records.record import Answer, Point
from rooted.struggles.actions import correct_record
from rooted.struggles.exchange import Notice, entry_of, read_entry
from rooted.struggles.models import Struggle
from rooted.struggles.plain import to_plain
from rooted.struggles.tests import make as chronicle

TODAY = timezone.localdate()
NUMBER = str(uuid4())


def entry(corrections=0, number=NUMBER, **values):
    """What another server says of one record after so many corrections."""
    values = {"title": f"As corrected {corrections} times", "origin": "Quay, other.example", "outcome": "won"} | values
    record = chronicle.record(**values)
    told = [{"made_on": "2026-11-20", "words": f"Correction {one}"} for one in range(1, corrections + 1)]
    base = {"id": number, "byline": "Quay", "published_on": "2026-11-12", "record": to_plain(record)}
    return base | ({"corrections": told} if told else {})


def gone(number=NUMBER):
    return {
        "id": number, "byline": "Quay", "published_on": "2026-11-12", "withdrawn_on": "2026-11-21",
        "why": "A name stood in it.",
    }  # fmt: skip


def brought(owner, *entries, server="other.example"):
    return make.batch(owner, file_of(list(entries), server=server))


def released(owner, *entries, **options):
    batch = brought(owner, *entries, **options)
    put_forward(batch, seat=chronicle.ANA)
    clear_batch(batch, seat=chronicle.BO)
    make.worker()
    batch.refresh_from_db()
    return batch


def copy():
    return Struggle.objects.get(source_set="rooted-other-example", external_id=NUMBER)


def notes(batch):
    return list(ImportNote.objects.filter(batch=batch).order_by("row").values_list("code", "detail"))


def test_a_correction_reaches_the_copy_once_two_publish_it_and_is_said_in_the_open(stranger, docks):
    released(docks, entry(1))
    first = copy()
    batch = brought(docks, entry(2, answers=(Answer("spark", "The rota."),)))
    assert (copy().title, batch.rows_newer, notes(batch)) == (first.title, 1, [("corrected", "")])
    put_forward(batch, seat=chronicle.ANA)
    clear_batch(batch, seat=chronicle.BO)
    make.worker()
    text = stranger.get(copy().get_absolute_url()).content.decode()
    wanted = ["As corrected 2 times", "The rota.", "Correction 1", "Correction 2", "First published by Quay"]
    assert [words in text for words in wanted] == [True] * 5
    assert (copy().public_id, copy().byline, copy().corrected_on) == (first.public_id, "Docks", TODAY)


def test_a_withdrawal_reaches_the_copy_in_the_open(stranger, docks):
    released(docks, entry())
    page = copy().get_absolute_url()
    batch = released(docks, gone())
    text = " ".join(stranger.get(page).content.decode().split())
    assert (batch.rows_newer, notes(batch)) == (1, [("withdrawn-there", "2026-11-21")])
    assert 'Its authors withdrew this record on <time datetime="2026-11-21">' in text
    assert ("A name stood in it." in text, "Eighty sat down" in text) == (True, False)
    assert Struggle.objects.public().count() == 0


def test_the_same_file_and_an_older_one_change_nothing(docks):
    released(docks, entry(2))
    for told in (entry(2), entry(1), entry()):
        batch = brought(docks, told)
        assert (batch.rows_newer, batch.rows_known, copy().title) == (0, 1, "As corrected 2 times")


def corrected_here():
    correct_record(copy(), chronicle.record(title="Ours"), words="We know better.", first=1, second=2)


@pytest.mark.parametrize(
    ("told", "note"), [(entry(3), ("changed-here", "")), (gone(), ("withdrawn-changed-here", "2026-11-21"))]
)
def test_what_was_changed_here_stays_and_the_report_says_so(docks, told, note):
    released(docks, entry())
    corrected_here()
    batch = released(docks, told)
    assert (notes(batch), copy().title, copy().withdrawn_on) == ([note], "Ours", None)


def test_what_is_changed_here_between_reading_and_publishing_stays_too(docks):
    released(docks, entry())
    batch = brought(docks, gone())
    put_forward(batch, seat=chronicle.ANA)
    clear_batch(batch, seat=chronicle.BO)
    corrected_here()
    make.worker()
    assert (copy().title, copy().withdrawn_on) == ("Ours", None)


@pytest.mark.parametrize("told", [entry(1), gone()])
def test_a_file_of_a_third_server_moves_no_copy(docks, told):
    released(docks, entry())
    there = {"set": "rooted-other-example", "number": NUMBER}
    batch = released(docks, told | {"list": there}, server="third.example")
    assert (batch.rows_newer, copy().withdrawn_on, copy().title) == (0, None, "As corrected 0 times")


def test_a_copy_taken_from_a_copy_follows_the_server_it_came_from_and_its_authors(docks):
    there = {"list": {"set": "rooted-other-example", "number": NUMBER}}
    released(docks, entry() | there, server="third.example")
    assert released(docks, entry(1) | there, server="third.example").rows_newer == 1
    assert (released(docks, gone()).rows_newer, copy().withdrawn_on) == (1, TODAY)


@pytest.mark.parametrize("told", [entry(1), gone()])
def test_another_groups_copy_is_left_to_that_group(docks, depot, told):
    released(docks, entry())
    batch = released(depot, told)
    assert (notes(batch), batch.rows_newer, copy().corrected_on) == ([("of-another-group", "")], 0, None)


def test_a_copy_nobody_published_yet_never_will_be_once_it_was_withdrawn(docks):
    first = brought(docks, entry())
    released(docks, gone())
    put_forward(first, seat=chronicle.ANA)
    clear_batch(first, seat=chronicle.BO)
    make.worker()
    assert (Struggle.objects.filter(published_on__isnull=False).count(), copy().withdrawn_on) == (0, TODAY)


def test_taken_back_the_copy_stays_withdrawn_and_can_be_brought_in_again(docks):
    released(docks, entry())
    undo_import(released(docks, gone()))
    make.worker()
    assert (Struggle.objects.public().count(), Newer.objects.count()) == (0, 0)
    released(docks, entry())
    assert copy().published_on == TODAY


def test_what_a_copy_followed_travels_on_to_copies_of_it(docks):
    released(docks, entry(1))
    ours = entry_of(copy())
    assert ours["corrections"] == [{"made_on": "2026-11-20", "words": "Correction 1", "origin": "Quay, other.example"}]
    released(docks, gone())
    notice = read_entry(entry_of(copy()), server="rooted-here")
    assert notice == Notice("rooted-other-example", NUMBER, TODAY, "A name stood in it.")


def test_both_readers_see_which_copies_follow(ana, bo, docks):
    released(docks, entry(), entry(number=str(uuid4())))
    batch = brought(docks, entry(1))
    page = ana.client.get(make.page(batch)).content.decode()
    wanted = ["Changed by their authors", "As corrected 0 times", "Correction 1", "As corrected 1 times"]
    assert [words in page for words in wanted] == [True] * 4
    ana.client.post(reverse("imports:import-forward", args=[docks.address, batch.pk]))
    page = bo.client.get(make.page(batch)).content.decode()
    assert "copies that are here are corrected or withdrawn as their authors did" in page


def test_a_worker_that_dies_between_copies_does_nothing_twice(docks):
    numbers = [str(uuid4()) for _ in range(12)]
    released(docks, *[entry(number=one) for one in numbers])
    batch = brought(docks, *[entry(1, number=one) for one in numbers])
    put_forward(batch, seat=chronicle.ANA)
    clear_batch(batch, seat=chronicle.BO)
    publish_some(batch)
    assert Newer.objects.filter(done_on=None).count() == 7
    while publish_some(batch):
        batch.refresh_from_db()
    assert Struggle.objects.filter(title="As corrected 1 times").count() == 12
    assert {one.corrections.count() for one in Struggle.objects.all()} == {1}


class TwoServers(RuleBasedStateMachine):
    """There it is corrected and withdrawn; here files old and new come in any order. Held against a plain model."""

    owner = None

    def __init__(self):
        super().__init__()
        Struggle.objects.all().delete()
        self.files, self.version, self.withdrawn = [entry()], 0, False
        self.here, self.ours, self.off = None, False, False

    @rule()
    def correct_there(self):
        if not self.withdrawn:
            self.version += 1
            self.files.append(entry(self.version))

    @rule()
    def withdraw_there(self):
        self.withdrawn = True
        self.files.append(gone())

    @rule(which=st.integers(0, 9))
    def bring(self, which):
        told = self.files[which % len(self.files)]
        released(self.owner, told)
        version = None if "withdrawn_on" in told else len(told.get("corrections", ()))
        if self.here is None:
            self.here = version
        elif not self.ours and not self.off:
            self.off = version is None
            self.here = max(self.here, version or 0)

    @rule()
    def correct_here(self):
        if self.here is not None and not self.ours and not self.off:
            corrected_here()
            self.ours = True

    @invariant()
    def agrees(self):
        found = Struggle.objects.filter(external_id=NUMBER).first()
        if self.here is None:
            assert found is None
            return
        title = "Ours" if self.ours else f"As corrected {self.here} times"
        assert (found.title, found.withdrawn_on is not None) == (title, self.off)
        assert found.corrections.exclude(origin="").count() == self.here


def test_any_order_of_files_agrees_with_the_model(docks):
    TwoServers.owner = docks
    machine = settings(max_examples=8, stateful_step_count=8, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(TwoServers, settings=machine)


HOSTILE = [
    {"corrections": "x"}, {"corrections": [1]}, {"corrections": [{"made_on": "soon", "words": "x"}]},
    {"corrections": [{"made_on": "2026-11-20", "words": "x" * 501}]}, {"corrections": [{}] * 501},
    {"withdrawn_on": 3}, {"withdrawn_on": "soon"}, {"withdrawn_on": "2026-11-20", "why": ["x"]},
    {"list": {"set": "\ud800", "number": "1"}},
    {"record": to_plain(chronicle.record()) | {"title": "a \ud800"}},
    {"record": to_plain(chronicle.record()) | {"answers": [{"question": "spark", "text": "x"}] * 2}},
    {"record": to_plain(chronicle.record()) | {"points": [{"kind": "weak", "code": "nothing-such"}]}},
    {"record": to_plain(chronicle.record()) | {"points": [{"kind": "weak", "words": "!!!"}]}},
]  # fmt: skip


@pytest.mark.parametrize("wrong", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_not_as_it_should_be_is_left_out_and_stops_nothing(docks, wrong):
    batch = make.batch(docks, json.dumps({"format": "rooted-chronicle/1", "server": "other.example", "struggles": [
        entry(number=str(uuid4())) | wrong, entry(),
    ]}))  # fmt: skip
    assert (batch.rows_added, batch.rows_left_out, notes(batch)[0][0]) == (1, 1, "not-our-form")


def test_the_same_code_twice_is_one(docks):
    record = to_plain(chronicle.record())
    brought(docks, entry() | {"record": record | {"codings": record["codings"] * 2}})
    assert copy().codings.count() == 2


def test_weak_points_of_what_goes_on_are_kept_back_whatever_the_other_server_says(docks):
    points = (Point("weak", "Gate two sleeps"), Point("strong", "All shifts"))
    batch = released(docks, entry(points=points, outcome="goes-on"))
    assert (notes(batch), copy().points.count(), copy().withheld) == ([("kept-back", "")], 1, 1)

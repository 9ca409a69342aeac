"""A report through any order of savings, yes, taking back and releases by two people, held against a simple model."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from rooted.drafts.draft import Draft
from rooted.reports.actions import Forward, put_forward, release_report, save_draft, stop_publication, take_back
from rooted.reports.path import path_of, stage_of
from rooted.reports.reading import newest_of
from rooted.reports.tests import make
from rooted.struggles.models import Struggle
from rooted.struggles.reading import record_of

MEMBERS = st.sampled_from(["ana", "bo"])
TITLES = st.sampled_from(["Strike", "Sit-in", "Picket"])


class Path(RuleBasedStateMachine):
    """`stood`: each version's (title, sources); `seen`: what each one's page shows; `waits`: who said yes to what."""

    cast: dict

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.seats = {name: member.seat for name, member in self.cast.items()}
        self.report = make.report(self.cast["ana"], sources=(), title="Strike")
        self.stood, self.seen = [("Strike", 0)], dict.fromkeys(self.cast, 1)
        self.waits = self.public = None
        self.corrections, self.withdrawn, self.released = 0, False, 0

    def tried(self, may, deed, *args, **options):
        """Whether it was done: exactly when the model says that it may be."""
        try:
            with transaction.atomic():
                deed(*args, **options)
        except ValidationError:
            assert not may
            return False
        assert may
        return True

    @property
    def row(self):
        return make.fresh(self.report)

    @rule(member=MEMBERS)
    def look(self, member):
        self.seen[member] = len(self.stood)

    @rule(member=MEMBERS, title=TITLES, sources=st.integers(0, 2))
    def save(self, member, title, sources):
        draft = Draft(make.record(title=title, sources=make.SOURCES[:sources]))
        said = {"seat": self.seats[member], "seen": self.seen[member], "now": timezone.now()}
        if self.tried(self.seen[member] == len(self.stood), save_draft, self.row, draft, **said):
            self.stood.append((title, sources))
            self.waits = None

    @rule(member=MEMBERS, words=st.sampled_from(["", "The title."]))
    def say_yes(self, member, words):
        changed = self.public is None or (self.released != len(self.stood) and words)
        may = self.newest_seen(member) and not self.waits and self.stood[-1][1] == 2 and bool(changed)
        self.put_forward(member, may, Forward("release", words))

    @rule(member=MEMBERS)
    def propose_to_withdraw(self, member):
        may = self.newest_seen(member) and not self.waits and self.public is not None and not self.withdrawn
        self.put_forward(member, may, Forward("withdraw", "It was wrong."))

    def newest_seen(self, member):
        return self.seen[member] == len(self.stood)

    def put_forward(self, member, may, forward):
        said = {"seat": self.seats[member], "seen": self.seen[member], "now": timezone.now()}
        if self.tried(may, put_forward, self.row, forward, **said):
            self.waits = (member, forward.deed)

    @rule()
    def take_it_back(self):
        take_back(self.report)
        self.waits = None

    @rule()
    def stop(self):
        if self.tried(self.public is None, stop_publication, self.row):
            self.waits = None

    @rule(member=MEMBERS)
    def release(self, member):
        may = self.newest_seen(member) and self.waits is not None and self.waits[0] != member
        may = may and not (self.withdrawn and self.waits[1] == "release" and self.public is not None)
        said = {"seat": self.seats[member], "seen": self.seen[member], "now": timezone.now()}
        if self.tried(may, release_report, self.row, **said):
            if self.waits[1] == "withdraw":
                self.withdrawn = True
            else:
                self.corrections += self.public is not None
                self.public, self.released = self.stood[-1], len(self.stood)
            self.waits = None

    @invariant()
    def the_desk_and_the_chronicle_say_what_the_model_says(self):
        row = self.row
        newest = newest_of(self.seats["bo"], row)
        record = newest.draft.record
        assert (record.title, len(record.sources), row.number) == (*self.stood[-1], len(self.stood))
        assert row.forward_seat_id == (self.seats[self.waits[0]].pk if self.waits else None)
        assert Struggle.objects.count() == (self.public is not None)
        if self.public is not None:
            shown = record_of(row.struggle)
            assert (shown.title, len(shown.sources)) == self.public
            assert (row.struggle.corrections.count(), row.released_number) == (self.corrections, self.released)
            assert (row.struggle.withdrawn_on is not None) == self.withdrawn
        assert stage_of(path_of(row, newest.draft)).stage == self.stage()

    def stage(self):
        if self.public is None:
            reached = {0: "stub", 1: "stub"}.get(self.stood[-1][1], "drafted")
            return "forward" if self.waits else reached
        if self.stood[-1][1] < 2:
            return "stub"  # the draft lost its sources since it was published
        return "withdrawn" if self.withdrawn else "corrected" if self.corrections else "published"

    def teardown(self):
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)


@pytest.mark.parametrize("examples", [12, pytest.param(70, marks=pytest.mark.long)])
def test_any_order_agrees_with_the_model(ana, bo, examples):
    machine = type("Cast", (Path,), {"cast": {"ana": ana, "bo": bo}})
    checks = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
    with_settings = settings(max_examples=examples, stateful_step_count=25, deadline=None, suppress_health_check=checks)
    run_state_machine_as_test(machine, settings=with_settings)

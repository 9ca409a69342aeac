"""A note through any order of savings by two people, held against a simple model of it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from rooted.base.comparison import compare
from rooted.notes import actions
from rooted.notes.actions import Written
from rooted.notes.models import Note, Version
from rooted.notes.reading import newest_of, read_version
from rooted.notes.sealed import EARLIER, NOTE
from rooted.notes.tests import make

MEMBERS = st.sampled_from(["ana", "bo"])
KEPT = 6  # fewer than in the product, so that the oldest are dropped here too


class Versions(RuleBasedStateMachine):
    """`stood` is every version there ever was, (writer, text), in order; `seen` the number each member's page shows."""

    cast: dict

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.seats = {name: member.seat for name, member in self.cast.items()}
        self.note = make.note(self.cast["ana"], text="first")
        self.stood, self.seen = [("Ana", "first")], dict.fromkeys(self.cast, 1)

    def save(self, member, text, **more):
        """Whether it was saved: exactly when the member's page showed the newest version."""
        may = self.seen[member] == len(self.stood)
        written = {"written": Written("Who does what", text), "seen": self.seen[member]}
        try:
            actions.save_note(self.note, seat=self.seats[member], **written, now=timezone.now(), **more)
        except ValidationError:
            assert not may
            return
        assert may
        self.stood.append((member.title(), text))

    @rule(member=MEMBERS)
    def look(self, member):
        self.seen[member] = len(self.stood)

    @rule(member=MEMBERS, text=st.sampled_from(["we meet", "we meet at six", "we meet\nat six", "", "مفتاح"]))
    def edit(self, member, text):
        self.save(member, text)

    @rule(member=MEMBERS, back=st.integers(0, KEPT - 1))
    def bring_back(self, member, back):
        number = max(1, len(self.stood) - back)
        self.save(member, self.stood[number - 1][1], brought_back=number)

    @invariant()
    def nothing_is_lost_and_the_numbers_have_no_gaps(self):
        rows = Version.objects.filter(note=self.note).select_related("item", "note").order_by("number")
        read = [read_version(self.seats["bo"], row) for row in rows]
        first = max(0, len(self.stood) - KEPT)
        assert [row.number for row in rows] == list(range(first + 1, len(self.stood) + 1))
        assert [(one.who, one.content["text"]) for one in read] == self.stood[first:]

    @invariant()
    def the_newest_is_what_the_page_shows_and_alone_is_searched(self):
        note = Note.objects.get(pk=self.note.pk)
        newest = newest_of(self.seats["ana"], note)
        assert (note.number, newest.content["text"]) == (len(self.stood), self.stood[-1][1])
        kinds = list(Version.objects.filter(note=note).order_by("-number").values_list("item__kind", flat=True))
        assert kinds == [NOTE.name] + [EARLIER.name] * (len(kinds) - 1)
        assert compare(newest.written.whole, newest.written.whole) == []

    def teardown(self):
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)


@pytest.mark.parametrize("examples", [8, pytest.param(60, marks=pytest.mark.long)])
def test_any_order_of_savings_agrees_with_the_model(ana, bo, examples, monkeypatch):
    monkeypatch.setattr(actions, "VERSIONS_KEPT", KEPT)
    machine = type("Cast", (Versions,), {"cast": {"ana": ana, "bo": bo}})
    checks = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
    with_settings = settings(max_examples=examples, stateful_step_count=20, deadline=None, suppress_health_check=checks)
    run_state_machine_as_test(machine, settings=with_settings)

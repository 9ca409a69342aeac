"""A proposal through any order of what three members do with it, held against a plain model of it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from rooted.ballots import actions as ballots
from rooted.proposals import asking, proposing, voting
from rooted.proposals.models import Amendment, Proposal
from rooted.proposals.tests import make
from rooted.register.models import Entry

WHO = st.sampled_from(["ana", "bo", "gul"])
WORDS = st.sampled_from(["We stop at six.", "We stop at seven.", "We go on.\n\nUntil Friday."])
VOTES = st.sampled_from(["agree", "abstain", "aside", "object"])
RUNNING = {"draft", "seconded", "open"}


class Proposals(RuleBasedStateMachine):
    """`old`: what each earlier proposal said when it was frozen, by id. Votes by name; nobody has a deadline."""

    cast: dict

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.seats = {name: member.seat for name, member in self.cast.items()}
        self.row = make.proposal(self.cast["ana"], text="We stop at six.", method="consent", burn_days=7)
        self.state, self.text, self.by, self.second = "draft", "We stop at six.", "ana", ""
        self.votes, self.old, self.entries, self.version, self.made = {}, {}, 0, 1, []

    def tried(self, deed, *, may) -> bool:
        """Do it; whether it went through, which is exactly when it may."""
        try:
            with transaction.atomic():
                deed()
        except ValidationError:
            assert not may
            return False
        assert may
        return True

    def written(self, text):
        self.text, self.version = text, self.version + 1

    @rule(who=WHO, text=WORDS)
    def edit(self, who, text):
        draft = make.draft(text=text, method="consent", burn_days=7)
        how = {"seat": self.seats[who], "draft": draft, "seen": self.version, "today": make.today()}
        may = who == self.by and self.state in {"draft", "seconded"}
        if self.tried(lambda: proposing.edit_proposal(self.row, **how), may=may):
            self.written(text)
            self.state, self.second = "draft", ""

    @rule(who=WHO, stale=st.booleans())
    def stand_behind(self, who, stale):
        how = {"seat": self.seats[who], "seen": self.version - stale, "today": make.today()}
        may = self.state in RUNNING and not stale and who != self.by
        done = self.tried(lambda: proposing.second_proposal(self.row, **how), may=may)
        if done and self.state == "draft":
            self.state, self.second = "seconded", who

    @rule(who=WHO)
    def suggest_and_take_over(self, who):
        """Other words by `who`, taken over by the proposer at once."""
        if self.state not in {"draft", "seconded"}:
            return
        words = f"{who} says so, {self.version}."
        said = make.amendment(self.cast[who], make.fresh(self.row), after=words)
        how = {"seat": self.seats[self.by], "seen": self.version, "today": make.today()}
        if self.tried(lambda: proposing.accept_amendment(said, **how), may=True):
            rest = self.text.split("\n\n")[1:]
            self.written("\n\n".join([words, *rest]))
            self.second = who if who != self.by else self.second
            self.state = "seconded" if self.second else "draft"
        Amendment.objects.all().delete()

    @rule(who=WHO)
    def open_it(self, who):
        opening = voting.Opening("members")
        how = {"seat": self.seats[who], "opening": opening, "seen": self.version, "now": make.now()}
        if self.tried(lambda: voting.open_vote(self.row, **how), may=self.state == "seconded"):
            self.state, self.votes = "open", {}
            self.old[self.row.pk] = self.text

    @rule(who=WHO, choice=VOTES)
    def vote(self, who, choice):
        question = make.fresh(self.row).question
        if question is None:
            return
        how = {"seat": self.seats[who], "choice": choice, "reason": "Because.", "now": make.now()}
        if self.tried(lambda: ballots.cast_vote(question, **how), may=self.state == "open"):
            self.votes[who] = choice

    @rule(who=WHO)
    def close(self, who):
        may = self.state != "open" or len(self.votes) == 3
        deed = lambda: voting.close_vote(self.row, seat=self.seats[who], now=make.now())  # noqa: E731
        if self.tried(deed, may=may) and self.state == "open":
            given = list(self.votes.values())
            self.state = "blocked" if "object" in given else "carried" if "agree" in given else "not carried"
            self.entries += 1

    @rule(who=WHO)
    def withdraw(self, who):
        how = {"seat": self.seats[who], "why": "", "today": make.today()}
        others = self.state == "open" and set(self.votes) - {who}
        may = who == self.by and self.state in RUNNING and not others
        if self.tried(lambda: proposing.withdraw_proposal(self.row, **how), may=may):
            self.state = "withdrawn"

    @rule(who=WHO, other=WHO, text=WORDS)
    def ask_again(self, who, other, text):
        """One tap once it is decided; while it is open, a draft of `who` that `other` has to second."""
        draft, state = make.draft("Again", text, "consent", burn_days=7), self.state
        how = {"seat": self.seats[who], "draft": draft, "closes": None, "now": make.now()}
        may = state not in {"draft", "seconded", "withdrawn"}
        if not self.tried(lambda: self.made.append(asking.ask_again(make.fresh(self.row), **how)), may=may):
            return
        new = self.made.pop()
        if state == "open":
            second = {"seat": self.seats[other], "seen": 1, "now": make.now()}
            if not self.tried(lambda: asking.second(make.fresh(new), **second), may=other != who):
                Proposal.objects.filter(pk=new.pk).delete()
                return
        self.asked_anew(new, who, other if state == "open" else "", text)

    def asked_anew(self, row, who, second, text):
        self.row, self.state, self.text, self.by, self.second = row, "open", text, who, second
        self.votes, self.version = {}, 1
        self.old[row.pk] = text

    @rule()
    def begin_anew(self):
        if self.state in RUNNING:
            return
        self.row = make.proposal(self.cast["ana"], text="We stop at six.", method="consent")
        self.state, self.text, self.by, self.second, self.version = "draft", "We stop at six.", "ana", "", 1

    @invariant()
    def it_stands_as_the_model_says(self):
        row = make.fresh(self.row)
        said = make.content(self.cast["ana"], row)
        second = self.seats[self.second].pk if self.second else 0
        found = (row.state, row.version, said["text"], said["seat"], said["seconder"])
        assert found == (self.state, self.version, self.text, self.seats[self.by].pk, second)
        assert Entry.objects.count() == self.entries

    @invariant()
    def what_was_frozen_never_changed(self):
        rows = {row.pk: row for row in Proposal.objects.exclude(opened_on=None)}
        assert {pk: make.content(self.cast["bo"], row)["text"] for pk, row in rows.items()} == self.old

    def teardown(self):
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)


@pytest.mark.parametrize("examples", [8, pytest.param(60, marks=pytest.mark.long)])
def test_any_order_of_deeds_agrees_with_the_model(ana, bo, examples):
    machine = type("Cast", (Proposals,), {"cast": {"ana": ana, "bo": bo, "gul": make.third(ana)}})
    checks = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
    with_settings = settings(max_examples=examples, stateful_step_count=25, deadline=None, suppress_health_check=checks)
    run_state_machine_as_test(machine, settings=with_settings)

"""An introduction through any order of answers, against a simple model: nothing is shown before two say yes."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from rooted.intake.actions import erase_thread
from rooted.intake.receipts import new_token
from rooted.support.introductions import asked, write_to_the_other
from rooted.support.models import Introduction, IntroductionMessage
from rooted.support.tests import make

SIDES = st.sampled_from([0, 1])


class Introductions(RuleBasedStateMachine):
    """`said`: what each answered last (None, "yes", "no"); `met` once both stood at yes; `gone` after an erasure."""

    host = None

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.who = [make.starter(self.host), make.starter(self.host)]
        self.pk = make.introduced(self.host, *self.who).pk
        self.said, self.texts, self.talk = [None, None], ["", ""], []
        self.met, self.gone = False, None

    @rule(side=SIDES, yes=st.booleans(), text=st.sampled_from(["Mo", "Lu", "x" * 600]))
    def answer(self, side, yes, text):
        if self.gone is not None:
            return self.refused(side, yes)
        make.says(self.who[side], Introduction.objects.get(pk=self.pk), yes=yes, text=text)
        if not self.met:
            self.said[side], self.texts[side] = "yes" if yes else "no", text if yes else ""
            self.met = self.said == ["yes", "yes"]

    def refused(self, side, yes):
        if side != self.gone:
            with pytest.raises(ValidationError):
                make.says(self.who[side], Introduction(pk=self.pk), yes=yes)

    @rule(side=SIDES)
    def write(self, side):
        if self.gone is not None:
            return
        text = f"message {len(self.talk)}"
        try:
            write_to_the_other(self.who[side].opened, self.pk, text=text, token=new_token(), now=timezone.now())
        except ValidationError:
            assert not self.met
        else:
            assert self.met
            self.talk.append(text)

    @rule(side=SIDES, really=st.integers(0, 9))
    def erase(self, side, really):
        if self.gone is None and really == 0:
            erase_thread(self.who[side].opened.thread)
            self.gone = side

    @invariant()
    def each_sees_what_the_model_says(self):
        if self.gone is not None:
            left = self.who[1 - self.gone]
            assert asked(left.opened, left.wish) == []
            assert IntroductionMessage.objects.filter(introduction=self.pk).count() == 0
            return
        for side, who in enumerate(self.who):
            (seen,) = asked(who.opened, who.wish)
            assert (seen.answer or None, seen.mine) == (self.said[side], self.texts[side])
            assert seen.theirs == (self.texts[1 - side] if self.met else "")
            assert [one["text"] for one in seen.talk] == self.talk
            assert (seen.introduction.met_on is not None) is self.met

    def teardown(self):
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)


@pytest.mark.parametrize("examples", [15, pytest.param(70, marks=pytest.mark.long)])
def test_any_order_of_answers_agrees_with_the_model(ana, examples):
    machine = type("Hosted", (Introductions,), {"host": make.hosting(ana)})
    checks = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
    with_settings = settings(max_examples=examples, stateful_step_count=15, deadline=None, suppress_health_check=checks)
    run_state_machine_as_test(machine, settings=with_settings)

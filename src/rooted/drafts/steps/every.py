"""The steps of writing in their order. Each can be skipped, each is saved by itself."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rooted.drafts.draft import Draft, blank
from rooted.drafts.kept_back import ASK, that_say_something
from rooted.drafts.steps.backed import NotesForm, SourcesForm, SupportForm
from rooted.drafts.steps.did import ActionsForm, DaysForm, DidForm
from rooted.drafts.steps.form import StepForm
from rooted.drafts.steps.told import AccountForm, EndsForm, answer_form, points_form
from rooted.drafts.steps.what import WhatForm
from rooted.drafts.steps.who import WhomForm, WorkersForm
from rooted.records import questions

POINTS = "points-"  # points of one kind: "points-weak"


@dataclass(frozen=True)
class Step:
    """One page of writing: its name in the address, what it is called, its form."""

    name: str
    title: Promise | str
    form: type[StepForm]

    @property
    def is_question(self) -> bool:
        return self.name.startswith(ASK)

    def kept_back(self, draft: Draft) -> bool:
        """Whether something that stands there is kept back now."""
        marks = {mark for mark in draft.kept if mark in self.form.keeps or self.name == mark.partition("/")[0]}
        points = any(point.withheld and self.name == f"{POINTS}{point.kind}" for point in draft.record.points)
        return draft.may_run and (points or bool(that_say_something(draft.record, marks)))

    def filled(self, draft: Draft) -> bool:
        """Whether anything stands there."""
        nothing = blank(draft.record.started_on, draft.record.language)
        return self.form.shown(draft) != self.form.shown(nothing)


def _steps() -> list[Step]:
    asked = [Step(f"{ASK}{code}", _("The account, by questions"), answer_form(code)) for code in questions.QUESTIONS]
    points = [Step(f"{POINTS}{kind}", words, points_form(kind)) for kind, words in questions.POINT_KINDS.items()]
    return [
        Step("what", _("What, where and when"), WhatForm),
        Step("whom", _("With whom"), WhomForm),
        Step("workers", _("Who worked there"), WorkersForm),
        Step("did", _("What they did"), DidForm),
        Step("actions", _("Single actions"), ActionsForm),
        Step("days", _("Days not worked"), DaysForm),
        Step("ends", _("Demands and how it ended"), EndsForm),
        *asked,
        Step("account", _("The account, told freely"), AccountForm),
        *points,
        Step("sources", _("Sources"), SourcesForm),
        Step("support", _("Happening now: how to support"), SupportForm),
        Step("notes", _("Notes among us"), NotesForm),
    ]


STEPS = {step.name: step for step in _steps()}


def after(name: str) -> Step | None:
    """The step that follows; None after the last."""
    names = list(STEPS)
    place = names.index(name) + 1
    return STEPS[names[place]] if place < len(names) else None


@dataclass(frozen=True)
class StepRow:
    """A step in the overview. All questions are one row, which leads to the first that is not answered."""

    name: str
    title: Promise | str
    filled: bool
    answered: int = 0
    asked: int = 0
    kept_back: bool = False


def questions_with(draft: Draft) -> list[StepRow]:
    """A row for each question, by its own words."""
    return [
        StepRow(
            step.name, questions.QUESTIONS[step.name.removeprefix(ASK)], step.filled(draft), 0, 0, step.kept_back(draft)
        )
        for step in STEPS.values()
        if step.is_question
    ]


def steps_with(draft: Draft) -> list[StepRow]:
    """The rows of the overview."""
    rows = []
    asked = [step for step in STEPS.values() if step.is_question]
    for step in STEPS.values():
        if not step.is_question:
            rows.append(StepRow(step.name, step.title, step.filled(draft), kept_back=step.kept_back(draft)))
        elif step == asked[0]:
            empty = [one for one in asked if not one.filled(draft)]
            first, answered = (empty or asked)[0], len(asked) - len(empty)
            back = any(one.kept_back(draft) for one in asked)
            rows.append(StepRow(first.name, step.title, bool(answered), answered, len(asked), back))
    return rows

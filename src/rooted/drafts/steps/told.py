"""How it ended, the account by questions, and the points drawn from it."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from rooted.drafts.as_text import point_name
from rooted.drafts.draft import Draft
from rooted.drafts.kept_back import ACCOUNT, ASK, ENDS
from rooted.drafts.steps.form import KEEP, Block, Rows, StepForm, chosen, line, one_of, text, ticks
from rooted.drafts.steps.who import OWN_WORDS, coded, own_words, with_codes, with_other
from rooted.records import codes, questions
from rooted.records.record import Answer, Point
from rooted.struggles.models.details import ANSWER_LENGTH, EVIDENCE_LENGTH
from rooted.struggles.models.struggle import ACCOUNT_LENGTH
from rooted.struggles.vocabulary import folded


class EndsForm(StepForm):
    """Demands, what was done against it, how it ended and what came later."""

    keeps = (ENDS,)
    LATER = ("outcome_after_3", "outcome_after_12")

    def own(self) -> dict[str, forms.Field]:
        over = [pair for pair in codes.OUTCOMES if pair[0] != codes.GOES_ON]
        return {
            "demand": ticks(_("What was it about?"), with_other(self.draft, "demand")),
            "demand_words": line(OWN_WORDS, 400),
            "response": ticks(_("What was done against it, or in answer to it?"), with_other(self.draft, "response")),
            "response_words": line(OWN_WORDS, 400),
            "outcome": one_of(_("How did it end?"), over),
            "outcome_after_3": chosen(_("How did it look after three months?"), codes.OUTCOMES),
            "outcome_after_12": chosen(_("How did it look after twelve months?"), codes.OUTCOMES),
        }

    def blocks(self) -> tuple[Block, ...]:
        later = _("Promises are often taken back later. Fill this in when the time has come.")
        return (
            Block(("demand", "demand_words")),
            Block(("response", "response_words")),
            Block(("outcome",)),
            Block(self.LATER, _("And later?"), later),
        )

    @classmethod
    def shown(cls, draft: Draft) -> dict[str, Any]:
        record = draft.record
        return {
            "demand": coded(draft, "demand"),
            "demand_words": own_words(draft, "demand"),
            "response": coded(draft, "response"),
            "response_words": own_words(draft, "response"),
            "outcome": codes.UNKNOWN if record.outcome == codes.GOES_ON else record.outcome,
            **{name: getattr(record, name) for name in cls.LATER},
        }

    def write(self, draft: Draft) -> Draft:
        typed = self.cleaned_data
        lists = {name: (typed[name], typed[f"{name}_words"]) for name in ("demand", "response")}
        changed = with_codes(draft, lists)
        outcome = typed["outcome"] or codes.UNKNOWN
        if outcome == codes.UNKNOWN and draft.record.outcome == codes.GOES_ON:
            outcome = codes.GOES_ON  # that it goes on was said on another page, and is taken back there
        later: dict[str, Any] = {name: typed[name] or codes.UNKNOWN for name in self.LATER}
        seen = changed.record.seen_going_on if outcome in (codes.GOES_ON, codes.UNKNOWN) else None
        return replace(changed, record=replace(changed.record, outcome=outcome, seen_going_on=seen, **later))


class AnswerForm(StepForm):
    """One of the guiding questions; each page asks one."""

    question = ""

    def own(self) -> dict[str, forms.Field]:
        return {"text": text(questions.question(self.question), ANSWER_LENGTH)}

    @classmethod
    def shown(cls, draft: Draft) -> dict[str, Any]:
        answers = {answer.question: answer.text for answer in draft.record.answers}
        return {"text": answers.get(cls.question, "")}

    def write(self, draft: Draft) -> Draft:
        answers = {answer.question: answer.text for answer in draft.record.answers}
        typed = self.cleaned_data["text"].strip()
        if answers.get(self.question, "") == typed:
            return draft
        answers[self.question] = typed
        made = tuple(Answer(code, answers[code]) for code in questions.QUESTIONS if answers.get(code))
        return replace(draft, record=replace(draft.record, answers=made))


def answer_form(question: str) -> type[AnswerForm]:
    """The page that asks this question."""
    values = {"question": question, "keeps": (f"{ASK}{question}",)}
    return type(f"Answer{question.title()}Form", (AnswerForm,), values)


class AccountForm(StepForm):
    """What happened, told freely."""

    keeps = (ACCOUNT,)

    def own(self) -> dict[str, forms.Field]:
        hint = _("As you would tell it to somebody who was not there. Leave names out.")
        return {"account": text(_("What happened?"), ACCOUNT_LENGTH, hint)}

    @classmethod
    def shown(cls, draft: Draft) -> dict[str, Any]:
        return {"account": draft.record.account}

    def write(self, draft: Draft) -> Draft:
        return replace(draft, record=replace(draft.record, account=self.cleaned_data["account"].strip()))


class WordInput(forms.TextInput):
    """A line to write in; the browser offers the words in use, without script."""

    def __init__(self, kind: str, words: list[str]) -> None:
        self.kind, self.words = kind, words
        super().__init__({"autocomplete": "off", "list": f"words-{kind}"})


class PointsForm(StepForm):
    """Points of one kind: a word of the vocabulary or of one's own, and the evidence."""

    kind = ""
    vocabulary: tuple[str, ...] = ()  # words in use, set by the view

    def __init__(self, data: Any = None, *, draft: Draft, initial: dict[str, Any] | None = None) -> None:
        there = any(point.withheld for point in draft.record.points if point.kind == self.kind)
        back = self.kind != questions.WEAK and (draft.may_run or there)
        hint = _("Say what shows it. Others learn from that, not from the word.")
        if self.kind == questions.WEAK and draft.may_run:
            hint = _("Weak points stay on your desk while it still goes on. Say what shows each of them.")
        rows = Rows(
            "points", questions.POINT_KINDS[self.kind], _("Point %(number)d"), lambda _draft: self._fields(back),
            ("words", "evidence"), least=2, hint=hint,
        )  # fmt: skip
        self.lists = (rows,)
        super().__init__(data, draft=draft, initial=initial)

    def _fields(self, may_be_shown: bool) -> dict[str, forms.Field]:
        word = line(_("In a few words"), 80, _("A word that others use too can be compared. Yours is welcome as well."))
        word.widget = WordInput(self.kind, [])
        fields: dict[str, forms.Field] = {"words": word, "evidence": text(_("What shows it?"), EVIDENCE_LENGTH)}
        if may_be_shown:
            fields["withheld"] = forms.BooleanField(label=KEEP, required=False)
        return fields

    def datalist(self) -> str:
        """The words in use, for the browser to offer."""
        options = format_html_join("", '<option value="{}"></option>', ((word,) for word in self.vocabulary))
        return format_html('<datalist id="words-{}">{}</datalist>', self.kind, options)

    @classmethod
    def shown(cls, draft: Draft) -> dict[str, Any]:
        points = [point for point in draft.record.points if point.kind == cls.kind]
        rows = [{"words": point_name(one), "evidence": one.evidence, "withheld": one.withheld} for one in points]
        return {"points": rows}

    def write(self, draft: Draft) -> Draft:
        seeds = {folded(str(words)): code for code, words in questions.SEEDS[self.kind].items()}
        made = []
        for _number, row in self.rows("points"):
            words = " ".join((row["words"] or "").split())
            code = seeds.get(folded(words), "") if words else ""
            back = self.kind == questions.WEAK or bool(row.get("withheld"))
            made.append(Point(self.kind, "" if code else words, code, row["evidence"] or "", back))
        points = list(dict.fromkeys(made))
        if points == [one for one in draft.record.points if one.kind == self.kind]:
            return draft
        kinds = {kind: [one for one in draft.record.points if one.kind == kind] for kind in questions.POINT_KINDS}
        kinds[self.kind] = points
        every = tuple(point for kind in questions.POINT_KINDS for point in kinds[kind])
        return replace(draft, record=replace(draft.record, points=every))


def points_form(kind: str) -> type[PointsForm]:
    """The page for points of this kind."""
    return type(f"{kind.title()}PointsForm", (PointsForm,), {"kind": kind})

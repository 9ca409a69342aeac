"""What members do with a proposal until it is voted on: write, second, speak about it, change its words, withdraw it.

Every change claims the version that its writer has seen, and only while the text is not frozen.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.assembly.calling import GONE
from rooted.assembly.models import Assembly
from rooted.ballots.access import begun_without
from rooted.ballots.actions import end_uncounted
from rooted.ballots.models import Question
from rooted.circles.models import SealedItem
from rooted.groups.models import Seat
from rooted.proposals.access import hold_assembly, hold_proposal, is_proposer
from rooted.proposals.burning import let_its_minutes_burn
from rooted.proposals.models import Amendment, Proposal, Remark
from rooted.proposals.paragraphs import first_gap, paragraphs, too_much, with_paragraph
from rooted.proposals.sealed import AMENDMENT, PROPOSAL, REMARK
from rooted.rules.deciding import rules_of
from rooted.rules.rules import HowWeDecide, sentences

MOST_REMARKS = 200
MOST_AMENDMENTS = 50
DRAFT_DAYS = 90  # what is to be erased after its decision is erased so long after its draft too, should none come
GRACE_DAYS = 30  # and so long after the last day of its vote

CHANGED = gettext_lazy("Somebody changed these words just now. Read them, then do it again if you still want to.")
FROZEN = gettext_lazy("The vote is open, so the text is frozen. You can suggest other words and ask again.")
TOO_LONG = gettext_lazy("The text would be too long then. Make your words shorter, or write a proposal of your own.")
TOO_MUCH = gettext_lazy("These are too many paragraphs. Make some of them one.")
ENDED = gettext_lazy("This proposal was decided or withdrawn. Nothing was changed.")
VOTED = gettext_lazy(
    "Others have voted already, so nobody ends this alone. It ends when it is counted, or when two of you ask again "
    "with other words."
)
FOLLOW_FROM_RULES = gettext_lazy("These words follow from the rules. Withdraw this and write the rules anew.")
ONLY_PROPOSER = gettext_lazy("Only the member who proposed this can do that. You can suggest other words.")


@dataclass(frozen=True)
class Terms:
    """What follows if it is carried. `burn_days`: so many days after the end the text is erased, 0 for never.

    `renewed`: "day" or "shift", so often everyone is asked whether it goes on; "" for never.
    """

    bound: str = ""
    tasks: tuple[str, ...] = ()
    in_force_from: date | None = None
    in_force_until: date | None = None
    review_on: date | None = None
    burn_days: int = 0
    renewed: str = ""

    @property
    def plain(self) -> dict[str, Any]:
        """The same as JSON holds it."""
        days = {name: getattr(self, name).isoformat() if getattr(self, name) else "" for name in DAYS}
        said = {"bound": self.bound, "tasks": list(self.tasks), "renewed": self.renewed}
        return {**said, **days, "burn_days": self.burn_days}

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> "Terms":
        """What `plain` made, also before there was `renewed`."""
        days = {name: date.fromisoformat(plain[name]) if plain[name] else None for name in DAYS}
        return cls(**{**plain, **days, "tasks": tuple(plain["tasks"])})

    def burns_on(self, ended: date) -> date | None:
        """The day of its erasing, if it ends on the day `ended`."""
        return ended + timedelta(days=self.burn_days) if self.burn_days else None

    def later(self, by: timedelta) -> "Terms":
        """The same with all its days moved on."""
        days = {name: getattr(self, name) and getattr(self, name) + by for name in DAYS}
        return replace(self, **days)


DAYS = ("in_force_from", "in_force_until", "review_on")


@dataclass(frozen=True)
class Draft:
    """What a proposer types. `method`, `options`: as in ballots.methods; `rules`: as in rules.py, else {}."""

    title: str
    text: str
    method: str
    options: tuple[str, ...] = ()
    terms: Terms = Terms()
    rules: dict[str, Any] = field(default_factory=dict)

    @property
    def sealed(self) -> dict[str, Any]:
        """The same as it is sealed."""
        return {
            "title": self.title,
            "text": self.text,
            "method": self.method,
            "options": list(self.options),
            "terms": self.terms.plain,
            "rules": self.rules,
        }


def draft_of(content: dict[str, Any]) -> Draft:
    """What its proposer typed, of what was sealed."""
    terms = Terms.from_plain(content["terms"])
    said = (content["title"], content["text"], content["method"], tuple(content["options"]))
    return Draft(*said, terms, content["rules"])


def with_words_of(draft: Draft, said: dict[str, Any]) -> Draft:
    """`draft` with the other words that were suggested; refused when the paragraph is not there any more, or the text
    would be longer than one can be."""
    text = with_paragraph(draft.text, said["before"], said["after"])
    if not text:
        raise ValidationError(_("The paragraph was changed meanwhile. Edit the text, or drop this suggestion."))
    if too_much(text):
        raise ValidationError(TOO_LONG)
    return replace(draft, text=text)


def content_of(proposal: Proposal, seat: Seat) -> dict[str, Any]:
    """What it says now, read afresh; raises seal.Closed."""
    return {"here": []} | seat.keys.read(SealedItem.objects.get(proposal=proposal.pk), PROPOSAL)


def refuse_gaps(text: str) -> None:
    """Refuse to freeze a text in which a gap of what it began from is still open."""
    number = first_gap(text)
    if number:
        words = _("In paragraph %(number)d a gap is still open: “…”. Its proposer fills it in first.")
        raise ValidationError(words % {"number": number})


@transaction.atomic
def add_proposal(seat: Seat, draft: Draft, *, today: date, assembly: Assembly | None = None) -> Proposal:
    """Write a proposal down; every member can read it from now on. Refused if its assembly was erased meanwhile."""
    if assembly is not None and not hold_assembly(assembly.pk):
        raise ValidationError(GONE)
    said = {**draft.sealed, "seat": seat.pk, "seconder": 0, "why": "", "here": members_now(seat)}
    item = seat.keys.seal(PROPOSAL, said)
    burns_on = draft.terms.burns_on(today + timedelta(days=DRAFT_DAYS))
    return Proposal.objects.create(group=seat.group, item=item, assembly=assembly, written_on=today, burns_on=burns_on)


def members_now(seat: Seat) -> list[int]:
    """Who is here, by the ids of their seats; [] unless our rules say that only those vote who are here already."""
    rules = rules_of(seat).binding
    if rules is None or rules.electorate != "before":
        return []
    return sorted(Seat.objects.active().filter(group=seat.group_id).values_list("pk", flat=True))


def propose_rules(seat: Seat, rules: HowWeDecide, *, today: date) -> Proposal:
    """Put new rules as a proposal: they hold once it is carried by the rules that hold now."""
    text = "\n\n".join(sentences(rules))
    now = rules_of(seat).rules
    draft = Draft(title=_("How we decide here"), text=text, method=now.method, rules=rules.sealed)
    return add_proposal(seat, draft, today=today)


@transaction.atomic
def edit_proposal(proposal: Proposal, *, seat: Seat, draft: Draft, seen: int, today: date) -> None:
    """Say it in other words; whoever seconded the old ones is asked anew. Raises "overtaken", or that it is frozen."""
    burns_on = draft.terms.burns_on(today + timedelta(days=DRAFT_DAYS))
    content = _claim(proposal, seat, seen, seconded_on=None, burns_on=burns_on)
    if not is_proposer(seat, content):
        raise ValidationError(ONLY_PROPOSER)
    if content["rules"]:
        raise ValidationError(FOLLOW_FROM_RULES)
    _reseal(proposal, seat, {**content, **draft.sealed, "rules": {}, "seconder": 0})


@transaction.atomic
def second_proposal(proposal: Proposal, *, seat: Seat, seen: int, today: date) -> None:
    """A second member stands behind these words. A second call does nothing."""
    hold_proposal(proposal.pk)
    rows = Proposal.objects.running().filter(pk=proposal.pk, version=seen)
    content = content_of(proposal, seat)
    if not rows.exists():
        raise _refusal(proposal)
    if is_proposer(seat, content) and content["seat"] == seat.pk:
        raise ValidationError(_("You proposed this. Another member has to second it."))
    refuse_gaps(content["text"])
    if rows.filter(seconded_on=None).update(seconded_on=today):
        _reseal(proposal, seat, content | {"seconder": seat.pk})


@transaction.atomic
def add_remark(proposal: Proposal, *, seat: Seat, about: str, text: str, now: datetime) -> Remark:
    """Say something about the paragraph `about`, or about all of it with ""."""
    hold_proposal(proposal.pk)
    if not Proposal.objects.running().filter(pk=proposal.pk).exists():
        raise ValidationError(ENDED)
    if Remark.objects.filter(proposal=proposal).count() >= MOST_REMARKS:
        raise ValidationError(_("So much was said here that no more can be kept. Speak about it at a meeting."))
    content = {"about": about, "text": text, "seat": seat.pk, "at": now.isoformat()}
    return Remark.objects.create(proposal=proposal, item=seat.keys.seal(REMARK, content))


@transaction.atomic
def suggest_amendment(
    proposal: Proposal, *, seat: Seat, number: int, after: str, why: str, seen: int, now: datetime
) -> Amendment:
    """Suggest other words for paragraph `number`, from 0: one paragraph, several, or "" to take it out.

    The proposer answers.
    """
    hold_proposal(proposal.pk)
    if not Proposal.objects.running().filter(pk=proposal.pk, version=seen).exists():
        raise _refusal(proposal, frozen=False)
    content = content_of(proposal, seat)
    if content["rules"]:
        raise ValidationError(FOLLOW_FROM_RULES)
    if Amendment.objects.filter(proposal=proposal).count() >= MOST_AMENDMENTS:
        raise ValidationError(
            _("So many changes were suggested that no more can be kept. Write a proposal of your own.")
        )
    before = paragraphs(content["text"])[number]
    if after == before:
        raise ValidationError(_("These are the same words. Change what you want to change."))
    text = with_paragraph(content["text"], before, after)
    if not text:
        raise ValidationError(_("Nothing would be left of the text."))
    if too_much(text):
        raise ValidationError(TOO_LONG)
    said = {"before": before, "after": after, "why": why, "seat": seat.pk, "at": now.isoformat()}
    item = seat.keys.seal(AMENDMENT, said | {"answer": "", "because": ""})
    return Amendment.objects.create(proposal=proposal, item=item)


@transaction.atomic
def accept_amendment(amendment: Amendment, *, seat: Seat, seen: int, today: date) -> None:
    """Make the suggested words part of the text: whoever suggested them stands behind it as the seconder."""
    said = mark_accepted(amendment, seat=seat, today=today)
    proposal = amendment.proposal
    content = _claim(proposal, seat, seen, seconded_on=today)
    if not is_proposer(seat, content):
        raise ValidationError(ONLY_PROPOSER)
    text = with_words_of(draft_of(content), said).text
    seconder = said["seat"] if said["seat"] != content["seat"] else content["seconder"]
    if not seconder:
        Proposal.objects.filter(pk=proposal.pk).update(seconded_on=None)
    _reseal(proposal, seat, content | {"text": text, "seconder": seconder})


@transaction.atomic
def decline_amendment(amendment: Amendment, *, seat: Seat, because: str, today: date) -> None:
    """Leave the text as it is, and say why."""
    hold_proposal(amendment.proposal.pk)
    if not Proposal.objects.running().filter(pk=amendment.proposal_id).exists():
        raise ValidationError(ENDED)
    if not is_proposer(seat, content_of(amendment.proposal, seat)):
        raise ValidationError(ONLY_PROPOSER)
    _answer(amendment, seat, today, answer="declined", because=because)


def mark_accepted(amendment: Amendment, *, seat: Seat, today: date) -> dict[str, Any]:
    """Inside a transaction: say that a suggestion is taken over; returns what it says."""
    return _answer(amendment, seat, today, answer="accepted")


def _answer(amendment: Amendment, seat: Seat, today: date, **answer: str) -> dict[str, Any]:
    """Claim a suggestion that was not answered; returns what it says."""
    if not Amendment.objects.filter(pk=amendment.pk, answered_on=None).update(answered_on=today):
        raise ValidationError(_("This suggestion was answered already."))
    item = SealedItem.objects.get(amendment=amendment.pk)
    said = seat.keys.read(item, AMENDMENT) | answer
    seat.keys.rewrite(item, said)
    return said


@transaction.atomic
def withdraw_proposal(proposal: Proposal, *, seat: Seat, why: str, today: date) -> None:
    """End it without a decision; only its proposer, also while it is voted on: then nothing is counted.

    Refused once others have voted: what is theirs too, nobody ends alone.
    """
    hold_proposal(proposal.pk)
    content = content_of(proposal, seat)
    if not is_proposer(seat, content):
        raise ValidationError(_("Only the member who proposed this can withdraw it."))
    votes = Question.objects.select_for_update(no_key=True, of=("self",))  # one that is given now is waited for
    question = votes.filter(proposal=proposal.pk, closed_on=None).first()
    if question is not None and begun_without(question, seat):
        raise ValidationError(VOTED)
    burns_on = Terms.from_plain(content["terms"]).burns_on(today)
    if not Proposal.objects.running().filter(pk=proposal.pk).update(withdrawn_on=today, burns_on=burns_on):
        raise ValidationError(ENDED)
    let_its_minutes_burn(proposal.pk)
    _reseal(proposal, seat, content | {"why": why})
    if question is not None:
        end_uncounted(question, today=today)


def _claim(proposal: Proposal, seat: Seat, seen: int, **changed: Any) -> dict[str, Any]:
    """Take the next version and set what `changed`; returns what was sealed."""
    rows = Proposal.objects.running().filter(pk=proposal.pk, version=seen, opened_on=None)
    if not rows.update(version=seen + 1, **changed):
        raise _refusal(proposal)
    return content_of(proposal, seat)


def _refusal(proposal: Proposal, *, frozen: bool = True) -> ValidationError:
    now = Proposal.objects.filter(pk=proposal.pk).first()
    if now is None or now.ended_on:
        return ValidationError(ENDED)
    if now.opened_on and frozen:
        return ValidationError(FROZEN)
    return ValidationError(CHANGED, code="overtaken")


def _reseal(proposal: Proposal, seat: Seat, content: dict[str, Any]) -> None:
    seat.keys.rewrite(SealedItem.objects.get(proposal=proposal.pk), content)

"""Proposals with what is said about them. In clear: days and results. All words are sealed."""

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from rooted.assembly.models import Assembly
from rooted.base.fields import LimitedText
from rooted.base.models import Unordered


class ProposalQuerySet(models.QuerySet):
    def of(self, group: object) -> "ProposalQuerySet":
        """The proposals of one group."""
        return self.filter(group=group)

    def running(self) -> "ProposalQuerySet":
        """Drafts, seconded ones and those that are voted on."""
        return self.filter(withdrawn_on=None, decided_on=None)

    def ended(self) -> "ProposalQuerySet":
        """Decided or withdrawn."""
        return self.exclude(withdrawn_on=None, decided_on=None)

    def last_first(self) -> "ProposalQuerySet":
        """By the day on which they ended."""
        return self.order_by(Coalesce("decided_on", "withdrawn_on").desc(), "pk")

    def with_anew(self) -> "ProposalQuerySet":
        """Each says as `anew` whether it was asked again."""
        newer = Proposal.objects.filter(after=OuterRef("pk")).exclude(opened_on=None)
        return self.annotate(anew=Exists(newer))

    def voted_on(self) -> "ProposalQuerySet":
        """Those whose text is frozen and whose vote is not closed."""
        return self.running().exclude(opened_on=None)


class Proposal(Unordered):
    """One text: draft, seconded, open, then decided or withdrawn. From `opened_on` its words can never change.

    `version`: of the words; whoever changes or seconds them must have seen the newest. `after`: it asks again what
    that one asked; `series`: the id of the first one, the same in all that were asked after each other.
    `burns_on`: the day on which it is erased with all that was said and voted. `minutes_stay`: its assembly and the
    minutes are not erased with it.
    """

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="proposals")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="proposal")
    assembly = models.ForeignKey(Assembly, on_delete=models.SET_NULL, null=True, blank=True, related_name="proposals")
    after = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="again")
    series = models.BigIntegerField(null=True, blank=True, db_index=True)
    version = models.PositiveIntegerField(default=1)
    written_on = models.DateField()
    seconded_on = models.DateField(null=True, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    question = models.OneToOneField(
        "ballots.Question", on_delete=models.SET_NULL, null=True, blank=True, related_name="proposal"
    )
    withdrawn_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    result = LimitedText(max_length=20, blank=True, default="")
    entry = models.OneToOneField(
        "register.Entry", on_delete=models.SET_NULL, null=True, blank=True, related_name="proposal"
    )
    burns_on = models.DateField(null=True, blank=True, db_index=True)
    minutes_stay = models.BooleanField(default=False)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["group", "decided_on", "written_on"], name="proposals_of_a_group")]
        constraints = [
            models.CheckConstraint(
                name="open_once_seconded", condition=Q(opened_on__isnull=True) | Q(seconded_on__isnull=False)
            ),
            models.CheckConstraint(
                name="decided_once_open", condition=Q(decided_on__isnull=True) | Q(opened_on__isnull=False)
            ),
            models.CheckConstraint(
                name="decided_or_withdrawn", condition=Q(decided_on__isnull=True) | Q(withdrawn_on__isnull=True)
            ),
            models.CheckConstraint(
                name="result_when_decided",
                condition=Q(decided_on__isnull=True, result="") | Q(decided_on__isnull=False) & ~Q(result=""),
            ),
        ]

    @property
    def state(self) -> str:
        """ "draft", "seconded", "open", "withdrawn", or its result."""
        if self.withdrawn_on:
            return "withdrawn"
        if self.decided_on:
            return self.result
        return "open" if self.opened_on else "seconded" if self.seconded_on else "draft"

    @property
    def ended_on(self) -> date | None:
        """The day on which it was decided or withdrawn."""
        return self.decided_on or self.withdrawn_on

    @property
    def asks_anew(self) -> "Proposal | None":
        """The open vote that ends uncounted as soon as a second member stands behind this draft."""
        before = None if self.opened_on or self.ended_on else self.after
        return before if before is not None and before.state == "open" else None

    @property
    def asked_again(self) -> "Proposal | None":
        """The vote that asked this one again."""
        return self.again.exclude(opened_on=None).first()


class OfProposal(models.QuerySet):
    def of(self, group: object) -> "OfProposal":
        """The rows of one group."""
        return self.filter(proposal__group=group)


class Remark(Unordered):
    """What a member says about one paragraph of a proposal, or about all of it."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="remarks")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="remark")

    objects = OfProposal.as_manager()


class Amendment(Unordered):
    """Other words for one paragraph. `answered_on`: the proposer took them over or left them."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="amendments")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="amendment")
    answered_on = models.DateField(null=True, blank=True)

    objects = OfProposal.as_manager()


class LeftMinutes(Unordered):
    """Minutes whose sitting was erased after a vote put to its assembly was opened: they burn with it all the same."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="left_minutes")
    note = models.ForeignKey("notes.Note", on_delete=models.CASCADE, related_name="left_by")

    objects = OfProposal.as_manager()


class Objection(Unordered):
    """An objection raised by hand, with its reason as a member wrote it down. Who raised it is not kept."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="objections")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="objection")

    objects = OfProposal.as_manager()

"""How the group decides now: its own rules once it has decided them, before that what suits its size and kind."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.circles.actions import erase
from rooted.circles.models import SealedItem
from rooted.groups.models import Group, Seat
from rooted.register.models import Entry
from rooted.rules.access import members
from rooted.rules.models import GroupRules
from rooted.rules.rules import HowWeDecide, defaults_for, rules_from, sentences
from rooted.rules.sealed import RULES


@dataclass(frozen=True)
class Standing:
    """The rules that hold; `own`: the row, if the group decided them itself. Only those bind; others are suggested."""

    rules: HowWeDecide
    own: GroupRules | None = None

    @property
    def binding(self) -> HowWeDecide | None:
        """The rules, if the group is bound by them."""
        return self.rules if self.own else None

    @property
    def sentences(self) -> list[str]:
        """What they say."""
        return sentences(self.rules)


def rules_of(seat: Seat) -> Standing:
    """What holds in this group. One query where it has rules of its own, else two."""
    row = GroupRules.objects.filter(group=seat.group_id).select_related("item", "entry").first()
    if row is not None:
        try:
            return Standing(rules_from(seat.keys.read(row.item, RULES)["rules"]), row)
        except seal.Closed:
            pass
    return Standing(defaults_for(members(seat.group), workplace=seat.group.kind == Group.Kind.WORKPLACE))


def hold_to_notice(seat: Seat, *, since: date, day: date, urgent: bool) -> None:
    """Refuse a `day` that comes sooner after `since` than the group's own rules allow, unless it is called urgent."""
    rules = rules_of(seat).binding
    if rules is None or urgent or (day - since).days >= rules.notice_days:
        return
    first = date_format(since + timedelta(days=rules.notice_days), "SHORT_DATE_FORMAT")
    words = _("By our rules this is known %(days)d days before: %(first)s at the earliest. Or say that it is urgent.")
    raise ValidationError(words % {"days": rules.notice_days, "first": first})


@transaction.atomic
def keep_rules(seat: Seat, rules: HowWeDecide, *, entry: Entry, today: date) -> None:
    """These hold from now on, in the place of what held before."""
    before = GroupRules.objects.select_for_update().filter(group=seat.group_id).first()
    content = {"rules": rules.sealed, "seat": seat.pk}
    if before is not None:
        seat.keys.rewrite(before.item, content)
        GroupRules.objects.filter(pk=before.pk).update(entry=entry, since=today)
        return
    GroupRules.objects.create(group=seat.group, item=seat.keys.seal(RULES, content), entry=entry, since=today)


def erase_rules_of(group: UUID) -> None:
    """Erase how a group decides, by its id."""
    erase(SealedItem.objects.filter(group_rules__group=group))

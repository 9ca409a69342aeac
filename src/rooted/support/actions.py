"""Hosting: saying that one hosts, asking for a founding link, giving one; and one's own line in the list of help."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rooted.circles.actions import drop_in, erase
from rooted.circles.models import SealedItem
from rooted.groups.actions import founding_link, new_founding_link
from rooted.groups.models import FoundingLink, Group, Seat
from rooted.intake.actions import answer_letter, drop_letter
from rooted.intake.conversation import copy_for
from rooted.intake.models import Thread
from rooted.intake.receipts import ReceiptKeys
from rooted.support.access import introductions_of, is_host, may_host
from rooted.support.models import HelpEntry, Host, Wish
from rooted.support.sealed import WISH


def start_hosting(group: Group, *, today: date) -> None:
    """Strangers who want to start a group may write to this one, and its members may give founding links."""
    if not may_host(group):
        raise ValidationError(_("Only a listed group can host, on a server where more than one group may be."))
    Host.objects.get_or_create(group=group, defaults={"since_on": today})


def stop_hosting(group: Group) -> None:
    """No new letters of this kind; those that came are still answered. A second call does nothing."""
    Host.objects.filter(group=group).delete()


@transaction.atomic
def ask_to_start(
    group: Group,
    *,
    keys: ReceiptKeys,
    letter: Mapping[str, str],
    wish: Mapping[str, Any],
    language: str,
    now: datetime,
    **beside: Any,
) -> Thread:
    """Deliver a letter of people who want to start, with `wish` (the fields of WISH) beside it; once per receipt.

    `beside` goes to intake's drop_letter as it is.
    """
    if not is_host(group):
        raise ValidationError(_("This group no longer hosts new groups. Nothing was sent."))
    thread = drop_letter(group, keys=keys, letter=letter, language=language, now=now, **beside)
    Thread.objects.select_for_update(no_key=True).get(pk=thread.pk)
    circle = Group.objects.select_related("circle").get(pk=group.pk).circle
    if circle is not None and not Wish.objects.filter(thread=thread).exists():
        item = drop_in(circle, WISH, wish)
        Wish.objects.create(thread=thread, item=item, copy=copy_for(bytes(thread.public_key), wish))
    return thread


@transaction.atomic
def give_founding_link(wish: Wish, *, seat: Seat, text: str, seen: int, now: datetime) -> None:
    """Answer the letter and put a founding link beside the answer, sealed to this thread alone.

    An earlier link nobody used ends. Whoever was introduced and said yes gets the same link on their page. Refuses,
    "overtaken", when something was written meanwhile.
    """
    if not is_host(seat.group) or not may_host(seat.group):
        raise ValidationError(_("Say first that your group hosts new groups."))
    answer_letter(wish.thread, seat=seat, text=text, seen=seen, now=now)
    wishes = list(Wish.objects.select_for_update().filter(pk__in=_together(wish)).select_related("thread"))
    FoundingLink.objects.filter(wishes__in=wishes).delete()
    path = new_founding_link(today=now.date())
    link = founding_link(path.rstrip("/").rpartition("/")[2], today=now.date())
    for one in wishes:
        copy = copy_for(bytes(one.thread.public_key), {"path": path})
        Wish.objects.filter(pk=one.pk).update(link=link, link_copy=copy, link_on=now.date())


def _together(wish: Wish) -> set[int]:
    """This wish, and those of the people who were introduced to it and said yes."""
    met = introductions_of(wish).exclude(met_on=None)
    return {wish.pk, *(pk for one in met for pk in (one.first_id, one.second_id))}


def erase_wish(thread_id: int) -> None:
    """Erase what stood beside a letter; an unused founding link ends with it."""
    wish = Wish.objects.filter(thread=thread_id).first()
    if wish is None:
        return
    link = wish.link_id
    alone = not Wish.objects.filter(link=link).exclude(pk=wish.pk).exists()
    erase(SealedItem.objects.filter(pk=wish.item_id))  # takes the wish and its introductions along
    if alone and link is not None:
        FoundingLink.objects.filter(pk=link).delete()


def between_commas(codes: Iterable[str]) -> str:
    """["en", "pl"] as ",en,pl,": so that one code is found by looking for it with its commas."""
    return f",{','.join(codes)},"


@transaction.atomic
def offer_help(group: Group, *, languages: list[str], kinds: list[str], area: str, about: str) -> HelpEntry:
    """Put this group into the list of groups that help, or change what stands there."""
    if not group.listed:
        raise ValidationError(_("Your group is not listed. Change that on your public page first."))
    said = {"languages": between_commas(languages), "kinds": between_commas(kinds), "area": area, "about": about}
    entry, _new = HelpEntry.objects.update_or_create(group=group, defaults={**said, "name": group.name})
    return entry


def stop_offering(group: Group) -> None:
    """Take this group out of the list; a second call does nothing."""
    HelpEntry.objects.filter(group=group).delete()


def hide_entry(entry: HelpEntry, *, group: Group, today: date) -> None:
    """Strangers no longer see an imported entry, also when its file comes again."""
    HelpEntry.objects.filter(pk=entry.pk, group=None, hidden_on=None).update(hidden_on=today, hidden_by=group)


def show_entry(entry: HelpEntry) -> None:
    """Strangers see an imported entry again."""
    HelpEntry.objects.filter(pk=entry.pk, group=None).update(hidden_on=None, hidden_by=None)

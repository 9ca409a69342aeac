"""A letter that came by phone or at the door, written down by a member."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from rooted.base import seal
from rooted.groups.access import members_only
from rooted.intake.actions import enter_letter
from rooted.intake.danger import mark_danger
from rooted.intake.forms import BUSY
from rooted.intake.member_forms import LetterSpokenForm
from rooted.intake.receipts import keys_of, parts_of


@members_only
def letter_spoken(request, seat):
    """Write it down; then the words stand in this one answer, to be read out and kept on a slip."""
    initial = {"language": (get_language() or "en")[:2], "how": "phone"}
    form = LetterSpokenForm(request.POST if request.method == "POST" else None, group=seat.group, initial=initial)
    context = {"seat": seat, "form": form}
    if form.is_valid():
        try:
            context["thread"] = enter(form, seat)
        except seal.Busy:
            form.add_error(None, BUSY)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            context |= {"words": parts_of(form.receipt()), "language": form.cleaned_data["language"]}
    return render(request, "intake/letter_spoken.html", context)


def enter(form, seat):
    """The letter of a filled form, with its marks; derives the key before it writes."""
    typed, keys, now = form.cleaned_data, keys_of(form.receipt()), timezone.now()
    with transaction.atomic():
        thread = enter_letter(
            seat=seat, keys=keys, letter=form.letter(), how=typed["how"], language=typed["language"], now=now
        )
        if typed["marks"] or typed["words"]:
            mark_danger(thread, seat=seat, marks=typed["marks"], words=typed["words"], now=now)
    return thread

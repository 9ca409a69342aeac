"""Sittings that raise hands or fill in slips, and what their tellers do without an account.

Each of a sitting's two codes opens its secret key. The first teller's figures are sealed to the sitting; the second's
are compared in memory and are never written down when they differ. Figures on which both agree are dropped in to the
circle, with a proof that only somebody with a code could make.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.ballots.codes import CodeKeys, keys_of, new_code
from rooted.ballots.methods import APPROVE, LONGEST_REASON, RANK, SCORE, Asked
from rooted.ballots.models import Question, SittingCount
from rooted.ballots.sealed import CODES, COUNT, SITTING
from rooted.ballots.slips import fixed_figures, grades_fit, is_order
from rooted.base import seal
from rooted.base.fields import random_id
from rooted.circles.actions import drop_in, erase
from rooted.circles.models import SealedItem
from rooted.groups.models import Group, Seat

MOST_PRESENT = 100_000
KEPT, COUNTED, DIFFER = "kept", "counted", "differ"
ENDED = gettext_lazy("This code has been used: the figures of this sitting are in. Nothing was changed.")
BUSY = gettext_lazy("Many people are typing at this moment. Nothing is lost. Send it again in a minute.")
TOO_MANY_SLIPS = gettext_lazy("Together these are more slips than people are present. Count again.")
OVER = gettext_lazy("This vote is closed. Its codes have ended. Nothing was changed.")


class WrongCode(Exception):
    """No sitting of this group has this code."""


@dataclass(frozen=True)
class PreparedSitting:
    """A sitting with its two codes and their keys, made before the question is opened."""

    name: str
    language: str
    codes: tuple[str, str]
    keys: tuple[CodeKeys, CodeKeys]


@dataclass(frozen=True)
class OpenSitting:
    """A sitting as one of its codes opens it. `teller`: 1 or 2. `shown`: title, text, name, and figures asked for."""

    sitting: SittingCount
    teller: int
    secret: bytes
    shown: dict[str, Any]

    @property
    def asked(self) -> Asked:
        """What is asked, as far as tellers may read it: without the rules."""
        return Asked(self.shown["title"], self.shown["text"], self.shown["method"], tuple(self.shown["options"]))

    @property
    def waits(self) -> bool:
        """Whether figures typed with this code wait for the other teller's."""
        return self.sitting.typed_by == self.teller


def prepare_sittings(group: Group, sittings: Sequence[tuple[str, str]]) -> list[PreparedSitting]:
    """Sittings to open a question with. `sittings`: (name, code of its language) of each.

    Two Argon2 a sitting: not in a transaction. Refused when too many wait.
    """
    made = []
    for name, language in sittings:
        first, second = new_code(language), new_code(language)
        try:
            keys = (keys_of(first, group.pk), keys_of(second, group.pk))
        except seal.Busy:
            raise ValidationError(BUSY) from None
        made.append(PreparedSitting(name, language, (first, second), keys))
    return made


def add_sitting(question: Question, prepared: PreparedSitting, *, seat: Seat, asked: Asked, place: int) -> SittingCount:
    """Inside open_question's transaction: one sitting, its key under both codes, the codes for members to print."""
    pk, burns_on = random_id(), question.burns_on
    columns, check = keyed(pk, prepared, asked)
    named = {"sitting": pk, "name": prepared.name, "language": prepared.language, "seat": seat.pk, "again": 0}
    return SittingCount.objects.create(
        pk=pk,
        question=question,
        place=place,
        item=seat.keys.seal(SITTING, named | {"check": check}, burns_on),
        codes=seal_codes(pk, prepared, seat, burns_on),
        **columns,
    )


def keyed(pk: int, prepared: PreparedSitting, asked: Asked) -> tuple[dict[str, Any], str]:
    """A new key for one sitting: its columns, and the `check` of a count made with it."""
    public, secret = seal.new_key_pair()
    first, second = prepared.keys
    shown: dict[str, Any] = {"title": asked.title, "text": asked.text, "name": prepared.name}
    shown |= {"options": list(asked.options), "method": asked.method}
    return {
        "public_key": public,
        "first": first.lookup,
        "second": second.lookup,
        "first_secret": seal.encrypt(first.key, secret, _context(pk, 1)),
        "second_secret": seal.encrypt(second.key, secret, _context(pk, 2)),
        "shown": seal.seal_to(public, seal.pad(json.dumps(shown, ensure_ascii=False).encode())),
    }, _check(secret).hex()


def seal_codes(pk: int, prepared: PreparedSitting, seat: Seat, burns_on: date | None) -> SealedItem:
    """Both codes of a sitting, for members to print."""
    return seat.keys.seal(CODES, {"sitting": pk, "first": prepared.codes[0], "second": prepared.codes[1]}, burns_on)


def _context(sitting: int, teller: int) -> str:
    return f"v1|sitting|{sitting}|{teller}"


def _check(secret: bytes) -> bytes:
    return seal.subkey(secret, "ballots.count")


def proof_of(check: bytes, sitting: int, typed: Mapping[str, Any]) -> str:
    """What only somebody with a code of this sitting, or a member, can say of what was typed; 64 hex digits."""
    said = f"v1|{sitting}|{typed['present']}|{json.dumps(dict(typed['figures']), sort_keys=True)}"
    if reasons := typed["reasons"]:  # counts made before tellers typed any are proven without
        said += f"|{json.dumps(reasons)}"
    return seal.digest(said.encode(), key=check).hex()


def open_sitting(group: Group, keys: CodeKeys) -> OpenSitting:
    """The sitting of this group that a code opens.

    Raises WrongCode; refuses a code that was used, or whose vote is closed, with a sentence.
    """
    rows = SittingCount.objects.select_related("question__group__circle").filter(question__group=group)
    for teller, name in ((1, "first"), (2, "second")):
        sitting = rows.filter(**{name: keys.lookup}).first()
        if sitting is None:
            continue
        _refuse_ended(sitting)
        try:
            secret = seal.decrypt(keys.key, bytes(getattr(sitting, f"{name}_secret")), _context(sitting.pk, teller))
            shown = json.loads(seal.unpad(seal.open_sealed(secret, bytes(sitting.shown))))
        except seal.Closed as error:
            raise WrongCode from error
        return OpenSitting(sitting, teller, secret, shown)
    raise WrongCode


def _refuse_ended(sitting: SittingCount) -> None:
    if sitting.question.closed_on is not None:
        raise ValidationError(OVER)
    if sitting.count_id is not None:
        raise ValidationError(ENDED)


def check_figures(opened: OpenSitting, figures: Mapping[str, int], present: int) -> None:
    """Refuse figures that no sitting can have counted."""
    asked = opened.asked
    if asked.how.form == RANK:
        _check_piles(asked, figures, present)
    elif asked.how.form == SCORE:
        if not 0 <= present <= MOST_PRESENT or not grades_fit(figures, len(asked.options), present):
            raise ValidationError(TOO_MANY_SLIPS)
    else:
        _check_hands(asked, figures, present)


def _check_piles(asked: Asked, figures: Mapping[str, int], present: int) -> None:
    right = all(is_order(key, len(asked.names)) and number > 0 for key, number in figures.items())
    if not right or not 0 <= sum(figures.values()) <= present <= MOST_PRESENT:
        raise ValidationError(TOO_MANY_SLIPS)


def _check_hands(asked: Asked, figures: Mapping[str, int], present: int) -> None:
    if set(figures) != set(fixed_figures(asked)):
        raise ValidationError(_("Give a number for each line, 0 where no hand was raised."))
    if not 0 <= present <= MOST_PRESENT or any(not 0 <= number <= present for number in figures.values()):
        raise ValidationError(_("No line can have more hands than people are present. Count again."))
    if asked.how.form != APPROVE and sum(figures.values()) > present:
        raise ValidationError(_("Together these are more hands than people are present. Count again."))


@transaction.atomic
def count_hands(opened: OpenSitting, *, figures: Mapping[str, int], present: int, today: date, reason: str = "") -> str:
    """Take one teller's figures: KEPT until the other types theirs, COUNTED when both agree, DIFFER when not.

    `reason`: of an objection, in the words of who raised it. Both tellers' reasons are kept once the figures agree.

    When they differ nothing stays of either: both count again. One teller may correct what they typed before the other
    came.
    """
    check_figures(opened, figures, present)
    Question.objects.select_for_update(no_key=True).get(pk=opened.sitting.question_id)
    rows = SittingCount.objects.select_for_update(no_key=True, of=("self",))
    sitting = rows.select_related("question__group__circle").get(pk=opened.sitting.pk)
    _refuse_ended(sitting)
    reasons = [reason.strip()[:LONGEST_REASON]] if reason.strip() and opened.asked.how.objected else []
    typed: dict[str, Any] = {"figures": dict(figures), "present": present, "reasons": reasons}
    if sitting.typed_by in {0, opened.teller}:
        _keep(sitting, opened, typed)
        return KEPT
    others = json.loads(seal.unpad(seal.open_sealed(opened.secret, bytes(sitting.typed))))
    if (others["figures"], others["present"]) != (typed["figures"], typed["present"]):
        SittingCount.objects.filter(pk=sitting.pk).update(typed=b"", typed_by=0, differed_on=today)
        return DIFFER
    _drop(sitting, opened, typed | {"reasons": list(dict.fromkeys([*others.get("reasons", ()), *reasons]))})
    return COUNTED


def _keep(sitting: SittingCount, opened: OpenSitting, typed: dict[str, Any]) -> None:
    padded = seal.pad(json.dumps(typed).encode())
    sealed = seal.seal_to(bytes(sitting.public_key), padded)
    SittingCount.objects.filter(pk=sitting.pk).update(typed=sealed, typed_by=opened.teller)


def _drop(sitting: SittingCount, opened: OpenSitting, typed: dict[str, Any]) -> None:
    proof = proof_of(_check(opened.secret), sitting.pk, typed)
    circle = sitting.question.group.circle
    if circle is None:
        raise ValidationError(OVER)
    item = drop_in(circle, COUNT, typed | {"proof": proof}, sitting.question.burns_on)
    SittingCount.objects.filter(pk=sitting.pk).update(count=item)
    _end_codes(SittingCount.objects.filter(pk=sitting.pk))


def end_sittings(question: Question) -> None:
    """No code opens anything any more. What one teller typed alone is gone, and each sitting's own figures too: what
    may be shown of them stands in the result."""
    rows = SittingCount.objects.filter(question=question)
    erase(SealedItem.objects.filter(Q(count_of__question=question) | Q(earlier_of__question=question)))
    _end_codes(rows)


def _end_codes(sittings: Any) -> None:
    ids = list(sittings.values_list("codes_id", flat=True))
    sittings.update(
        typed=b"", typed_by=0, first_secret=b"", second_secret=b"", shown=b"", differed_on=None, doubted_on=None
    )
    erase(SealedItem.objects.filter(pk__in=[pk for pk in ids if pk]))

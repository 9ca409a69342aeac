"""The number that lots are drawn with: two members type it, each from its source, and it counts once both are the same.

Whoever types sees what others typed only once it differs. Signs between the figures do not matter (counting.lots).
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.ballots.actions import hold_open
from rooted.ballots.methods import DRAW
from rooted.ballots.models import Question
from rooted.ballots.reading import agreed_number, typed_numbers
from rooted.ballots.sealed import NUMBER
from rooted.counting.lots import as_agreed
from rooted.groups.models import Seat

LONGEST_NUMBER = 200


@transaction.atomic
def type_number(question: Question, *, seat: Seat, number: str) -> bool:
    """Keep the number that this member typed, in the place of what they typed before.

    Whether another member typed the same: then lots can be drawn. Refuses what holds no figure and no letter.
    """
    asked = hold_open(question, seat, timezone.now())
    if asked.how.form != DRAW:
        raise ValidationError(_("No lots are drawn here. Nothing was changed."))
    if not as_agreed(number) or len(number) > LONGEST_NUMBER:
        raise ValidationError(_("Type the number as its source gives it."))
    row = Question.objects.select_related("number").get(pk=question.pk)
    others = [[one.by, one.number] for one in typed_numbers(row, seat) if one.by != seat.pk]
    content = {"question": row.pk, "typed": [*others, [seat.pk, number.strip()]]}
    if row.number is not None:
        seat.keys.rewrite(row.number, content)
    else:
        row.number = seat.keys.seal(NUMBER, content, row.burns_on)
        row.save(update_fields=["number"])
    return bool(agreed_number(typed_numbers(row, seat)))

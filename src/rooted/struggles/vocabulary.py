"""The growing vocabulary of points: seeds, words people add, and words that were merged because they mean one thing."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rooted.base.fold import kept_words
from rooted.records import questions
from rooted.records.record import Point
from rooted.struggles.models import Term

FOLDED_LENGTH = 160


def folded(words: str) -> str:
    """By what two spellings of one term are known as one."""
    return " ".join(kept_words(words))[:FOLDED_LENGTH]


def terms_for(points: Iterable[Point]) -> dict[Point, Term]:
    """The term of every point that names one, made where it is new; three statements however many points."""
    keys = {point: key for point in points if (key := _key(point))}
    wanted = {key: _term(point) for point, key in keys.items()}
    Term.objects.bulk_create(wanted.values(), ignore_conflicts=True)
    rows = Term.objects.filter(folded__in=[words for _kind, words in wanted])
    known = {(term.kind, term.folded): term for term in rows}
    return {point: known[key] for point, key in keys.items()}


def _key(point: Point) -> tuple[str, str] | None:
    if point.code in questions.SEEDS.get(point.kind, {}):
        return point.kind, folded(point.code)
    return (point.kind, key) if (key := folded(point.words)) else None


def _term(point: Point) -> Term:
    if point.code in questions.SEEDS.get(point.kind, {}):
        words = point.code.replace("-", " ")
        return Term(kind=point.kind, words=words, folded=folded(point.code), code=point.code)
    return Term(kind=point.kind, words=" ".join(point.words.split())[:80], folded=folded(point.words))


@transaction.atomic
def merge_terms(term: Term, into: Term) -> None:
    """Let `term` speak through `into`; whatever spoke through `term` does too. Parting it again loses nothing."""
    term, root = _locked(term, into)
    if term.kind != root.kind:
        raise ValidationError(_("A strong point and a weak point are not one. Choose two words of one kind."))
    if term.pk == root.pk:
        raise ValidationError(_("These are one word already."))
    Term.objects.filter(merged_into=term).update(merged_into=root)
    Term.objects.filter(pk=term.pk).update(merged_into=root)


def _locked(term: Term, into: Term) -> tuple[Term, Term]:
    """`term` and the root of `into` as they stand now; no other merge moves either until this one is through.

    Always in one order: two merges at once in opposite directions wait for each other, instead of making a circle.
    """
    roots = Term.objects.filter(pk=into.pk).values("merged_into")
    asked = Term.objects.filter(Q(pk__in=[term.pk, into.pk]) | Q(pk__in=roots))
    rows = {row.pk: row for row in asked.select_for_update(no_key=True).order_by("pk")}
    root = rows[into.pk].merged_into_id or into.pk
    if root not in rows:  # it was merged anew while we waited
        rows[root] = Term.objects.select_for_update(no_key=True).get(pk=root)
    return rows[term.pk], rows[root]


def part_term(term: Term) -> None:
    """Let a merged word stand for itself again; a second call does nothing."""
    Term.objects.filter(pk=term.pk).update(merged_into=None)

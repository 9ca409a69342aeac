"""The vocabulary of points as members see it: every word that public records use, and the seeds, with how often."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Count, Q

from rooted.records import questions
from rooted.reports.models import WordChange
from rooted.struggles.models import Point, Struggle, Term
from rooted.struggles.vocabulary import merge_terms, part_term

MOST_OFFERED = 200
MOST_CHANGES = 20


@dataclass(frozen=True)
class Word:
    """One word of one kind: its text in the reader's language, in how many records, and what was merged into it."""

    kind: str
    text: str
    count: int = 0
    term: Term | None = None
    merged: tuple[Term, ...] = ()


def vocabulary() -> dict[str, list[Word]]:
    """By kind, the most used first. Words of records that are not public yet are left out; two queries."""
    counts = _counts()
    terms = Term.objects.filter(pk__in=list(counts)).select_related("merged_into")
    mine: dict[object, list[Term]] = {}
    roots: dict[object, Term] = {}
    for term in terms:
        root = term.merged_into or term
        roots[root.pk] = root
        mine.setdefault(root.pk, []).append(term)
    words = [_word(root, mine.get(pk, []), counts) for pk, root in roots.items()]
    used = {(word.kind, word.term.code) for word in words if word.term is not None}
    for kind, seeds in questions.SEEDS.items():
        words += [Word(kind, str(text)) for code, text in seeds.items() if (kind, code) not in used]
    ordered = sorted(words, key=lambda word: (-word.count, word.text.casefold()))
    return {kind: [word for word in ordered if word.kind == kind] for kind in questions.POINT_KINDS}


def _counts() -> dict[object, int]:
    public = Point.objects.filter(struggle__in=Struggle.objects.public(), term__isnull=False).order_by()
    return dict(public.values_list("term").annotate(many=Count("struggle", distinct=True)))


def _word(root: Term, spoken: list[Term], counts: dict[object, int]) -> Word:
    count = sum(counts[term.pk] for term in spoken)
    merged = tuple(term for term in spoken if term.pk != root.pk)
    return Word(root.kind, str(root), count, root, merged)


def offered(kind: str) -> tuple[str, ...]:
    """The words of one kind for somebody who writes, the most used first."""
    return tuple(word.text for word in vocabulary()[kind][:MOST_OFFERED])


@transaction.atomic
def merge_words(term: Term, into: Term, *, today: date) -> None:
    """Let `term` speak through `into`, and write the day down; raises what merge_terms raises."""
    merge_terms(term, into)
    WordChange.objects.create(term=term, into=into, changed_on=today)


@transaction.atomic
def part_word(term: Term, *, today: date) -> None:
    """Let a merged word stand for itself again, and write the day down; a second call does nothing."""
    if Term.objects.select_for_update(no_key=True).get(pk=term.pk).merged_into_id is not None:
        part_term(term)
        WordChange.objects.create(term=term, changed_on=today)


def newest_changes(words: Iterable[Word]) -> list[WordChange]:
    """What was merged and parted last, of the words that are shown: no other word is told; one query."""
    shown = [term.pk for word in words if word.term for term in (word.term, *word.merged)]
    changes = WordChange.objects.filter(Q(into=None) | Q(into__in=shown), term__in=shown)
    return list(changes.select_related("term", "into").order_by("-changed_on", "pk")[:MOST_CHANGES])

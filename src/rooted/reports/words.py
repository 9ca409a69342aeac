"""The vocabulary of points as members see it: every word that public records use, and the seeds, with how often."""

from dataclasses import dataclass

from django.db.models import Count

from rooted.struggles import questions
from rooted.struggles.models import Point, Struggle, Term

MOST_OFFERED = 200


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

"""What the page of an answer shows: sentence, picture, tables, what else is to be said, how to cite."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.db.models import Count
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rooted.base.language import isolated
from rooted.base.templatetags.parts import grouped, written
from rooted.comparisons import sentences
from rooted.comparisons.asking import Asked
from rooted.comparisons.beside import address_of
from rooted.comparisons.crossing import ACROSS, Crossing, CrossTable, crossed
from rooted.comparisons.drawing import picture, timelines
from rooted.comparisons.linking import narrowed, of_several, open_at
from rooted.comparisons.measures import MEASURES
from rooted.comparisons.tables import Tables, labelled
from rooted.comparisons.traits import NOT_KNOWN, TRAITS, Words
from rooted.struggles.bands import KNOWN
from rooted.struggles.chosen import chosen
from rooted.struggles.finding import Selection
from rooted.struggles.models import Struggle


def shown(asked: Asked, root: str) -> dict[str, Any]:
    """The context of the page; `root` is this server's own address, without a slash at the end."""
    question, answer = asked.question, asked.answer
    tables = Tables(question, answer)
    instead = asked_instead(asked)
    whole, split = tables.whole(), tables.split() if answer.parts else None
    drawn = split if split and split.figured else whole
    sentence = sentences.headline(question.measure, answer)
    among, held = among_words(question.among), {line.code for line in answer.whole.lines}
    title = f"{question.measure.question} {among}"
    return {
        "question": question,
        "among": among,
        "list_address": open_at(question.among),
        "sentence": sentence,
        "instead": instead,
        "how_sure": sentences.how_sure(question.measure, answer),
        "within_parts": sentences.within_parts(question.measure, answer),
        "remarks": remarked(asked),
        "reading": sentences.reading(question.measure),
        "whole": whole if answer.everything.n else None,
        "split": split,
        "split_caption": labelled(str(question.measure.of), str(question.split.label)) if question.split else "",
        "timelines": (lines := timelines(question, answer)),
        "picture": "" if lines or instead or not answer.everything.n else picture(drawn, title, sentence),
        "offered": [(code, words, code in held) for code, words in asked.offered.items()],
        "kept": kept_parts(asked),
        "cite": cited_answer(asked, among, root),
    }


def asked_instead(asked: Asked) -> list[tuple[Words, str]]:
    """What can be answered of these records where nothing of what was asked is known: words and address; one query."""
    question, everything = asked.question, asked.answer.everything
    if not everything.n or question.measure.columns is None or everything.figure.middle is not None:
        return []
    counts = {name: Count("pk", filter=known) for name, known in KNOWN.items()}
    found = question.among.records().order_by().aggregate(**counts)
    return [
        (one.question, replace(question, asked=key).query())
        for key, one in MEASURES.items()
        if one.columns is None or found[one.columns.key]
    ]


def remarked(asked: Asked) -> list[tuple[str, list[tuple[str, str]]]]:
    """What else is to be said, each sentence with the groups or records it speaks of: words and address.

    Words are "" for the sentence itself.
    """
    answer, question = asked.answer, asked.question
    held = [line.code for line in answer.whole.lines]
    leads = {
        sentences.FEW: [
            (line.words, open_at(narrowed(question.among, question.held, line.code)))
            for line in answer.whole.lines
            if line.few and line.n
        ],
        sentences.TWICE: [("", open_at(of_several(question.among, question.held, held)))],
        sentences.GROUPS: [("", "#others")],
        sentences.INEXACT: [("", open_at(question.among.adding("not_known", "year")))],
        sentences.HOUSEHOLDS: [("", open_at(question.among.but(unit="households")))],
    }
    said = sentences.remarks(answer, inexact=asked.inexact, households=asked.households)
    return [(words, leads.get(key, [])) for key, words in said.items()]


def among_words(selection: Selection) -> str:
    """The selection in words; that short entries are among them goes without saying."""
    words = [one.words for one in chosen(selection) if one.name != "short"]
    if selection.only_told:
        words.append(_("only with an account or lessons"))
    return pgettext("between filters that are set", "; ").join(words) if words else _("All struggles")


def kept_parts(asked: Asked) -> list[tuple[str, str]]:
    """The names and values of the address without the chosen groups: a form that changes only them repeats the rest."""
    parts = QueryDict(asked.question.of_all().query())
    return [(name, value) for name, values in parts.lists() for value in values]


def cited(what: str, among: str, n: int, address: str, public: int | None = None) -> str:
    """How to cite a page: from where, when, what, of how many, and its address. Without `public` they are counted."""
    if public is None:
        public = Struggle.objects.public().count()
    return _(
        "%(server)s, chronicle of struggles, read on %(day)s. %(question)s %(among)s. "
        "n = %(n)s of %(all)s records on that day. %(address)s"
    ) % {
        "server": settings.SERVER_NAME,
        "day": written(
            timezone.localdate(), pgettext("a day of a struggle, in letters of Django's date filter", "j F Y")
        ),
        "question": what,
        "among": among,
        "n": grouped(n),
        "all": grouped(public),
        "address": address,
    }


def cited_answer(asked: Asked, among: str, root: str) -> str:
    address = f"{root}{reverse('comparisons:compare')}?{asked.question.query()}"
    return cited(str(asked.question.measure.question), among, asked.answer.everything.n, address, asked.public)


def cited_records(records: list[Struggle], root: str) -> str:
    """How to cite a page of records side by side: by their titles."""
    titles = pgettext("between filters that are set", "; ").join(isolated(record.title) for record in records)
    address = f"{root}{reverse('comparisons:beside')}?{address_of(records)}"
    return cited(_("Side by side"), f"({titles})", len(records), address)


def shown_crossing(crossing: Crossing, root: str) -> dict[str, Any]:
    """The context of the page of what went together; `root` as above."""
    cross = CrossTable(crossing, found := crossed(crossing))
    table = cross.table() if found.n else None
    unknown = cross.columns == [NOT_KNOWN]
    drawn = table and not (crossing.across.relation or cross.hidden or unknown)
    caption = _("%(rows)s × %(columns)s") % {"rows": crossing.down.label, "columns": crossing.across.label}
    among = among_words(crossing.among)
    what, address = labelled(_("What went together"), caption), f"{root}{reverse('comparisons:together')}"
    return {
        "crossing": crossing,
        "among": among,
        "cite": cited(f"{what}.", among, found.n, f"{address}?{crossing.query()}") if table else "",
        "list_address": open_at(crossing.among),
        "others": [
            (TRAITS[key].label, replace(crossing, columns=key).query(), key == crossing.columns) for key in ACROSS
        ],
        "table": table,
        "caption": caption,
        "hidden": cross.hidden,
        "unknown": unknown,
        "picture": picture(table, caption, caption) if table and drawn else "",
    }

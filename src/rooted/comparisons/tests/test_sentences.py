"""Sentences: every measure and shape has its own, each with its figures; none says why."""

import re
from pathlib import Path

import pytest
from django.utils.translation import override

from rooted.comparisons import sentences
from rooted.comparisons.answer import ALL, Answer, line, part_of
from rooted.comparisons.figures import Spread
from rooted.comparisons.measures import MEASURES
from rooted.comparisons.saying import said
from rooted.comparisons.sentences import EVEN, MANY, OF_THOSE, ONE, TWO, headline, how_sure, remarks, within_parts

CAUSE = re.compile(
    r"\b(because|since|caus\w*|due to|leads? to|led to|therefore|thus|hence|effects?|affects?|impacts?|result\w*|owing|"
    r"thanks to|explain\w*|reasons?|makes?|thereby|so that|depends? on|influence\w*|drives?|helps?|works? better)\b",
    re.IGNORECASE,
)


def answer(measure, groups, *, parts=(), **more):
    """An answer about groups given as {words: {value: records}}."""
    found = {(words, ""): counts for words, counts in groups.items()}
    whole = part_of(measure, found, {words: words for words in groups}, "")
    total = {}
    for counts in groups.values():
        for value, n in counts.items():
            total[value] = total.get(value, 0) + n
    return Answer(whole, tuple(parts), line(measure, total, ALL, ""), **more)


def won(hits, others, unknown=0):
    return {"won": hits, "lost": others, "": unknown}


def texts():
    """Every text of this app that stands in code and templates."""
    folder = Path(sentences.__file__).parent
    for path in [*folder.glob("*.py"), *folder.glob("templates/comparisons/*.html")]:
        source = path.read_text()
        if path.suffix == ".html":
            yield from re.findall(r'\{% translate "([^"]+)"', source)
            yield from re.findall(r"\{% blocktranslate[^%]*%\}(.*?)\{% endblocktranslate", source, re.DOTALL)
        else:
            yield from re.findall(r'"((?:[^"\\]|\\.)*)"', source.split('"""', 2)[-1])


def test_no_text_says_why():
    assert [text for text in texts() if CAUSE.search(text)] == []


def test_a_text_that_says_why_is_seen():
    assert CAUSE.search("They won because they stayed together.")
    assert CAUSE.search("Police leads to losses.")


def test_every_measure_has_a_sentence_for_every_shape():
    assert sorted(OF_THOSE) == sorted((key, shape) for key in MEASURES for shape in (ONE, TWO, MANY, EVEN))


@pytest.mark.parametrize("key", sorted(set(MEASURES) - {"won"}))
def test_a_sentence_names_its_groups_and_figures(key):
    for shape, names in ((ONE, {"first", "one"}), (TWO, {"first", "one", "last", "other"})):
        assert set(re.findall(r"%\((\w+)\)s", str(OF_THOSE[key, shape]))) == names


def test_two_groups():
    groups = {"A union": won(14, 26), "Themselves": won(30, 30)}
    assert headline(MEASURES["won"], answer(MEASURES["won"], groups)) == (
        "“Themselves” won more often, 30 of 60 (50\N{NO-BREAK SPACE}%), than “A union”, 14 of 40 "
        "(35\N{NO-BREAK SPACE}%), counting those whose outcome is known."
    )


def test_three_groups_name_the_first_and_the_last():
    groups = {"Strike": {5: 20}, "Protest": {1: 20}, "Sit-in": {3: 20}}
    assert headline(MEASURES["lasted"], answer(MEASURES["lasted"], groups)) == (
        "“Strike” lasted longest, half of them 5 days or longer, and “Protest” shortest, 1 day, "
        "counting those whose length is known."
    )


def test_few_are_not_compared():
    groups = {"A union": won(2, 6), "Themselves": won(30, 30)}
    assert headline(MEASURES["won"], answer(MEASURES["won"], groups)) == (
        "Too few are known to compare these: fewer than 10 in all of them, or in all but one."
    )


def test_one_group_with_few_is_said_in_counts():
    assert headline(MEASURES["lost"], answer(MEASURES["lost"], {"Sit-in": won(2, 6)})) == (
        "Of “Sit-in”, 6 of 8 were lost, counting those whose outcome is known."
    )


def test_nothing_known_and_nothing_there_are_said():
    groups = {"A union": won(0, 0, 9), "Themselves": won(0, 0, 3)}
    assert headline(MEASURES["won"], answer(MEASURES["won"], groups)) == (
        "How these went is not known, so they cannot be compared."
    )
    assert headline(MEASURES["won"], answer(MEASURES["won"], {})) == (
        "Nothing in the chronicle fits this question yet."
    )


def test_the_unknown_are_bounds_in_the_next_sentence():
    groups = {"A union": won(10, 10, 60), "Themselves": won(5, 15, 0)}
    assert how_sure(MEASURES["won"], answer(MEASURES["won"], groups)).replace("\N{NO-BREAK SPACE}", " ") == (
        "With those not known it could be the other way round: of all of “A union” it is between 12 % and 88 %, "
        "of all of “Themselves” between 25 % and 25 %."
    )


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ({"A": won(12, 8), "B": won(8, 12)}, "In numbers this small a difference like this is common by chance."),
        ({"A": won(90, 10), "B": won(10, 90)}, "It stays so however those went of which it is not known."),
        ({"A": won(10, 10), "B": won(10, 10)}, ""),
    ],
)
def test_how_sure_it_is(groups, said):
    assert how_sure(MEASURES["won"], answer(MEASURES["won"], groups)) == said


def test_more_records_may_be_more_writing():
    groups = {"A": {None: 20}, "B": {None: 30}}
    assert how_sure(MEASURES["records"], answer(MEASURES["records"], groups)) == (
        "More records can also mean that more was written down there."
    )


def test_what_else_is_said_stands_in_whole_sentences():
    found = answer(MEASURES["won"], {"A": won(1, 2), "B": won(30, 30)}, twice=2, not_shown=1, parts_not_shown=3)
    assert list(remarks(found, inexact=1, households=0).values()) == [
        "Of 1 group fewer than 10 are known. It is marked, and not ranked.",
        "2 struggles count in more than one of these groups.",
        "1 more group is not shown.",
        "3 more parts are not shown, those with the fewest struggles.",
        "1 struggle is dated to a decade or a century only. It counts in the first year of it.",
    ]


def test_parts_agree_or_not():
    measure = MEASURES["won"]
    groups = {"A": "A", "B": "B"}
    parts = [
        part_of(measure, {("A", "1"): won(9, 3), ("B", "1"): won(3, 9)}, groups, "1"),
        part_of(measure, {("A", "2"): won(2, 10), ("B", "2"): won(9, 3)}, groups, "2"),
        part_of(measure, {("A", "3"): won(1, 1), ("B", "3"): won(9, 3)}, groups, "3"),
    ]
    found = answer(measure, {"A": won(40, 20), "B": won(20, 40)}, parts=parts)
    assert (
        within_parts(measure, found) == "Split up, it is the same way round in 1 of 2 parts in which enough is known."
    )


def test_a_half_is_never_said_by_the_word_for_two():
    with override("ar"):
        assert "2" in said(MEASURES["people"], Spread(2, {2: 1, 3: 1}))
        assert "2" not in said(MEASURES["people"], Spread(2, {2: 2}))

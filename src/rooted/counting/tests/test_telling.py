"""Sentences are names and values; every text can be said, translated, and fits its values."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from rooted.counting import telling
from rooted.counting.telling import Sentence, number, sentence, tell
from rooted.counting.templates import TEMPLATES

SOURCE = Path(telling.__file__).parent
GAP = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize(
    ("amount", "figures"),
    [
        (12, "12"),
        (Fraction(62, 5), "12.4"),
        (Fraction(1, 3), "0.33333"),
        (Fraction(2, 3), "0.66666"),
        (Fraction(284_200_000, 100_000), "2842"),
        (Fraction(1, 100_000), "0.00001"),
        (-Fraction(1, 2), "-0.5"),
        (0, "0"),
    ],
)
def test_amounts_are_cut_after_five_decimals(amount, figures):
    assert number(amount) == figures


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_one_and_many_have_the_same_gaps_and_the_deciding_one_is_among_them(template):
    if template.by:
        assert set(GAP.findall(template.one)) == set(GAP.findall(template.many)) >= {template.by}
    assert template.one.endswith(".")


def test_every_text_is_said_somewhere_and_every_sentence_said_has_a_text():
    files = [path for path in SOURCE.rglob("*.py") if path.name != "templates.py" and path.parent.name != "tests"]
    source = "\n".join(path.read_text(encoding="utf-8") for path in files)
    words = set(re.findall(r'"([a-z][a-z-]*)"', source))
    assert sorted(set(TEMPLATES) - words) == []
    said = set(re.findall(r'(?:sentence|Refused|wrong)\(\s*"([a-z-]+)"', source))
    assert sorted(said - set(TEMPLATES)) == []


def test_a_part_of_a_vote_counts_as_many_and_one_as_one():
    said = [tell(sentence("exhausted", votes=votes)) for votes in (1, Fraction(1), Fraction(1, 2))]
    assert [line.split(" could")[0] for line in said] == ["1 vote", "1 vote", "0.5 votes"]


def test_a_page_says_it_in_its_own_language_and_figures():
    texts = {"%(name)s is ahead of %(n)s others.": "%(name)s liegt vor %(n)s anderen."}
    said = tell(
        sentence("ahead", name="Ana", n=1234),
        ngettext=lambda one, many, n: texts[many] if n != 1 else one,
        number=lambda amount: f"{amount:,}".replace(",", "."),
    )
    assert said == "Ana liegt vor 1.234 anderen."


def test_names_and_what_each_of_them_got_stand_in_a_row():
    gains = sentence("passed-on", name="Ana", gains={"Bo": Fraction(1, 2), "Cem": Fraction(3)})
    assert str(gains) == "The votes of Ana went on to: Bo 0.5, Cem 3."
    assert tell(sentence("tied", names=("Bo", "Cem")), join=" = ".join) == "Bo = Cem are level. A tie decides nothing."


def test_a_name_with_a_percent_sign_is_only_a_name():
    assert str(Sentence("outcome", {"names": ["100 %(name)s"]})) == "Elected: 100 %(name)s."


def test_a_text_that_is_not_there_is_no_sentence():
    with pytest.raises(KeyError):
        sentence("no-such-text")

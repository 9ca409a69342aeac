import pytest

from rooted.circles import actions, searching
from rooted.circles.tests import make

pytestmark = pytest.mark.django_db


def found(keys, query):
    matches, _complete = searching.matches({keys.circle.pk: keys}, query)
    return sorted(match.content["text"] for match in matches)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("deposit", ["They kept my deposit"]),
        ("KEPT deposit", ["They kept my deposit"]),
        ("depos", ["They kept my deposit"]),
        ("kept wages", []),
        ("lodz", ["Przyjechał z Łodzi do Łódź"]),
        ("رساله", ["الرسالة وصلت"]),
        ("", []),
        ("... !", []),
    ],
)
def test_every_word_must_stand_there_however_it_is_spelt(query, expected):
    keys = make.circle(make.key())
    for text in ("They kept my deposit", "Przyjechał z Łodzi do Łódź", "الرسالة وصلت"):
        keys.seal(make.NOTE, {"text": text})
    assert found(keys, query) == expected


def test_letters_and_notes_are_found_alike():
    keys = make.circle(make.key())
    keys.seal(make.NOTE, {"text": "note about the laundry"})
    actions.drop_in(keys.circle, make.LETTER, {"text": "letter about the laundry"})
    assert found(keys, "laundry") == ["letter about the laundry", "note about the laundry"]


def test_nothing_of_another_circle_is_found():
    ana = make.key()
    keys, other = make.circle(ana), make.circle(ana)
    other.seal(make.NOTE, {"text": "deposit"})
    assert found(keys, "deposit") == []


def test_the_reading_is_bounded_and_says_so(monkeypatch):
    monkeypatch.setattr(searching, "MOST_READ", 3)
    keys = make.circle(make.key())
    for number in range(4):
        keys.seal(make.NOTE, {"text": f"deposit {number}"})
    matches, complete = searching.matches({keys.circle.pk: keys}, "deposit")
    assert (len(matches), complete) == (3, False)


def test_searching_writes_nothing_anywhere(django_assert_num_queries):
    keys = make.circle(make.key())
    keys.seal(make.NOTE, {"text": "deposit"})
    with django_assert_num_queries(1):
        searching.matches({keys.circle.pk: keys}, "deposit")

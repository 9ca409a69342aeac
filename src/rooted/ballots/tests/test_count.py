"""The tellers' page: without account, nothing in the address, everything typed comes back."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from rooted.ballots.reading import sittings
from rooted.ballots.tests import make

pytestmark = pytest.mark.django_db
HANDS = {"hands_yes": "12", "hands_no": "3", "hands_abstain": "1", "present": "20"}


@pytest.fixture
def phone():
    return Client()


def page_of(member):
    return reverse("ballots:count", args=[member.group.address])


def send(phone, member, code, **fields):
    return phone.post(page_of(member), {"code": code, **fields}).content.decode()


def heading(page: str) -> str:
    return re.search(r"<h1>(.*?)</h1>", page)[1]


def test_two_tellers_type_the_same_on_phones_without_account(ana, phone):
    question = make.by_hands(ana)
    first, second = make.codes(ana, question)
    pages = [send(phone, ana, first), send(phone, ana, first, **HANDS), send(Client(), ana, second, **HANDS)]
    assert [heading(page) for page in pages] == [
        "What your sitting counted", "We have your figures", "The figures are in",
    ]  # fmt: skip
    assert sittings(question, ana.seat)[0].sat.present == 20


def test_the_page_shows_what_is_asked_and_only_with_a_code(ana, phone):
    first, _second = make.codes(ana, make.by_hands(ana))
    shown = [("Stay outside" in page, "Early" in page) for page in (
        phone.get(page_of(ana)).content.decode(), send(phone, ana, "apple apple apple"), send(phone, ana, first),
    )]  # fmt: skip
    assert shown == [(False, False), (False, False), (True, True)]


def test_tellers_who_differ_are_both_told_and_not_what_the_other_typed(ana, phone):
    first, second = make.codes(ana, make.by_hands(ana))
    send(phone, ana, first, **HANDS | {"hands_yes": "7707", "present": "9909"})
    page = send(phone, ana, second, **HANDS)
    assert (heading(page), "7707" in page) == ("You typed different figures", False)
    assert "Nothing was kept" in send(phone, ana, first)


def test_whoever_comes_back_with_the_same_code_is_told_that_figures_wait(ana, phone):
    first, second = make.codes(ana, make.by_hands(ana))
    send(phone, ana, first, **HANDS)
    said = "Figures were typed with this code and wait for the other teller."
    assert [said in send(phone, ana, code) for code in (first, second)] == [True, False]


def test_how_a_pile_is_written_reads_from_left_to_right_in_arabic(ana, phone):
    first, _second = make.codes(ana, make.by_hands(ana, "ranked-one", "Ana", "Bo"))
    page = phone.post(page_of(ana), {"code": first}, headers={"accept-language": "ar"}).content.decode()
    assert "\u206812: A &gt; B = C\u2069" in page
    assert re.findall(r'<input type="text"(?![^>]*dir="auto")[^>]*>', page) == []


def test_a_double_click_of_the_second_teller_counts_once(ana, phone):
    question = make.by_hands(ana)
    first, second = make.codes(ana, question)
    send(phone, ana, first, **HANDS)
    send(phone, ana, second, **HANDS)
    assert "This code has been used" in send(phone, ana, second, **HANDS)
    assert make.close(ana, question).cast == 20


def test_what_was_typed_wrongly_comes_back(ana, phone):
    first, _second = make.codes(ana, make.by_hands(ana))
    page = send(phone, ana, first, **HANDS | {"hands_no": "many"})
    assert ('value="12"' in page, 'value="many"' in page, "Write a whole number" in page) == (True, True, True)


def test_digits_of_other_scripts_are_digits(ana, phone):
    first, _second = make.codes(ana, make.by_hands(ana))
    assert heading(send(phone, ana, first, **HANDS | {"present": "٢٠"})) == "We have your figures"


def test_the_code_is_typed_as_it_comes(ana, phone):
    first, _second = make.codes(ana, make.by_hands(ana))
    assert heading(send(phone, ana, f"  {first.upper().replace(' ', '-')} ")) == "What your sitting counted"


def test_a_code_in_the_address_does_nothing(ana, phone):
    first, _second = make.codes(ana, make.by_hands(ana))
    assert heading(phone.get(page_of(ana), {"code": first}).content.decode()) == "Type in what was counted"


def test_guessing_is_slowed_down(ana, phone, monkeypatch):
    slept = []
    monkeypatch.setattr("rooted.base.throttle.time.sleep", slept.append)
    for _guess in range(5):
        send(phone, ana, "apple apple apple")
    assert slept == [1.0, 2.0]


def rows_of_every_table():
    """What stands in each table, as text."""
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = sorted(map(repr, cursor.fetchall()))
    return found


def test_a_tellers_phone_leaves_nothing_of_its_owner(ana, bo):
    """Bo is signed in while he types; afterwards only the sitting and what was sealed to the circle differ."""
    first, second = make.codes(ana, make.by_hands(ana))
    before = rows_of_every_table()
    send(bo.client, ana, first, **HANDS)
    send(bo.client, ana, second, **HANDS)
    after = rows_of_every_table()
    assert {name for name in after if after[name] != before[name]} == {"ballots_sittingcount", "circles_sealeditem"}
    mine = [str(bo.seat.pk), str(bo.person.pk)]
    assert not any(one in row for one in mine for row in after["ballots_sittingcount"])


def test_figures_come_back_with_a_code_that_was_mistyped(ana, phone):
    page = send(phone, ana, "apple apple apple", **HANDS)
    assert re.findall(r'<input type="hidden" name="(hands_\w+|present)" value="(\d+)">', page) == [
        ("hands_yes", "12"), ("hands_no", "3"), ("hands_abstain", "1"), ("present", "20"),
    ]  # fmt: skip


def test_the_address_is_named_ballots_count():
    assert reverse("ballots:count", args=["docks"]) == "/g/docks/count/"


def slips_of(member):
    return make.by_hands(member, "ranked-one", "Ana", "Bo", "Cem")


def test_piles_are_added_one_by_one_and_counted_with_the_last(ana, phone):
    question = slips_of(ana)
    first, second = make.codes(ana, question)
    page = send(phone, ana, first, present="30", slips="12", rank_0="1", rank_1="2", rank_2="2", add="1")
    assert ("12: A &gt; B = C" in page, heading(page), make.sitting(question).typed_by) == (
        True, "What your sitting counted", 0,
    )  # fmt: skip
    send(phone, ana, first, present="30", piles="12: A > B = C", slips="3", rank_2="1")
    page = send(Client(), ana, second, present="30", piles="3: c\n7: a > b=c\n5: A > C = B")
    assert heading(page) == "The figures are in"
    assert sittings(question, ana.seat)[0].sat.figures == {"0>1=2": 12, "2": 3}


def test_a_teller_who_differs_gets_their_own_piles_back(ana, phone):
    first, second = make.codes(ana, slips_of(ana))
    send(phone, ana, first, present="30", piles="17: A > B")
    page = send(phone, ana, second, present="30", piles="16: A > B")
    assert (heading(page), "16: A &gt; B" in page, "17: A" in page) == ("You typed different figures", True, False)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"piles": "12: A > D"}, "Line 1 cannot be read."),
        ({"slips": "4"}, "A pile needs both"),
        ({"rank_0": "1"}, "A pile needs both"),
        ({"piles": "31: A"}, "more slips than people are present"),
    ],
)
def test_piles_that_cannot_be_come_back(ana, phone, fields, said):
    first, _second = make.codes(ana, slips_of(ana))
    page = send(phone, ana, first, present="30", **fields)
    typed = [value.replace(">", "&gt;") for value in fields.values()]
    came_back = [f">{one}<" in page.replace("\n", "") or f'"{one}"' in page for one in typed]
    assert (said in page, came_back) == (True, [True])


def test_grades_left_empty_are_nobody(ana, phone):
    question = make.by_hands(ana, "score", "Ana", "Bo")
    first, second = make.codes(ana, question)
    assert "more slips than people" in send(phone, ana, first, present="9", **{"hands_0:5": "6", "hands_0:4": "4"})
    for code in (first, second):
        send(phone, ana, code, present="9", **{"hands_0:5": "6", "hands_1:3": "9"})
    assert make.close(ana, question).figures == {"0": 30, "1": 27}


def test_the_reason_of_an_objection_is_typed_beside_the_figures_and_comes_back(ana, phone):
    question = make.by_hands(ana, "consent")
    first, second = make.codes(ana, question)
    hands = {"hands_agree": "12", "hands_abstain": "0", "hands_aside": "0", "hands_object": "1", "present": "13"}
    assert "too cold" in send(phone, ana, first, **hands, reason="It is too cold.")
    page = send(Client(), ana, second, **hands | {"present": "14"}, reason="The hall is cold.")
    assert (heading(page), "hall is cold" in page, "too cold" in page) == ("You typed different figures", True, False)
    send(phone, ana, first, **hands, reason="It is too cold.")
    send(Client(), ana, second, **hands, reason="The hall is cold.")
    assert list(sittings(question, ana.seat)[0].sat.reasons) == ["It is too cold.", "The hall is cold."]

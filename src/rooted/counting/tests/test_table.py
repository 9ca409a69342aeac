"""The stages as a table, as text and as JSON."""

import json

from rooted.counting.ballots import grouped
from rooted.counting.methods.consent import consent
from rooted.counting.methods.instant_runoff import instant_runoff
from rooted.counting.methods.schulze import schulze
from rooted.counting.methods.scottish_stv import scottish_stv
from rooted.counting.plain import plain
from rooted.counting.table import rows, text
from rooted.counting.tests.made import ballots

COUNT = scottish_stv(ballots("ABC", "6 A>B", "2 B", "3 C>A", "1 -"), 2)


def test_each_option_has_a_row_and_then_what_ended_and_was_lost():
    found = [(row.name, row.kind, [float(cell.amount or 0) for cell in row.cells]) for row in rows(COUNT)]
    assert found == [
        ("A", "", [6, 4, 4]),
        ("B", "", [2, 3.99998, 3.99998]),
        ("C", "", [3, 3, 0]),
        ("", "exhausted", [0, 0, 3]),
        ("", "lost", [0, 0.00002, 0.00002]),
    ]


def test_who_is_out_has_no_amount_any_more():
    marks = {row.name: [(cell.amount is None, cell.fate) for cell in row.cells] for row in rows(COUNT) if row.name}
    assert marks == {
        "A": [(False, "elected"), (False, ""), (False, "")],
        "B": [(False, ""), (False, ""), (False, "elected")],
        "C": [(False, ""), (False, "excluded"), (True, "")],
    }


def test_the_text_holds_the_table_then_the_sentences():
    lines = text(COUNT, 80).splitlines()
    assert lines[0] == "scottish-stv: 2 to be elected, 11 ballots count, quota 4"
    assert [line.split() for line in lines[2:6]] == [
        ["Round", "1", "2", "3"],
        ["A", "6*", "4", "4"],
        ["B", "2", "3.99998", "3.99998*"],
        ["C", "3", "3-"],
    ]
    assert lines[-2:] == ["Elected: A, B.", "1 ballot is blank."]


def test_a_narrow_terminal_gets_few_stages_beside_each_other():
    lines = text(COUNT, 24).splitlines()
    table = lines[: lines.index("* elected  - drops out")][2:]
    assert [line.split() for line in table if line.startswith("Round")] == [
        ["Round", "1"],
        ["Round", "2"],
        ["Round", "3"],
    ]
    assert max(map(len, table)) <= 24


def test_a_name_too_long_or_in_wide_signs_keeps_its_column():
    wide = grouped(["組合" * 20, "B"], [(((0,),), 2), (((1,),), 1)])
    table = text(scottish_stv(wide, 1), 40).splitlines()[2:5]
    assert [line.rstrip()[-2:] for line in table] == [" 1", "2*", " 1"]


def test_json_holds_method_seats_quota_elected_and_stages():
    found = json.loads(json.dumps(plain(COUNT)))
    assert [found[key] for key in ("method", "seats", "quota", "elected", "tied", "valid", "blank")] == [
        "scottish-stv", 2, 4, ["A", "B"], [], 11, 1,
    ]  # fmt: skip
    second = found["stages"][1]
    assert (second["totals"], second["elected"], second["excluded"]) == ({"A": 4, "B": 3.99998, "C": 3}, [], ["C"])
    assert second["transfer"] == {"from": "A", "surplus": 2, "to": {"B": 1.99998}, "exhausted": 0, "lost": 0.00002}
    assert second["sentence"].startswith("A had 2 votes more than needed. They went on to: B 1.99998.")


def test_json_cuts_amounts_as_the_sentences_do():
    found = plain(instant_runoff(ballots("ABC", "2 A=B=C", "3 A", "1 B")))
    assert (found["quota"], found["stages"][0]["totals"]) == (None, {"A": 3.66666, "B": 1.66666, "C": 0.66666})


def test_json_holds_places_and_duels_and_decisions():
    found = plain(schulze(ballots("AB", "2 A", "1 B")))
    assert (found["places"], found["duels"], found["quota"]) == ([["A"], ["B"]], [["A", 2, 1, "B"]], None)
    assert plain(consent(2)) == {
        "method": "consent",
        "carried": True,
        "tally": {"agree": 2, "abstain": 0, "stand_aside": 0, "object": 0},
        "sentence": "Carried. Nobody objects.",
    }

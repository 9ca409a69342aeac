"""The page of questions: ready ones, one's own, the answer with its figures, its address and how it is cited."""

from datetime import date

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rooted.comparisons.ready import READY
from rooted.comparisons.tests.make import mixed
from rooted.records.record import Code
from rooted.struggles.actions import hide_struggle, withdraw_struggle
from rooted.struggles.tests import make

URL = reverse("comparisons:compare")


@pytest.fixture
def owner(db):
    return make.group()


def led(owner, led_by, **outcomes):
    """Strikes led by somebody, so many of each outcome."""
    records = [
        make.record(led_by=led_by, outcome=outcome.replace("_", "-"), codings=(Code("form", "strike"),))
        for outcome, count in outcomes.items()
        for _number in range(count)
    ]
    return make.struggles(owner, records)


def asked(client, query):
    response = client.get(f"{URL}?{query}", follow=True)
    assert response.status_code == 200
    return response.context


def rows(table):
    return {row.words: [cell.text for cell in row.counts] for block in table.blocks for row in block.rows}


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_first_page_has_questions_that_are_ready_and_a_form(stranger, owner):
    page = stranger.get(URL).content.decode()
    assert [ready.words for ready in READY if str(ready.words) not in page] == []
    assert page.count("<h1") == 1
    assert 'name="held"' in page


@pytest.mark.parametrize("ready", READY, ids=lambda ready: ready.query)
def test_every_ready_question_is_answered_at_its_own_address(stranger, owner, ready):
    mixed(owner, 40)
    response = stranger.get(f"{URL}?{ready.query}")
    assert (response.status_code, response.context["question"]) == (200, ready.question)


def test_an_empty_chronicle_says_so(stranger, owner):
    assert asked(stranger, READY[0].query)["sentence"] == "Nothing in the chronicle fits this question yet."


def test_the_answer_is_a_sentence_and_a_table_with_the_not_known_in_it(stranger, owner):
    led(owner, "wildcat", won=9, lost=6, unknown=3)
    led(owner, "union", won=6, partly_won=2, lost=4, goes_on=1)
    led(owner, "unknown", lost=2)
    context = asked(stranger, "short=1&held=led_by&asked=won")
    assert plain(context["sentence"]) == (
        "“The workers themselves, without a union” won more often, 9 of 15 (60 %), than “A union”, 6 of 12 (50 %), "
        "counting those whose outcome is known."
    )
    assert context["whole"].counted == ("Won", "Partly won", "Lost", "Goes on", "Not known")
    assert rows(context["whole"]) == {
        "The workers themselves, without a union": ["18", "9", "0", "6", "0", "3"],
        "A union": ["13", "6", "2", "4", "1", "0"],
        "Not known": ["2", "0", "0", "2", "0", "0"],
    }
    assert [cell.text for cell in context["whole"].foot.counts] == ["33", "15", "2", "12", "1", "3"]


def test_shares_are_given_of_those_known_by_chance_and_of_all(stranger, owner):
    led(owner, "wildcat", won=9, lost=6, unknown=3)
    led(owner, "union", won=2, lost=2, unknown=2)
    shown = asked(stranger, "short=1&held=led_by&asked=won")["whole"].blocks[0].rows
    assert [[plain(cell.text) for cell in row.figures] for row in shown] == [
        ["9 of 15 (60 %)", "36 % to 80 %", "50 % to 67 %"],
        ["2 of 4", "", ""],
    ]
    assert [row.few for row in shown] == ["", "only 4 known"]


def test_only_the_groups_chosen_stand_against_each_other(stranger, owner):
    for name in ("wildcat", "union", "mixed"):
        led(owner, name, won=2)
    context = asked(stranger, "short=1&held=led_by&one=union&one=mixed&asked=won")
    assert list(rows(context["whole"])) == ["A union", "Union and workers’ committee together"]
    assert ("1 more group is not shown.", [("", "#others")]) in context["remarks"]


def test_in_each_part_stand_those_of_which_the_group_is_not_known(stranger, owner):
    for year, form in ((1984, "strike"), (1984, ""), (1985, ""), (1991, "strike")):
        make.struggle(owner, started_on=date(year, 3, 4), codings=(Code("form", form),) if form else ())
    split = asked(stranger, "short=1&held=form&asked=won&by=decade")["split"]
    counted = {block.words: {row.words: row.counts[0].text for row in block.rows} for block in split.blocks}
    assert counted == {"1980 to 1989": {"Strike": "1", "Not known": "2"}, "1990 to 1999": {"Strike": "1"}}
    counts = asked(stranger, "short=1&held=form&asked=records&by=decade")["split"]
    assert (counts.first, counts.counted) == ("Strike", ("Not known",))
    assert [[cell.text for cell in row.counts] for row in counts.blocks[0].rows] == [["1", "2"], ["1", "0"]]


def test_a_split_shows_each_part(stranger, owner):
    for year in (1984, 1991):
        make.struggle(owner, started_on=date(year, 3, 4), led_by="union", outcome="won")
    context = asked(stranger, "short=1&held=led_by&asked=won&by=decade")
    assert [block.words for block in context["split"].blocks] == ["1980 to 1989", "1990 to 1999"]


def test_counted_records_split_have_a_column_for_each_group(stranger, owner):
    make.struggle(owner, started_on=date(1984, 3, 4))
    make.struggle(owner, started_on=date(1991, 3, 4), codings=(Code("form", "protest"),))
    context = asked(stranger, "short=1&held=form&asked=records&by=year")
    assert (context["split"].first, *context["split"].counted) == ("Protest", "Strike")
    assert rows(context["split"]) == {"1984": ["0", "1"], "1991": ["1", "0"]}
    assert [words for words, _drawn in context["timelines"]] == ["Protest", "Strike"]


def test_the_picture_has_words_beside_its_fills(stranger, owner):
    led(owner, "union", won=12, lost=3)
    picture = str(asked(stranger, "short=1&held=led_by&asked=won")["picture"])
    assert [word for word in ("Won", "Lost", "A union") if word not in picture] == []


def test_a_form_sent_as_it_is_leads_to_the_readable_address(stranger, owner):
    response = stranger.get(f"{URL}?q=&country=&form=strike&held=led_by&asked=won&by=&short=1&nonsense=1")
    assert (response.status_code, response["Location"]) == (302, f"{URL}?form=strike&short=1&held=led_by&asked=won")


def test_how_to_cite_it_names_the_day_both_numbers_and_the_address(stranger, owner):
    led(owner, "union", won=2)
    make.struggle(owner, codings=(Code("form", "protest"),))
    cite = asked(stranger, "form=strike&short=1&held=led_by&asked=won")["cite"]
    day = timezone.localdate()
    assert cite == (
        f"Rooted, chronicle of struggles, read on {day.day} {day:%B %Y}. Which won more often? "
        "What they did: Strike. n = 2 of 3 records on that day. "
        f"http://testserver{URL}?form=strike&short=1&held=led_by&asked=won"
    )


def test_what_is_withdrawn_or_hidden_is_not_counted(stranger, owner):
    first, second, _third = led(owner, "union", won=3)
    withdraw_struggle(first)
    hide_struggle(second)
    assert rows(asked(stranger, "short=1&held=led_by&asked=won")["whole"]) == {"A union": ["1", "1"]}


def test_a_draft_is_not_counted(stranger, owner):
    make.draft(owner, led_by="union")
    assert asked(stranger, "short=1&held=led_by&asked=records")["whole"] is None


def test_a_wrong_filter_comes_back_with_what_to_do(stranger, owner):
    page = stranger.get(f"{URL}?since=nineteen&held=led_by&asked=won").content.decode()
    assert "Write a whole number" in page
    assert 'value="nineteen"' in page


def test_a_selection_of_the_list_is_kept_in_the_form(stranger, owner):
    page = stranger.get(f"{URL}?form=strike&since=1984")
    assert [page.context["form"]["form"].value(), page.context["form"]["since"].value()] == ["strike", "1984"]
    assert "question" not in page.context


@pytest.mark.parametrize(
    "query",
    [
        "held=strong&one=not-a-word&asked=won",
        "held=decade&one=19x0&one=-5&asked=won",
        "held=employer&one=%00&one=" + "x" * 5_000 + "&asked=won",
        "held=region&one=:&one=DE:&asked=people&by=country",
        "held=nothing&asked=won",
        "held=led_by&asked=%3Cscript%3E",
        "held=form&asked=won&by=form",
    ],
)
def test_whatever_stands_in_the_address_is_answered(stranger, owner, query):
    mixed(owner, 12)
    response = stranger.get(f"{URL}?short=1&{query}", follow=True)
    assert response.status_code == 200
    assert b"<script>" not in response.content


NUMBERS = {
    "short=1&held=led_by&asked=won": 4,
    "short=1&held=form&asked=lasted&by=decade": 6,
    "short=1&held=employer&asked=people&by=branch": 8,
    "short=1&held=demand&asked=won&by=country": 7,
}


@pytest.mark.parametrize("count", [3, 50])
@pytest.mark.parametrize("query", NUMBERS)
def test_an_answer_takes_a_fixed_number_of_statements(stranger, owner, query, count):
    mixed(owner, count)
    address = f"{URL}?{asked(stranger, query)['question'].query()}"
    with CaptureQueriesContext(connection) as queries:
        assert stranger.get(address).status_code == 200
    assert len(queries) == NUMBERS[query]


def test_groups_add_up_to_all_where_a_record_has_one_code_only(stranger, owner):
    mixed(owner, 60)
    for held in ("led_by", "size", "lasted", "outcome", "month"):
        table = asked(stranger, f"short=1&held={held}&asked=won")["whole"]
        shown = [row.counts for block in table.blocks for row in block.rows]
        hidden = 60 - sum(cells[0].count for cells in shown)
        assert (hidden == 0) == (held != "month")
        assert all(cells[0].count == sum(cell.count for cell in cells[1:]) for cells in [*shown, table.foot.counts])


def test_the_chosen_groups_stay_when_the_form_repeats_the_rest(stranger, owner):
    mixed(owner, 30)
    context = asked(stranger, "form=strike&short=1&held=demand&one=hours&asked=won&by=decade")
    assert QueryDict("&".join(f"{name}={value}" for name, value in context["kept"])) == QueryDict(
        "form=strike&short=1&held=demand&asked=won&by=decade"
    )
    assert [code for code, _words, chosen in context["offered"] if chosen] == ["hours"]


def test_where_nothing_of_it_is_known_the_page_says_what_can_be_asked_instead(stranger, owner):
    make.struggles(owner, [make.record(led_by=by, estimate_low=40) for by in ("union", "wildcat")])
    page = asked(stranger, "short=1&held=led_by&asked=won&by=decade")
    assert [str(words) for words, _query in page["instead"]] == [
        "In which did more people take part?",
        "Of which are there more?",
    ]
    assert page["picture"] == ""
    answered = asked(stranger, page["instead"][0][1])
    assert (answered["question"].asked, answered["question"].by, answered["instead"]) == ("people", "decade", [])

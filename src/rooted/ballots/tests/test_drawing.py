"""What a result page shows: sentence, table, picture; never what must be hidden."""

from django.template.loader import render_to_string
from django.utils import translation

from rooted.ballots.drawing import Line, shown
from rooted.ballots.result import Sat, count_sittings, count_votes
from rooted.ballots.tests.make import asked
from rooted.ballots.tests.test_result import sat


def page(result, ask=None) -> str:
    return render_to_string("ballots/_result.html", {"shown": shown(ask or asked(), result)})


def test_each_sitting_stands_beside_the_total():
    result = count_sittings(asked(), [sat("Early", 1_300, 20, 4), sat("Night", 10, 30)])
    assert shown(asked(), result).lines == [
        Line("Early", ["1,300", "20", "4"], present="1,324"),
        Line("Night", ["10", "30", "0"], present="40"),
        Line("Total", ["1,310", "50", "4"], total=True, present="1,364"),
    ]


def test_options_stand_below_each_other_and_sittings_beside():
    ask = asked("approval", "Bus", "Train")
    votes = count_votes(ask, [[0], [0, 1]], 3)
    assert (shown(ask, votes).columns, shown(ask, votes).lines[0]) == (["Votes"], Line("Bus", ["2"]))
    score = asked("score", "Bus", "Train")
    assert shown(score, count_votes(score, [[5, 1]], 3)).columns == ["Points"]


def test_a_hidden_sitting_stands_nowhere_but_in_the_note():
    text = page(count_sittings(asked(), [sat("Early", 30, 2), sat("Night", 3, 1), sat("Office", 5, 4)]))
    assert text.count("Night") == text.count("Office") == 1
    assert "2 sittings together, so that nobody can be singled out" in text
    assert "small" not in text.split('<p class="quiet">')[0]


def test_where_all_is_hidden_no_figure_is_shown():
    text = page(count_sittings(asked(), [sat("Early", 2, 0), sat("Late", 1, 1)]))
    assert ("<svg" in text, "<table" in text, "figures stay hidden" in text) == (False, False, True)


def test_where_the_total_is_hidden_alone_the_sittings_that_are_shown_stand_without_it():
    shown_before = [sat("Early", 40, 8), sat("Late", 30, 5), Sat("Night", 4, {"yes": 1, "no": 3}, [(20, {"yes": 20})])]
    result = count_sittings(asked(), shown_before)
    assert (result.figures, shown(asked(), result).lines) == (None, [Line("Early", ["40", "8", "0"], present="48")])
    options = [Sat(one.name, one.present, {"0": 3, "1": 1}, one.earlier) for one in shown_before]
    chosen = shown(ask := asked("approval", "Rent", "Repairs"), count_sittings(ask, options))
    assert (chosen.columns, chosen.lines) == (["Early"], [Line("Rent", ["3"]), Line("Repairs", ["1"])])
    assert (chosen.pictures, "Rent" in chosen.sentences[1]) == ([], True)


def test_a_title_that_is_markup_is_text():
    ask = asked("approval", "<script>1</script>", "B & C")
    text = page(count_votes(ask, [[0]], 1), ask)
    assert "<script>" not in text


def test_in_arabic_bars_grow_from_the_right():
    with translation.override("ar"):
        assert "<svg" in page(count_sittings(asked(), [sat("صباح", 30, 2), sat("ليل", 12, 8)]))


def test_never_a_statutory_ballot_is_said():
    assert "never a ballot that a law asks for" in page(count_votes(asked(), ["yes"], 1))

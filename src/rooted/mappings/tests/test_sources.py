"""Sources of a row: addresses, papers, documents; kind, day and copy from columns beside them."""

from datetime import date

import pytest

from rooted.mappings.tests.make import made
from rooted.records.record import Source

SOURCE, KIND, DAY, COPY = (("s", "source", "", ";"), ("k", "source_kind", "", ";"), ("d", "source_date", "", ";"),
                           ("a", "source_archive", "", ";"))  # fmt: skip


def read(values, *rules):
    record = made(values, *rules).record
    return record.sources, [code for code, _detail in record.notes]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Leeds Gazette", "print"), ("El Diario de Vigo", "print"), ("Anzeiger vom Montag", "print"),
        ("Flugblatt", "document"), ("acta de la asamblea", "document"), ("interview with two drivers", "spoken"),
        ("Le Monde", "other"), ("somebody said so", "other"),
    ],
)  # fmt: skip
def test_what_has_no_address_is_what_its_words_say_and_else_not_known(text, kind):
    said = ["source-no-address"] if kind == "other" else []
    assert read({"s": text}, SOURCE) == ((Source(text=text, kind=kind),), said)


def test_a_column_of_papers_makes_print_of_names_that_say_nothing():
    (one,), _notes = read({"s": "Le Monde"}, ("s", "source", "print"))
    assert (one.kind, one.text) == ("print", "Le Monde")


def test_the_day_at_the_end_of_a_paper_s_name_is_when_it_came_out():
    (one,), _notes = read({"s": "Leeds Gazette, page 3, 12 March 1926"}, SOURCE)
    assert (one.published_on, one.text) == (date(1926, 3, 12), "Leeds Gazette, page 3, 12 March 1926")


@pytest.mark.parametrize(
    ("said", "day", "exact"), [("March 1926", date(1926, 3, 1), "month"), ("1926", date(1926, 1, 1), "year")]
)
def test_a_source_may_be_of_a_month_or_a_year(said, day, exact):
    (beside,), _notes = read({"s": "https://a.example", "d": said}, SOURCE, DAY)
    (inside,), _notes = read({"s": f"Leeds Gazette, {said}"}, SOURCE)
    assert [(one.published_on, one.published_precision) for one in (beside, inside)] == [(day, exact)] * 2


def test_the_number_of_a_box_is_no_year():
    (one,), _notes = read({"s": "Town archive, box 14, 1234"}, SOURCE)
    assert one.published_on is None


def test_each_source_has_its_own_kind_day_and_copy():
    values = {"s": "https://a.example/1; Leaflet", "k": "website; folleto", "d": "2020-03-05; 6.3.2020",
              "a": "https://copy.example/1; "}  # fmt: skip
    assert read(values, SOURCE, KIND, DAY, COPY)[0] == (
        Source("https://a.example/1", "", "web", date(2020, 3, 5), "https://copy.example/1"),
        Source("", "Leaflet", "document", date(2020, 3, 6)),
    )


def test_one_kind_or_day_is_that_of_all():
    both, _notes = read({"s": "https://a.example; https://b.example", "k": "print"}, SOURCE, KIND)
    assert [one.kind for one in both] == ["print", "print"]


@pytest.mark.parametrize(
    ("values", "rule", "code"),
    [
        ({"d": "2020-03-05; 2020-03-06; 2020-03-07"}, DAY, "sources-differ"),
        ({"d": "the 1920s"}, DAY, "source-day-wrong"),
        ({"a": "shelf 3"}, COPY, "copy-wrong"), ({"k": "rumour"}, KIND, "choice-not-known"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_and_the_source_kept(values, rule, code):
    assert read({"s": "https://a.example"} | values, SOURCE, rule) == ((Source("https://a.example"),), [code])

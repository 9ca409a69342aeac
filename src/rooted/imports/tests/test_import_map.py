"""How the columns of a file are read: seen, adjusted, tried on real rows."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override

from rooted.imports.forms import ImportMapForm, key_of
from rooted.imports.models import ImportFile
from rooted.imports.sharing import save_mapping
from rooted.imports.tests import make
from rooted.mappings.fields import FIELDS

SPANISH = (
    "Fecha inicio;Empresa;Municipio;Tipo;Trabajadores;Nota interna\n"
    "3/5/2019;Astilleros Nuevo Sur;Gijón;huelga;1.200;x\n"
    "04/2020;Limpiezas Mar;Cádiz;cacerolada;unos 80;y\n"
    "2021;Correos;Madrid;paro;cientos;z\n"
)


def url(file):
    return reverse("imports:import-map", args=[file.group.address, file.pk])


def typed(file, **changed):
    """What the form would send back untouched, with some of it changed."""
    form = ImportMapForm(file=file)
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in (values | changed).items() if value not in (None, False)}


@pytest.fixture
def file(docks):
    return make.file(docks, SPANISH, name="Huelgas.csv")


def test_each_column_stands_with_real_values_and_what_it_fills(ana, file):
    page = ana.client.get(url(file)).content.decode()
    for words in ("Fecha inicio", "3/5/2019", "Limpiezas Mar", "Nota interna", "(3 of 3 rows)", "3 rows."):
        assert words in page, words


def test_rows_stand_there_as_they_will_look_with_what_is_unclear(ana, file):
    page = ana.client.get(url(file)).content.decode()
    for words in ("Astilleros Nuevo Sur, Gijón", "1,200 people", "May 2019", "“cacerolada” is not in our lists"):
        assert words in page, words
    assert "Nothing says the country." in page


def test_what_is_missing_stands_above_everything_that_can_be_chosen(ana, file):
    page = ana.client.get(url(file)).content.decode()
    assert page.index("Nothing says the country.") < page.index("What each column fills")


def test_a_column_of_places_without_countries_does_not_say_the_country(ana, docks):
    pages = [
        ana.client.get(url(make.file(docks, f"Date,Where,Type\n4.3.2019,{place},strike\n", name="a.csv")))
        for place in ("Leeds", '"Leeds, England, UK"')
    ]
    assert ["Nothing says the country." in page.content.decode() for page in pages] == [True, False]


@pytest.mark.parametrize(("second", "open_"), [("5/4/2019", True), ("25/4/2019", False)])
def test_the_order_of_day_and_month_is_said_where_the_list_does_not_show_it(ana, docks, second, open_):
    file = make.file(docks, f"Date,Type\n3/4/2019,strike\n{second},strike\n", name="a.csv")
    page = ana.client.get(url(file)).content.decode()
    said = "Nothing says whether the day or the month comes first in 3/4/2019. It is read as: day, month, year."
    assert (said in page) == open_


def test_rows_of_another_length_are_said_before_anything_is_brought_in(ana, docks, file):
    uneven = make.file(docks, SPANISH + "1/2/2020;Unos\n2/2/2020;a;b;c;d;e;f\n", name="a.csv")
    pages = [ana.client.get(url(one)).content.decode() for one in (file, uneven)]
    said = "2 rows have fewer or more cells than there are columns."
    assert [said in page for page in pages] == [False, True]


def test_a_column_with_many_unknown_words_takes_no_room_from_the_others_and_the_rest_is_counted(ana, docks):
    rows = "".join(f"{day}/5/2019,minga {day},won\n" for day in range(1, 32))
    many = make.file(docks, f"Date,Type,Result\n{rows}" + "1/6/2019,strike,tequio\n" * 3, name="a.csv")
    form = ImportMapForm(file=many)
    assert (len(form.words), form.more_words, ("outcome", "tequio") in form.words) == (30, 2, True)
    page = ana.client.get(url(many)).content.decode()
    assert "More such words, kept as they are written: 2" in page


def test_what_a_column_can_fill_stands_under_headings(ana, file):
    page = ana.client.get(url(file)).content.decode()
    under_where = page.partition('<optgroup label="Where">')[2].partition("</optgroup>")[0]
    assert ("Town</option>" in under_where, "Employer</option>" in under_where) == (True, False)


def test_the_page_says_whether_it_guessed_or_knows_the_list(ana, docks, file):
    known = make.file(docks, make.entries(1))
    before = ana.client.get(url(file)).content.decode()
    save_mapping(docks, file.plan)
    after, cat = (ana.client.get(url(one)).content.decode() for one in (file, known))
    said = ["We guessed", "as your group or another one has kept it", "We know this list"]
    assert [[words in page for words in said] for page in (before, after, cat)] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
    ]


def test_a_list_in_a_cell_stands_there_without_its_brackets(ana, docks):
    content = [{"date": "2019-03-04", "town": ["Leeds", "York"], "tags": []}]
    page = ana.client.get(url(make.file(docks, content))).content.decode()
    assert ("<bdi>Leeds, York</bdi>" in page, "tags" in page) == (True, False)


def test_points_and_sources_stand_in_the_rows_as_they_will_look(ana, docks):
    content = "Datum;Schwächen;Zeitung\n4.3.2019;isolated: nobody came;Hafenblatt\n"
    page = ana.client.get(url(make.file(docks, content, name="a.csv"))).content.decode()
    assert ("Weak points: <bdi>Isolated: nobody came</bdi>" in page, "Print: <bdi>Hafenblatt" in page) == (True, True)


def test_what_is_changed_is_kept_and_seen_at_once(ana, file):
    word = key_of("form", "cacerolada")
    sent = typed(file, name="Huelgas de aquí", **{"fixed-country": "ES", word: "protest"})
    answer = ana.client.post(url(file), sent)
    file = ImportFile.objects.get()
    assert (answer.status_code, file.plan.name, dict(file.plan.fixed)["country"]) == (302, "Huelgas de aquí", "ES")
    page = ana.client.get(url(file)).content.decode()
    assert ("Gijón, Spain" in page, "is not in our lists" in page, "Nothing says the country." in page) == (
        True,
        False,
        False,
    )


def test_a_column_can_be_left_unread_and_another_field_is_read_its_own_way(ana, docks):
    file = make.file(docks, 'Date,Where,Other\n2019-03-04,"Cleveland, OH",strike; sit-in\n', name="a.csv")
    ana.client.post(url(file), typed(file, **{"field-1": "place", "field-2": "form"}))
    rules = {rule.column: (rule.field, rule.how, rule.split) for rule in ImportFile.objects.get().plan.rules}
    assert rules == {"Date": ("started", "", ""), "Where": ("place", "us", ""), "Other": ("form", "", ";")}


def test_other_letters_look_the_file_through_again(ana, docks):
    file = make.file(docks, "Дата;Город\n2019;Омск\n".encode("cp1251"), name="a.csv")
    assert "It is read as" not in ana.client.get(url(file)).content.decode()
    ana.client.post(url(file), typed(file, encoding="cp1251"))
    assert ImportFile.objects.get().look.layout.columns == ("Дата", "Город")


def test_what_cannot_be_is_said_and_what_was_typed_comes_back(ana, file):
    page = ana.client.post(url(file), typed(file, name="", cite="Ana & Bo")).content.decode()
    assert ("Write something here." in page, "Ana &amp; Bo" in page) == (True, True)


def test_markup_in_cells_is_shown_as_text(ana, docks):
    file = make.file(docks, "Date,Employer\n2019,<script>alert(1)</script>\n", name="<b>x</b>.csv")
    page = ana.client.get(url(file)).content.decode()
    assert ("<script>alert" in page, "<b>x" in page, "&lt;script&gt;alert(1)" in page) == (False, False, True)


def test_others_see_nothing(stranger, cem, file):
    assert [stranger.get(url(file)).status_code, cem.client.get(url(file)).status_code] == [403, 404]


def test_a_file_that_is_being_read_has_no_such_page_any_more(ana, docks):
    batch = make.batch(docks, make.entries(1))
    assert ana.client.get(url(ImportFile.objects.get(batch=batch))).status_code == 404


def test_a_source_of_a_statement_is_not_the_source_of_the_program(docks):
    with override("ar"):
        assert (str(FIELDS["source"].words), gettext("Source")) == ("المصدر", "شيفرة البرنامج")

"""What a column's name and cells say it is, where both count."""

import json

import pytest

from rooted.mappings.guessing import guess
from rooted.tables.looking import look
from rooted.tables.tests.make import opened

POINTS = {
    "en": "Strong points;Weak points;Lessons", "es": "Puntos fuertes;Puntos débiles;Lecciones",
    "fr": "Points forts;Points faibles;Leçons", "de": "Stärken;Schwächen;Lehren",
    "pl": "Mocne strony;Słabe strony;Wnioski", "pt": "Pontos fortes;Pontos fracos;Lições",
    "it": "Punti forti;Punti deboli;Lezioni", "tr": "Güçlü yanlar;Zayıf yanlar;Dersler",
    "ar": "نقاط القوة;نقاط الضعف;دروس", "ru": "Сильные стороны;Слабые стороны;Уроки", "zh": "优点;缺点;教训",
}  # fmt: skip
SOURCES = {
    "en": "Source;Type of source;Date of source;Archive copy;Authorized",
    "es": "Fuente;Tipo de fuente;Fecha de la fuente;Copia archivada;Oficial",
    "fr": "Source;Type de source;Date de la source;Copie archivée;Officielle",
    "de": "Quelle;Art der Quelle;Datum der Quelle;Archivkopie;Offiziell",
    "pl": "Źródło;Rodzaj źródła;Data źródła;Kopia archiwalna;Oficjalny",
    "pt": "Fonte;Tipo de fonte;Data da fonte;Cópia arquivada;Oficial",
    "it": "Fonte;Tipo di fonte;Data della fonte;Copia archiviata;Ufficiale",
    "ru": "Источник;Тип источника;Дата источника;Архивная копия;Официальный",
}


def fields(content, **wanted):
    plan = guess(look(opened(content), **wanted), "List")
    return {rule.column: (rule.field, rule.how, rule.split) for rule in plan.rules}


def of_columns(names, cells):
    return [field for field, *_how in fields(f"{names}\n{cells}\n").values()]


@pytest.mark.parametrize("language", POINTS)
def test_points_are_known_by_their_names(language):
    cells = "all shifts together;nobody else came.;ask others first"
    assert of_columns(POINTS[language], cells) == ["point-strong", "point-weak", "point-try"]


@pytest.mark.parametrize("language", SOURCES)
def test_what_is_said_of_sources_is_known_by_its_name(language):
    found = of_columns(SOURCES[language], "https://a.example;web;2020-03-04;https://b.example;1")
    assert found == ["source", "source_kind", "source_date", "source_archive", "official"]


@pytest.mark.parametrize(
    ("name", "cells", "field"),
    [
        ("Land", ["Deutschland", "Polen", "Frankreich"], "country"), ("Land", ["Bayern", "Hessen"], "region"),
        ("Estado", ["España", "Chile"], "country"), ("Estado", ["Jalisco", "Oaxaca"], "region"),
        ("State", ["CA", "DE", "IN", "GA"], "region"), ("State", ["Ohio", "Texas"], "region"),
        ("State", ["France", "Italy"], "country"), ("Country", ["nowhere"], "country"),
    ],
)  # fmt: skip
def test_a_name_that_means_region_and_country_is_what_its_cells_are(name, cells, field):
    found = fields(f"Date;{name}\n" + "".join(f"2020-03-04;{cell}\n" for cell in cells))
    assert found[name][0] == field


def test_days_counted_by_a_spreadsheet_are_seen():
    found = fields("Fecha;Fin\n43528;43530\n43600;\n")
    assert found == {"Fecha": ("started", "serial", ""), "Fin": ("ended", "serial", "")}


@pytest.mark.parametrize(
    ("cells", "how", "split"),
    [
        ("isolated; led from above", "words", ";"), ("Isolated: nobody came.", "words", ""),
        ("They stood alone. Nobody came; it rained.", "", ""),
    ],
)  # fmt: skip
def test_points_are_words_or_sentences(cells, how, split):
    assert fields(f'Date,"Weak points"\n2020-03-04,"{cells}"\n')["Weak points"] == ("point-weak", how, split)


def test_names_inside_others_are_known_by_both():
    entry = {
        "id": 7, "when": {"from": "2020-03-04", "to": "2020-03-06"}, "who": {"employer": {"id": 9, "name": "Docks"}},
        "where": [{"city": "Leeds", "country": "UK"}], "sources": [{"url": "https://a.example", "date": "2020-03-05"}],
    }  # fmt: skip
    assert {name: field for name, (field, *_how) in fields(json.dumps([entry])).items()} == {
        "id": "number", "when.from": "started", "when.to": "ended", "who.employer.name": "employer",
        "where.city": "town", "where.country": "country", "sources.url": "source", "sources.date": "source_date",
    }  # fmt: skip

"""Lists nobody here has seen, as people make them: what is right without an editor's hand."""

import json

import pytest
from django.utils.translation import override

from rooted.mappings.branches import branch_of
from rooted.mappings.guessing import guess
from rooted.mappings.making import Maker
from rooted.mappings.words import code_of
from rooted.records import codes
from rooted.tables.looking import look
from rooted.tables.tests.make import opened

FRENCH = (
    "Mouvements relevés par le comité ;;;;;;;;;;\n"
    "Réf;Début;Fin;Entreprise(s);Lieux;Pays;Grévistes (estim.);Motifs;Forme;Issue;Journal\n"
    'A-1;12/03/2019;15/03/2019;Conserverie du Cap;Lorient;France;"1 250,0";salaires, sécurité;grève;victoire partielle;'
    '"Le Courrier du Port, 13 mars 2019"\n'
    'A-2;avril 2020;;Nettoyage Étoile;"Lille; Roubaix (Nord)";France;environ 80;salaires impayés;débrayage;perdue;\n'
).encode("cp1252")
NESTED = {
    "conflicts": {
        "page": 1,
        "items": [
            {
                "ref": {"id": "x1", "rev": 2},
                "when": {"from": "2019-03-04", "to": None},
                "who": {"employer": {"name": "Docks", "id": 12}, "unions": [{"name": "RWDSU", "official": True}]},
                "where": [
                    {"city": "Leeds", "country": "UK", "geo": {"lat": 53.8, "lon": -1.55}},
                    {"city": "York", "country": "UK", "geo": {"lat": 53.96, "lon": -1.08}},
                ],
                "what": {"types": ["strike", "picket"], "participants": {"min": 50, "max": 120}},
                "sources": [{"url": "https://a.example/1", "date": "2019-03-05"}],
            }
        ],
    }
}
SPANISH = (
    "\ufeffNº;Inicio;Fin;Empresa;Localidad;Provincia;Nº de personas;Jornadas perdidas;Tipo de acción;Reivindicación;"
    "Resultado\r\n"
    "1;43528;43530;Astilleros Ribamar;Ribamar;A Coruña;1.200;2.400,50;Huelga;Salarios / Despidos;Acuerdo parcial\r\n"
    "2;44.197;;Hotel Gran Faro;Puerto;Cádiz;40 a 60;;Huelga;Jornada;En curso\r\n"
).encode()
POLISH = (
    "Lp.\tData rozpoczęcia\tPracodawca\tMiejscowość\tLiczba uczestników\tPostulaty\tForma protestu\tWynik\tUwagi\n"
    "1\t14 sierpnia 1980\tStocznia „Mewa”\tGdańsk\tok. 17 tys.\tpodwyżki płac; płace\tstrajk okupacyjny\twygrana\t\n"
    "2\tlata 20. XX w.\tCegielnia\tŻyrardów\tkilkudziesięciu\tumowy o pracę, nadgodziny\twiec\tb.d.\tzob. 12\n"
).encode("cp1250")
FROM_EXCEL = (
    "\ufeffStreiks im Kreis;;;;;\r\nStand: 31.12.2021;;;;;\r\n"
    "Nr;Datum;Betrieb;Beteiligte;Worum ging es?;Wie ging es aus?\r\n"
    "1;04.03.2019;Müller;120;Lohn;gewonnen\r\n2;43529;Klinik;ca. 85;Personalmangel;teilweise erfolgreich\r\n"
    "3;3.-5.2.2021;Stadtwerke;1.200;Tarifvertrag;#NV\r\n;;;;Summe;1405\r\n"
).encode()
ARCHIVE = {
    "meta": {"archive": "Invented"},
    "conflicts": [
        {
            "when": {"from": "spring 1919"},
            "where": {"name": "Turin", "country": {"code": "IT", "label": "Italy"}, "geo": None},
            "kind": ["occupation"], "text": {"fr": "Une occupation.", "en": "They stayed."},
            "refs": [{"url": "https://a.example", "date": "1919-04-12"}],
            "actors": [{"role": "union", "name": "Lega"}, {"role": "employer", "name": "Officine"}],
        },
        {"when": {"from": "1919-00-00"}, "where": {"geo": {"lat": 45.1, "lng": 7.7}}, "kind": ["strike"]},
    ],
}  # fmt: skip


def read(content):
    found = look(opened(content))
    maker = Maker(guess(found, "List"))
    return [maker.make(values, "1").record for values in found.samples]


def days(one):
    return [day and day.isoformat() for day in (one.started_on, one.ended_on)]


def places(one):
    return [(place.town, place.region, place.country) for place in one.places]


def test_french_with_a_title_above_semicolons_decimals_and_several_places_in_a_cell():
    first, second = read(FRENCH)
    assert (days(first), first.estimate_low, first.outcome) == (["2019-03-12", "2019-03-15"], 1_250, "partly-won")
    assert {code.code for code in first.codings} == {"strike", "pay-and-benefits", "safety"}
    assert (first.sources[0].kind, first.sources[0].published_on.isoformat()) == ("print", "2019-03-13")
    assert places(second) == [("Lille", "", "FR"), ("Roubaix", "Nord", "FR")]
    assert (second.started_precision, second.estimate_low, second.outcome) == ("month", 80, "lost")


def test_json_with_objects_inside_objects_and_lists_of_them():
    (one,) = read(NESTED)
    assert (days(one), one.estimate_low, one.estimate_high) == (["2019-03-04", None], 50, 120)
    assert places(one) == [("Leeds", "", "GB"), ("York", "", "GB")]
    assert [(place.lat, place.lon) for place in one.places] == [(53.8, -1.55), (53.96, -1.08)]
    assert (one.employers[0].name, one.organisations[0].name, one.organisations[0].official) == (
        "Docks",
        "RWDSU",
        "yes",
    )
    assert (one.sources[0].url, one.sources[0].published_on.isoformat()) == ("https://a.example/1", "2019-03-05")
    assert [code.code for code in one.codings] == ["strike", "picket"]


def test_the_same_objects_one_a_line_are_rows_of_their_own():
    lines = "\n".join(json.dumps(one) for one in NESTED["conflicts"]["items"] * 2)
    assert [days(one) for one in read(lines)] == [["2019-03-04", None]] * 2


def test_spanish_with_a_mark_and_the_days_of_a_spreadsheet():
    first, second = read(SPANISH)
    assert (days(first), days(second)) == (["2019-03-04", "2019-03-06"], ["2021-01-01", None])
    assert (first.estimate_low, first.days_low, first.outcome) == (1_200, 2_400, "partly-won")
    assert places(first) == [("Ribamar", "A Coruña", "")]
    assert [code.code for code in first.codings] == ["strike", "pay-and-benefits", "job-security"]
    assert (second.estimate_low, second.estimate_high, second.outcome) == (40, 60, "goes-on")


def test_polish_in_its_old_alphabet_with_tabs_roman_numerals_and_words_between_commas():
    first, second = read(POLISH)
    assert guess(look(opened(POLISH)), "List").column_of("number") == "Lp."
    assert (first.estimate_low, first.outcome) == (17_000, "won")
    assert [code.code for code in first.codings] == ["occupation", "pay-and-benefits"]
    assert (second.started_precision, second.estimate_low, second.estimate_high) == ("decade", 20, None)
    assert [code.code for code in second.codings] == ["protest", "job-security", "hours"]
    assert (second.title, second.account) == ("Cegielnia, Żyrardów", "zob. 12")


def test_a_sheet_with_headings_questions_for_names_mixed_days_and_a_sum():
    *kept, last = read(FROM_EXCEL)
    assert [days(one) for one in kept] == [["2019-03-04", None], ["2019-03-05", None], ["2021-02-03", "2021-02-05"]]
    assert ([one.outcome for one in kept], last) == (["won", "partly-won", "unknown"], None)


def test_an_archive_of_objects_without_empty_columns_and_without_the_same_country_twice():
    assert [rule.field for rule in guess(look(opened(json.dumps(ARCHIVE))), "List").rules] == [
        "started", "place", "country", "form", "account", "account", "source", "source_date", "organisation",
        "employer", "lat", "lon",
    ]  # fmt: skip
    first, second = read(json.dumps(ARCHIVE))
    assert (places(first), first.title, str(first.sources[0].published_on)) == (
        [("Turin", "", "IT")], "Officine, Turin", "1919-04-12",
    )  # fmt: skip
    assert (second.started_precision, [(place.lat, place.lon) for place in second.places]) == ("year", [(45.1, 7.7)])


@pytest.mark.parametrize("written", ["18.12Z", "1812", "C18", "18.1"])
def test_national_figures_of_a_branch_are_those_of_isic(written):
    assert branch_of(written, "") == "18"


@pytest.mark.parametrize("language", ["en", "ar", "de", "es", "fr", "pl"])
def test_the_words_of_our_own_pages_mean_their_codes(language):
    with override(language):
        said = {code: str(words) for code, words in codes.DEMANDS.items()}
    assert {code: code_of("demand", words, {}) for code, words in said.items()} == {code: code for code in said}

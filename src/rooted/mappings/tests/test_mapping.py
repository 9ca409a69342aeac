"""A mapping as JSON, and the guess for lists never seen, in eleven languages."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.mappings.fields import FIELDS, FIXED, ORDERS, SPLITS
from rooted.mappings.guessing import guess
from rooted.mappings.making import Maker
from rooted.mappings.shape import Mapping, Rule, Unreadable, Word, allowed, from_plain, to_plain
from rooted.mappings.shipped import CAT_CSV, CAT_JSON, FMCS, shipped_for
from rooted.mappings.tests.make import entries
from rooted.mappings.words import CODES, TABLE
from rooted.tables.looking import look
from rooted.tables.tests.make import opened

SAMPLES = {
    "en": "Event ID,Start Date,Employer,City,Number of Participants,Worker Demands,Labor Organization,Action Type,"
    "Result\n"
    "1,03/14/2021,Docks,Leeds,50-100,Pay; Safety,RWDSU,Strike,won",
    "es": "Fecha inicio;Empresa;Municipio;Trabajadores;Motivo;Sindicato;Tipo;Resultado\n"
    "14/3/2021;Docks;Gijón;50-100;salarios, seguridad;CCOO;Huelga;ganada",
    "fr": "Date de début;Entreprise;Commune;Nombre de grévistes;Revendications;Syndicat;Mode d'action;Résultat\n"
    "14/03/2021;Docks;Lille;50-100;salaires, sécurité;CGT;grève;victoire",
    "de": "Datum;Betrieb;Ort;Beteiligte;Forderungen;Gewerkschaft;Art;Ergebnis\n"
    "14.03.2021;Docks;Leipzig;50-100;Lohn, Arbeitsschutz;ver.di;Streik;Erfolg",
    "pl": "Data;Zakład;Miasto;Liczba uczestników;Powód;Związek zawodowy;Forma protestu;Wynik\n"
    "14.03.2021;Docks;Gdańsk;50-100;płace, bhp;S80;strajk;wygrana",
    "pt": "Data de início;Empresa;Cidade;Número de trabalhadores;Reivindicações;Sindicato;Forma de luta;Resultado\n"
    "14/03/2021;Docks;Porto;50-100;salários, segurança;CGTP;greve;vitória",
    "it": "Data inizio;Azienda;Città;Numero lavoratori;Rivendicazioni;Sindacato;Tipo di azione;Esito\n"
    "14/03/2021;Docks;Torino;50-100;salari, sicurezza;FIOM;sciopero;vittoria",
    "tr": "Tarih;İşveren;Şehir;İşçi sayısı;Talepler;Sendika;Eylem türü;Sonuç\n"
    "14.03.2021;Docks;Bursa;50-100;ücret, iş güvenliği;DİSK;grev;kazanıldı",
    "ar": "تاريخ;الشركة;المدينة;عدد العمال;مطالب;النقابة;نوع التحرك;النتيجة\n"
    "14/03/2021;Docks;المحلة;50-100;أجور, السلامة;UGTT;إضراب;فوز",
    "ru": "Дата начала;Предприятие;Город;Число участников;Требования;Профсоюз;Форма;Результат\n"
    "14.03.2021;Docks;Омск;50-100;зарплата, безопасность;МПРА;забастовка;победа",
    "zh": "日期;企业;城市;人数;诉求;工会;形式;结果\n2021年3月14日;Docks;深圳;50-100;工资, 安全;ACFTU;罢工;胜利",
}  # fmt: skip


@pytest.mark.parametrize("language", SAMPLES)
def test_a_list_never_seen_is_read_in_its_language(language):
    found = look(opened(SAMPLES[language]))
    plan = guess(found, "List")
    record = Maker(plan).make(found.samples[0], "1").record
    codes = {(one.scheme, one.code) for one in record.codings}
    assert (record.started_on.isoformat(), record.estimate_low, record.estimate_high) == ("2021-03-14", 50, 100)
    assert codes == {("form", "strike"), ("demand", "pay-and-benefits"), ("demand", "safety")}
    assert (record.employers[0].name, bool(record.places[0].town), len(record.organisations)) == ("Docks", True, 1)
    assert (record.outcome, record.language) == ("won", language)


def test_lists_we_know_are_known_by_their_columns():
    cat = look(opened(entries(1)))
    assert (shipped_for(cat), shipped_for(look(opened(SAMPLES["es"])))) == (CAT_JSON, None)


@pytest.mark.parametrize("plan", [CAT_JSON, CAT_CSV, FMCS])
def test_a_shipped_mapping_comes_back_from_json_as_it_was(plan):
    assert from_plain(json.loads(json.dumps(to_plain(plan)))) == plan


TEXT = st.text(st.characters(blacklist_characters="\0", blacklist_categories=("Cs",)), min_size=1, max_size=40)


@st.composite
def mappings(draw):
    fields = draw(st.lists(st.sampled_from(sorted(FIELDS)), max_size=6))
    rules = tuple(
        Rule(draw(TEXT), field, draw(st.sampled_from(["", *(how for how, _ in FIELDS[field].hows)])),
             draw(st.sampled_from(sorted(dict(SPLITS)))))
        for field in fields
    )  # fmt: skip
    fixed = draw(st.lists(st.sampled_from(FIXED), unique=True, max_size=3))
    scheme = draw(st.sampled_from(sorted(CODES)))
    return Mapping(
        "own-1", "x" + draw(TEXT), rules=rules, cite=draw(TEXT), zero_is_unknown=draw(st.booleans()),
        fixed=tuple((name, draw(st.sampled_from(sorted(allowed(name))))) for name in fixed),
        words=(Word(scheme, draw(TEXT), draw(st.sampled_from(CODES[scheme]))),),
        order=draw(st.sampled_from([order for order, _words in ORDERS])),
    )  # fmt: skip


@given(mappings())
def test_any_mapping_comes_back_from_json_as_it_was(plan):
    assert from_plain(json.loads(json.dumps(to_plain(plan)))) == plan


WHOLE = to_plain(FMCS)


@pytest.mark.parametrize(
    ("value", "path"),
    [
        (None, "format"), ([], "format"), (WHOLE | {"format": "x"}, "format"), (WHOLE | {"more": 1}, "more"),
        (WHOLE | {"code": "A B"}, "code"), (WHOLE | {"name": " "}, "name"), (WHOLE | {"name": 1}, "name"),
        (WHOLE | {"name": "\ud800"}, "name"),
        (WHOLE | {"name": "x" * 121}, "name"), (WHOLE | {"rules": {}}, "rules"), (WHOLE | {"rules": [1]}, "rules/0/"),
        (WHOLE | {"rules": [{"column": "a"}]}, "rules/0/field"), (WHOLE | {"fixed": []}, "fixed"),
        (WHOLE | {"rules": [{"column": "a", "field": "place", "how": "up"}]}, "rules/0/how"),
        (WHOLE | {"rules": [{"column": "a", "field": "tag", "split": "!"}]}, "rules/0/split"),
        (WHOLE | {"fixed": {"country": "XX"}}, "fixed/country"), (WHOLE | {"order": "up"}, "order"),
        (WHOLE | {"words": [{"scheme": "form", "written": "a", "code": "b"}]}, "words/0"),
        (WHOLE | {"encoding": "rot13"}, "encoding"), (WHOLE | {"delimiter": "x"}, "delimiter"),
        (WHOLE | {"zero_is_unknown": "yes"}, "zero_is_unknown"), (WHOLE | {"rules": [{}] * 121}, "rules"),
    ],
)  # fmt: skip
def test_what_is_no_mapping_is_refused_with_its_path(value, path):
    with pytest.raises(Unreadable) as refusal:
        from_plain(value)
    assert refusal.value.path == path


def test_every_code_a_word_leads_to_exists_and_no_word_has_two():
    rows = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    pairs = [(scheme, word) for scheme, _code, words in rows for word in words.split("|")]
    assert [code for scheme, code, _words in rows if code not in CODES[scheme]] == []
    assert len(pairs) == len(set(pairs))

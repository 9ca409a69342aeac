"""Finding by words. The table is the same on SQLite and PostgreSQL: the suite runs on both."""

from datetime import date

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rooted.base import search
from rooted.base.models import Job, SearchEntry
from rooted.base.search import Document

pytestmark = pytest.mark.django_db

DOCUMENTS = [
    Document(
        "en1", "Strike at the Northgate docks", "Dockers stopped work over Amazon's night shifts.", date(2021, 5, 1)
    ),
    Document(
        "en2", "Café walk-out", "Workers don't come back. No strike fund, co-operative kitchen.", date(2020, 3, 2)
    ),
    Document("en3", "Open letter", "Two thousand signed; the strike at the docks goes on.", date(2022, 1, 9)),
    Document("es1", "Huelga en la fábrica", "Las compañeras pararon la producción en Logroño.", date(2019, 6, 7)),
    Document("de1", "Streik in der Straßenbahn", "Fahrerinnen in Köln forderten höhere Löhne.", date(2018, 2, 3)),
    Document(
        "fr1", "Grève à l'usine", "Les ouvrières d’Ivry occupent l’atelier; leur œuvre, leur cœur.", date(2017, 9, 4)
    ),
    Document("pl1", "Strajk w Łodzi", "Włókniarki żądały wyższych płac w Łódź Fabryczna.", date(1981, 7, 30)),
    Document("ar1", "إضراب عمال المصنع", "طالب العمّال برفع الأُجُور في المَحَلَّة الكبرى.", date(2006, 12, 7)),
    Document("hi1", "मज़दूरों की हड़ताल", "कम्पनी के किसान और कामगार दिल्ली में रुके। १९८२", date(1982, 1, 18)),
    Document("tr1", "Grev İzmir'de", "Diyarbakır ve İstanbul işçileri.", date(2015, 5, 5)),
    Document("el1", "Απεργία στην Αθήνα", "Οι εργάτες των δρόμων.", date(2012, 2, 12)),
    Document("ru1", "Забастовка шахтёров", "Рабочие Кузбасса; її п'ять вимог.", date(1989, 7, 10)),
    Document("zh1", "工人罢工", "富士康工厂2010年", date(2010, 5, 27)),
    Document("ko1", "노동자 파업", "울산 공장", date(1987, 8, 1)),
    Document("ta1", "தொழிலாளர் போராட்டம்", "சென்னை", date(1921, 6, 1)),
    Document("vi1", "Đình công", "Công nhân Đà Nẵng", None),
]

TABLE = [
    ("strike", ["en1", "en3", "en2"]),
    ("STRIKE", ["en1", "en3", "en2"]),
    ("strike docks", ["en1", "en3"]),
    ("docks strike", ["en1", "en3"]),
    ("strike the", ["en1", "en3"]),
    ("stri", ["en1", "en3", "en2"]),
    ("st", []),
    ("strike northgate", ["en1"]),
    ("doc", ["en1", "en3"]),
    ("doc strike", []),
    ("dockers", ["en1"]),
    ("Amazon", ["en1"]),
    ("amazon's", ["en1"]),
    ("amazon’s", ["en1"]),
    ("don't", ["en2"]),
    ("dont", []),
    ("cafe", ["en2"]),
    ("CAFÉ", ["en2"]),
    ("cafe\u0301", ["en2"]),
    ("walk-out", ["en2"]),
    ("walk out", ["en2"]),
    ("cooperative", []),
    ("co-operative", ["en2"]),
    ("huelga", ["es1"]),
    ("fabrica", ["es1"]),
    ("FÁBRICA", ["es1"]),
    ("companeras logrono", ["es1"]),
    ("produccio", ["es1"]),
    ("strassenbahn", ["de1"]),
    ("STRAẞENBAHN", ["de1"]),
    ("straße", ["de1"]),
    ("koln lohne", ["de1"]),
    ("Löhne", ["de1"]),
    ("streik köln", ["de1"]),
    ("greve", ["fr1"]),
    ("grève usine", ["fr1"]),
    ("l'usine", ["fr1"]),
    ("l’atelier d'Ivry", ["fr1"]),
    ("oeuvre coeur", ["fr1"]),
    ("lodz", ["pl1"]),
    ("Łódź", ["pl1"]),
    ("lodzi", ["pl1"]),
    ("wlokniarki zadaly", ["pl1"]),
    ("płac", ["pl1"]),
    ("إضراب", ["ar1"]),
    ("اضراب", ["ar1"]),
    ("الإضراب", ["ar1"]),
    ("مصنع", ["ar1"]),
    ("والمصنع", ["ar1"]),
    ("عمال", ["ar1"]),
    ("العمال الأجور", ["ar1"]),
    ("أجور", ["ar1"]),
    ("المحلة", ["ar1"]),
    ("محله", ["ar1"]),
    ("الكبري", ["ar1"]),
    ("मज़दूरों", ["hi1"]),
    ("मजदूरों", ["hi1"]),
    ("मजदूर", ["hi1"]),
    ("हड़ताल", ["hi1"]),
    ("हडताल कंपनी", ["hi1"]),
    ("ताल", []),
    ("किसान", ["hi1"]),
    ("किस", ["hi1"]),
    ("1982", ["hi1"]),
    ("izmir", ["tr1"]),
    ("IZMIR", ["tr1"]),
    ("diyarbakir", ["tr1"]),
    ("isciler", ["tr1"]),
    ("αθηνα", ["el1"]),
    ("ΕΡΓΆΤΕΣ ΔΡΌΜΩΝ", ["el1"]),
    ("шахтеров", ["ru1"]),
    ("пять", ["ru1"]),
    ("罢工", ["zh1"]),
    ("工厂", ["zh1"]),
    ("2010 工人", ["zh1"]),
    ("파업", ["ko1"]),
    ("노동자", ["ko1"]),
    ("போராட்டம்", ["ta1"]),
    ("da nang", ["vi1"]),
    ("ĐÌNH", ["vi1"]),
]

HOSTILE = [
    "",
    "   ",
    "\x00",
    "'",
    '"',
    '""""',
    "***",
    ":*",
    "! & | ( ) <->",
    "\\",
    "🙂🏴‍☠️",
    "\u202e\u202d\u200f",
    "-- ; DROP TABLE base_searchentry",
    "%s %d %%",
    "{title} : x",
    "NEAR(strike docks, 2)",
    "strike OR nothing",
    "strike NOT docks",
    "strike'; SELECT 1",
    "(" * 50_000,
    "strike " * 20_000,
    "a" * 100_000,
    " ".join(f"w{number}" for number in range(20_000)),
    "\ud7ff\U0010ffff\ue000",
    "ﷺ" * 1_000,
]


@pytest.fixture
def found():
    search.put_many("test", DOCUMENTS)
    return lambda query, limit=100: search.matching("test", query, limit)


def test_the_table_of_queries_gives_these_very_results(found):
    assert [(query, found(query)) for query, _ in TABLE] == TABLE


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_is_an_ordinary_query(found, query):
    assert set(found(query)) <= {"en1", "en2", "en3"}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_no_query_is_an_error(found, query):
    found(query)


def test_words_that_look_like_operators_are_words(found):
    assert found("strike OR nothing") == []


def test_titles_come_first_then_the_newest_day():
    search.put("test", "old-title", "Strike", "", date(1900, 1, 1))
    search.put("test", "new-text", "News", "strike", date(2024, 1, 1))
    search.put("test", "older-text", "News", "strike", date(2023, 1, 1))
    search.put("test", "undated", "News", "strike", None)
    assert search.matching("test", "strike") == ["old-title", "new-text", "older-text", "undated"]


def test_a_limit_gives_the_best_ones(found):
    assert [found("strike", 1), found("strike", 2), found("strike", 0)] == [["en1"], ["en1", "en3"], []]


def test_a_word_in_the_title_and_one_in_the_text_find_together(found):
    assert found("northgate shifts") == ["en1"]


def test_kinds_are_apart(found):
    search.put("other", "x", "Strike", "", None)
    assert (search.matching("other", "strike"), len(found("strike"))) == (["x"], 3)


def test_putting_again_replaces(found):
    search.put("test", "en1", "Lock-out", "", date(2021, 5, 1))
    assert (found("northgate"), found("lock out")) == ([], ["en1"])


def test_one_key_twice_in_a_load_counts_once():
    assert search.put_many("test", [Document("a", "One", ""), Document("a", "Two", "")]) == 1
    assert (search.matching("test", "one"), search.matching("test", "two")) == ([], ["a"])


def test_what_is_dropped_is_not_found(found):
    search.drop("test", "en1", "en3")
    assert found("strike") == ["en2"]


def test_rebuilding_replaces_all_of_one_kind(found):
    search.put("other", "x", "Strike", "", None)
    search.rebuild("test", [Document("n", "Strike", "")])
    assert (found("strike"), search.matching("other", "strike")) == (["n"], ["x"])


def test_the_count_is_of_all_matches(found):
    assert [search.count("test", query) for query in ("strike", "lodz", "", "nothing")] == [3, 1, 0, 0]


def test_a_very_long_text_is_found_by_its_first_words():
    search.put("test", "long", "t" * 5_000, " ".join(f"word{number}" for number in range(100_000)), None)
    assert (search.matching("test", "word77"), search.matching("test", "word99999")) == (["long"], [])


@pytest.mark.parametrize(("limit", "queries"), [(100, 1), (2, 2)])
def test_a_search_asks_the_database_once_and_twice_where_more_is_found_than_wanted(
    found, django_assert_num_queries, limit, queries
):
    whole = search.matching("test", "strike")
    with django_assert_num_queries(queries):
        assert search.matching("test", "strike", limit=limit) == whole[:limit]


@pytest.mark.parametrize("asked", ["red", "red ship", "re", "red shi", "ship yard"])
def test_however_many_are_wanted_the_order_is_the_same(db, asked):
    titles = ["Red ship", "Ship", "Red yard", "Yard reds", "Ship red yard", "Shipping red"]
    for number, title in enumerate(titles):
        search.put("test", number, title, f"red ship yard {title}", date(2020, 1, 1 + number))
    whole = search.matching("test", asked)
    assert [search.matching("test", asked, limit=most) for most in range(1, 7)] == [
        whole[:most] for most in range(1, 7)
    ]


def test_dropping_orders_the_forgetting():
    search.drop("test", "en1")
    assert list(Job.objects.values_list("name", flat=True)) == ["search-forget"]


def test_a_dropped_word_is_gone_from_the_file():
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite's FTS5 keeps words of what was deleted")
    search.put("test", "a", "Xylographers", "", None)
    search.put("test", "b", "Bakers", "", None)
    search.drop("test", "a")
    assert b"xylographers" in connection.connection.serialize()
    while not search.forget():
        pass
    kept = connection.connection.serialize()
    assert (b"xylographers" in kept, b"bakers" in kept, search.matching("test", "bakers")) == (False, True, ["b"])


def test_ids_hold_the_day_but_not_the_order_within_it():
    search.put_many("test", [Document(str(number), "Same", "", date(2020, 1, 1)) for number in range(50)])
    keys = list(SearchEntry.objects.order_by("id").values_list("key", flat=True))
    assert keys != [str(number) for number in range(50)]

"""Old files, each in the alphabet of its language: found from its bytes, or said that letters are broken."""

import time

import pytest

from rooted.tables.alphabets import likeliest
from rooted.tables.looking import look, rows
from rooted.tables.tests import make

WRITTEN = {
    "cp1252": [
        "Grève;Bègles;« On ne lâche rien » L’Étoile",
        "Straße;Größe",
        "Nº;año;¿por qué?",
        "Amazon’s",
        "greve;paralisação",
    ],
    "cp1250": ["Miejscowość;Łódź;Związek", "Město;Plzeň;stávka", "Győr;sztrájk;követelés", "Timişoara;grevă"],
    "cp1251": ["Город;Забастовка", "ГОРОД;СТАЧКА", "Київ;страйк;їжа"],
    "cp1253": ["Απεργία;Αθήνα;εργάτες"],
    "cp1254": ["İşveren;şehir;çalışma"],
    "cp1256": ["إضراب;المدينة;عمال الميناء"],
    "gb18030": ["日期;企业;罢工"],
}


@pytest.mark.parametrize(("encoding", "words"), [(name, words) for name, listed in WRITTEN.items() for words in listed])
def test_an_old_file_is_read_in_the_alphabet_of_its_language(encoding, words):
    opened = make.opened(f"a;b\n1;{words.replace(';', ' ')}\n".encode(encoding))
    found = look(opened)
    assert (found.layout.encoding, found.notes) == (encoding, ("letters-guessed",))
    assert [row.values["b"] for row in rows(opened, found.layout)] == [words.replace(";", " ")]


@pytest.mark.parametrize("broken", ["Łódź;Żyrardów;żółć\n".encode()[:-2], "Łódź;żółć\n".encode() * 9 + b"\xb3;x\n"])
def test_a_file_in_utf_8_with_a_broken_letter_stays_utf_8_and_says_so(broken):
    opened = make.opened(b"a;b\n" + "Łódź;żółć\n".encode() * 3 + broken)
    found = look(opened)
    read = [row.values["a"] for row in rows(opened, found.layout)]
    assert (found.layout.encoding, found.notes, read[0]) == ("utf-8", ("letters-broken",), "Łódź")


@pytest.mark.parametrize("content", [b"\xb3 " + b"a" * 60_000, b"\xb3;" + b"a" * 60_000])
def test_a_long_word_is_looked_at_once(content):
    begun = time.process_time()
    likeliest(content)
    assert time.process_time() - begun < 1

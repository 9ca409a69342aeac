"""Names of countries."""

from django.utils import translation

from rooted.places.countries import country_name, country_names


def test_a_country_has_its_name_in_the_readers_language():
    with translation.override("ar"):
        assert country_name("DE") == "ألمانيا"
    assert country_name("DE", "en") == "Germany"


def test_a_language_we_lack_gets_english():
    assert country_name("DE", "zh") == "Germany"


def test_an_unknown_code_stays_a_code():
    assert country_name("QQ") == "QQ"


def test_every_language_names_the_same_countries():
    assert (len(country_names("en")), country_names("en").keys()) == (250, country_names("ar").keys())

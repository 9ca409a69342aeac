"""Names of countries."""

import pytest
from django.conf import settings
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


@pytest.mark.parametrize(("language", "name"), [("de", "Deutschland"), ("es", "Alemania"), ("pl", "Niemcy")])
def test_each_whole_language_has_its_own_names(language, name):
    assert country_name("DE", language) == name


def test_every_language_names_the_same_countries():
    english = country_names("en")
    assert len(english) == 250
    assert all(country_names(language).keys() == english.keys() for language in settings.WHOLE_LANGUAGES)

"""Places as Collective Action in Tech writes them."""

import pytest

from rooted.mappings.gazetteer import COUNTRIES, read_place
from rooted.places.countries import country_names


@pytest.mark.parametrize(
    ("text", "found", "unclear"),
    [
        ("usa", ("country", "US", "", ""), []),
        ("california-usa", ("region", "US", "California", ""), []),
        ("cupertino-usa", ("town", "US", "", "Cupertino"), []),
        ("salt lake city-utah-usa", ("town", "US", "Utah", "Salt Lake City"), []),
        ("washington_dc-usa", ("town", "US", "", "Washington DC"), []),
        ("rio de janiero-brazil", ("town", "BR", "", "Rio de Janiero"), []),
        ("teresina-piauí-brazil", ("town", "BR", "Piauí", "Teresina"), []),
        ("seoul-south korea", ("town", "KR", "", "Seoul"), []),
        ("stuttgart-baden-württemberg-germany", ("town", "DE", "Baden-Württemberg", "Stuttgart"), []),
        (
            "brooklyn-new york city-new york-usa",
            ("town", "US", "New York", "Brooklyn, New York City"),
            ["place-hyphens"],
        ),
        ("stoke-on-trent-uk", ("town", "GB", "", "Stoke-on-Trent"), ["place-hyphens"]),
        ("stoke-on-trent-england-uk", ("town", "GB", "England", "Stoke-on-Trent"), ["place-hyphens"]),
        ("aix-en-provence-france", ("town", "FR", "", "Aix-en-Provence"), ["place-hyphens"]),
        ("worldwide", ("world", "", "", ""), []),
        ("online", ("online", "", "", ""), []),
        ("europe", ("countries", "", "Europe", ""), []),
        ("atlantis", ("region", "", "Atlantis", ""), ["country-not-known"]),
        ("-usa", ("country", "US", "", ""), []),
        ("--usa", ("country", "US", "", ""), []),
    ],
)
def test_a_place_is_read_from_the_right(text, found, unclear):
    place, notes = read_place(text)
    assert (place.precision, place.country, place.region, place.town) == found
    assert [code for code, _ in notes] == unclear


def test_every_country_we_read_has_a_name():
    assert {code for code in COUNTRIES.values() if code not in country_names("en")} == set()

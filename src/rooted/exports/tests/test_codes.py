"""The code lists for programs."""

from django.urls import reverse

from rooted.exports.tests.described import fits

ADDRESS = reverse("exports:codes")


def test_every_list_with_its_words_in_the_language_asked_for(stranger, db):
    told = fits("Codes", stranger.get(ADDRESS).json())
    assert (told["version"], told["lists"]["form"]["strike"], told["lists"]["branch"]["52"]) == (
        1,
        "Strike",
        "Warehouses and ports",
    )
    arabic = stranger.get(ADDRESS, headers={"Accept-Language": "ar"}).json()
    assert arabic["lists"]["form"]["strike"] == "إضراب"

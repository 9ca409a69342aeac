"""Whoever reads Arabic reads Arabic: on every page, whether it welcomes or refuses."""

import re

import pytest
from django.urls import reverse

from tests.walk import words
from tests.walk.report import none_wrong

pytestmark = pytest.mark.django_db

ARABIC = {"accept-language": "ar"}
FOR_ALL = ["home:front", "home:privacy", "base:source", "people:sign-in", "people:recover", "intake:receipt"]
FOR_ALL += ["struggles:struggle-list", "places:town-list"]
OF_A_GROUP = ["groups:group", "intake:letter"]
OF_MEMBERS = ["home:board", "groups:seat-list", "groups:invite", "groups:group-edit", "intake:letter-list"]
OWN = ["people:you", "people:passphrase-change", "home:own-data", "home:leave-server"]
EMPTY_FORMS = ["people:sign-in", "people:recover", "intake:receipt"]
NAMES = {"Docks", "Depot", "Harbour", "Saltend", "Old", "station", "Ana", "Bo", "Cem", "Gul", "Eva"}


# What people of the walks' world wrote.
OWN_WORDS = {"Phone", "Third", "Fourth", "Car", "share", "Early", "Late", "Decided"}
CANARY = re.compile(r"canary[0-9a-f]+|\b[0-9a-f]{64}\b")  # and the hashes of a register


def left_in_english(response):
    assert response.headers["Content-Language"] == "ar"
    return words.untranslated(response.content.decode(), NAMES)


@pytest.mark.parametrize("name", FOR_ALL)
def test_a_stranger_reads_arabic(client, docks, name):
    none_wrong(left_in_english(client.get(reverse(name), headers=ARABIC)))


@pytest.mark.parametrize("name", OF_A_GROUP)
def test_a_stranger_reads_arabic_at_a_group(client, docks, name):
    none_wrong(left_in_english(client.get(reverse(name, args=[docks.address]), headers=ARABIC)))


@pytest.mark.parametrize("name", OF_MEMBERS)
def test_a_member_reads_arabic(ana, bo, name):
    none_wrong(left_in_english(ana.client.get(reverse(name, args=[ana.group.address]), headers=ARABIC)))


@pytest.mark.parametrize("name", OWN)
def test_a_person_reads_arabic(ana, name):
    none_wrong(left_in_english(ana.client.get(reverse(name), headers=ARABIC)))


@pytest.mark.parametrize("name", EMPTY_FORMS)
def test_an_empty_form_is_answered_in_arabic(client, name):
    none_wrong(left_in_english(client.post(reverse(name), {}, headers=ARABIC)))


def test_an_empty_letter_is_answered_in_arabic(client, docks):
    none_wrong(left_in_english(client.post(reverse("intake:letter", args=[docks.address]), {}, headers=ARABIC)))


@pytest.mark.long
def test_every_page_speaks_arabic(further):
    found = {
        f"{method} {route} as {role}: {text}"
        for (route, method, role), answer in further.arabic.items()
        if answer.is_page and route not in {"base:patterns", "base:leave"}
        for text in words.untranslated(CANARY.sub("", answer.body.decode()), NAMES | OWN_WORDS)
    }
    none_wrong(sorted(found))


PAGE = (
    '<html lang="ar"><title>Rooted</title><h1>رسائل</h1><p lang="en">A letter</p>'
    "<p>&#x2068;Docks&#x2069; <bdi>Bo</bdi></p></html>"
)


def test_a_page_in_arabic_passes():
    assert words.untranslated(PAGE, set()) == []


@pytest.mark.parametrize("planted", ["<p>Send it</p>", '<a aria-label="Back">رجوع</a>', "<p>من Ana</p>"])
def test_planted_english_is_found(planted):
    assert len(words.untranslated(PAGE.replace("</html>", f"{planted}</html>"), set())) == 1

"""One record, for anyone."""

from datetime import date

import pytest
from django.urls import reverse

from rooted.struggles.actions import hide_struggle, withdraw_struggle
from rooted.struggles.record import Code, Employer, Source
from rooted.struggles.tests import make


@pytest.fixture
def owner(db):
    return make.group()


def page(client, struggle):
    return client.get(reverse("struggles:struggle-detail", args=[struggle.public_id or struggle.pk]))


def test_a_record_says_what_is_known_and_what_is_not(stranger, owner):
    text = page(stranger, make.struggle(owner, estimate_low=90, estimate_high=140)).content.decode()
    for words in (
        "90 to 140 people",
        "Outcome not known.",
        "Leeds, United Kingdom",
        "12 November 2026",
        "Published by Docks",
    ):
        assert words in text, words


def test_what_others_wrote_is_shown_as_text(stranger, owner):
    evil = "<img src=x onerror=alert(1)> \u202e =SUM(A1) ✊🏾"
    struggle = make.struggle(
        owner,
        title=evil,
        account=f"{evil}\n\n{evil}",
        employers=(Employer(evil),),
        codings=(Code("form", "other", evil), Code("tag", "tag", evil)),
        sources=(Source(text=evil, kind="other"), Source("https://example.org/?<b>")),
    )
    text = page(stranger, struggle).content.decode()
    assert (text.count("&lt;img src=x onerror=alert(1)&gt;"), "<img" in text, "<b>" in text) == (7, False, False)


def test_a_withdrawn_record_keeps_its_page_and_says_so(stranger, owner):
    struggle = make.struggle(owner)
    withdraw_struggle(struggle, today=date(2026, 11, 30))
    answer = page(stranger, struggle)
    text = answer.content.decode()
    assert (answer.status_code, "withdrew this record" in text, "canteen" in text) == (200, True, False)


def test_drafts_and_hidden_records_have_no_page(stranger, owner):
    hidden = make.struggle(owner)
    hide_struggle(hidden)
    assert [page(stranger, one).status_code for one in (hidden, make.draft(owner))] == [404, 404]

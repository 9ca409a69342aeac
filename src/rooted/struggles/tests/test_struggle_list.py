"""The public list: filters, words, pages, one query count."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from rooted.records.record import Code, Place
from rooted.struggles import actions
from rooted.struggles.actions import hide_struggle, withdraw_struggle
from rooted.struggles.finding import Selection
from rooted.struggles.tests import make

URL = reverse("struggles:struggle-list")


@pytest.fixture
def owner(db):
    return make.group()


def titles(client, **asked):
    return [struggle.title for struggle in client.get(URL, asked).context["page"]]


@pytest.fixture
def three(owner):
    make.struggle(owner, title="Leeds 2020", started_on=date(2020, 3, 4))
    make.struggle(
        owner,
        title="Leipzig 2021",
        started_on=date(2021, 3, 4),
        places=(Place("town", "DE", "", "Leipzig"), Place("town", "DE", "", "Halle")),
        codings=(Code("form", "protest"), Code("form", "strike")),
        account="A warehouse stood still.",
    )
    make.struggle(
        owner, title="Leipzig 2020", started_on=date(2020, 9, 9), places=(Place("town", "DE", "", "Leipzig"),)
    )


def test_an_empty_chronicle_says_what_comes_next(stranger, db):
    assert "Nothing stands here yet." in stranger.get(URL).content.decode()


def test_the_newest_stands_first(stranger, three):
    assert titles(stranger) == ["Leipzig 2021", "Leipzig 2020", "Leeds 2020"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"country": "DE"}, ["Leipzig 2021", "Leipzig 2020"]),
        ({"since": "2020", "until": "2020"}, ["Leipzig 2020", "Leeds 2020"]),
        ({"form": "protest"}, ["Leipzig 2021"]),
        ({"q": "leipzig"}, ["Leipzig 2021", "Leipzig 2020"]),
        ({"q": "warehouse still"}, ["Leipzig 2021"]),
        ({"q": "leipzig", "until": "2020", "country": "DE", "form": "strike"}, ["Leipzig 2020"]),
        ({"q": "leipzig", "country": "GB"}, []),
        ({"page": "900"}, ["Leipzig 2021", "Leipzig 2020", "Leeds 2020"]),
        ({"page": "x"}, ["Leipzig 2021", "Leipzig 2020", "Leeds 2020"]),
    ],
)
def test_filters_and_words_combine(stranger, three, asked, found):
    assert titles(stranger, **asked) == found


def test_nothing_found_says_what_to_do(stranger, three):
    page = stranger.get(URL, {"q": "nowhere"}).content.decode()
    assert ("Nothing fits." in page, "Words: nowhere" in page) == (True, True)


@pytest.mark.parametrize("asked", [{"country": "XX"}, {"since": "now"}, {"q": "a\x00b"}, {"month": "13"}])
def test_what_means_nothing_is_said_with_what_to_do_and_comes_back(stranger, three, asked):
    answer = stranger.get(URL, asked)
    text = answer.content.decode()
    assert ("One thing to put right" in text, "page" in answer.context, "Leeds 2020" in text) == (True, False, False)


def test_short_entries_stand_behind_a_switch_that_counts_them(stranger, three, owner):
    make.struggles(owner, [make.record(number, account="", started_on=date(2022, 1, 1)) for number in range(2)])
    page = stranger.get(URL, {"country": "GB"})
    assert [struggle.title for struggle in page.context["page"]] == ["Leeds 2020"]
    text = " ".join(page.content.decode().split())
    assert "Show 2 short entries too" in text
    assert 'href="/struggles/?country=GB&amp;short=1"' in text
    assert len(titles(stranger, country="GB", short="1")) == 3


def test_each_filter_that_is_set_is_said_with_the_way_to_drop_it(stranger, three):
    page = stranger.get(URL, {"country": "DE", "form": "strike", "sort": "oldest"}).content.decode()
    assert '<a href="/struggles/?form=strike&amp;sort=oldest">Country<' in page
    assert '<a href="/struggles/?country=DE&amp;sort=oldest">What they did<' in page
    assert "Country: Germany; What they did: Strike; only with an account or lessons" in page


def test_each_of_several_codes_of_a_filter_can_be_dropped_alone(stranger, three):
    asked = {"country": "DE", "also": ["form:protest", "form:strike"], "not_known": ["weak", "region"]}
    answer = stranger.get(URL, asked)
    rest = "country=DE&amp;not_known=region&amp;not_known=weak"
    page = answer.content.decode()
    assert [struggle.title for struggle in answer.context["page"]] == ["Leipzig 2021"]
    assert f'<a href="/struggles/?{rest}&amp;also=form:strike">What they did: Protest<' in page
    left = "country=DE&amp;not_known=weak&amp;also=form:protest&amp;also=form:strike"
    assert f'<a href="/struggles/?{left}">Not known: Region<' in page
    assert page.count('type="hidden" name="also"') == 2


def test_regions_are_asked_for_once_a_country_is_chosen(stranger, owner):
    make.struggle(owner, places=(Place("town", "US", "Oregon", "Salem"),))
    make.struggle(owner, places=(Place("town", "DE", "Sachsen", "Leipzig"), Place("region", "", "Europe")))
    assert "id_region" not in stranger.get(URL, {"short": 1}).content.decode()
    form = stranger.get(URL, {"country": "US"}).context["form"]
    assert [code for code, _words in form.fields["region"].choices] == ["", "US:Oregon"]
    assert [field.name for field in form.visible_fields()][:3] == ["q", "country", "region"]


@pytest.mark.parametrize("address", ["country=%00", "branch=%00", "region=%00", "country=US&region=US:%00", "q=%00"])
def test_a_sign_that_no_database_keeps_is_no_country_and_no_word(stranger, db, address):
    assert stranger.get(f"{URL}?{address}").status_code == 200


def test_every_section_is_offered_and_each_division_that_a_public_record_has(stranger, owner):
    make.struggle(owner, codings=(Code("branch", "52"),))
    make.draft(owner, codings=(Code("branch", "86"),))
    assert "– Warehouses and ports" in stranger.get(URL).content.decode()
    form = stranger.get(URL, {"branch": "47"}).context["form"]
    offered = [code for code, _words in form.fields["branch"].choices]
    assert (len(offered), sorted({"47", "52", "86"} & {*offered})) == (1 + 21 + 2 + 1, ["47", "52"])


def test_what_an_address_keeps_in_silence_stays_when_the_form_is_sent(stranger, three):
    page = stranger.get(URL, {"response": "police", "employer": "Merrowgate"}).content.decode()
    assert 'type="hidden" name="response" value="police"' in page
    assert 'type="hidden" name="employer" value="Merrowgate"' in page


def test_what_is_withdrawn_hidden_or_a_draft_is_not_listed(stranger, owner, three):
    gone, hidden, kept = list(make.Struggle.objects.newest_first())
    withdraw_struggle(gone)
    hide_struggle(hidden)
    make.draft(owner)
    assert titles(stranger) == [kept.title]
    assert titles(stranger, q="leipzig") == []


def test_51_struggles_stand_on_two_pages_and_the_filter_goes_along(stranger, owner):
    make.struggles(owner, [make.record(number) for number in range(51)])
    first = stranger.get(URL, {"country": "GB"})
    assert "?country=GB&amp;page=2" in first.content.decode()
    assert len(titles(stranger, country="GB", page=2)) == 1
    assert "51 struggles" in first.content.decode()


@pytest.mark.parametrize("count", [3, 50])
@pytest.mark.parametrize(("asked", "queries"), [({}, 3), ({"q": "night", "country": "GB"}, 4)])
def test_the_number_of_queries_does_not_grow(stranger, owner, count, asked, queries):
    make.struggles(owner, [make.record(number) for number in range(count)])
    with CaptureQueriesContext(connection) as seen:
        assert len(titles(stranger, **asked)) == count
    assert len(seen) == queries


def test_what_others_wrote_is_shown_as_text(stranger, owner):
    make.struggle(owner, title="<script>alert(1)</script>", places=(Place("town", "GB", "", "=1+1 <b>"),))
    page = stranger.get(URL).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "=1+1 &lt;b&gt;, United Kingdom, number not known." in page
    assert "<script" not in page


def test_a_word_of_every_record_finds_a_bounded_number_and_says_so(client, owner, monkeypatch):
    monkeypatch.setattr(actions, "MOST_FOUND", 3)
    for _ in range(4):
        make.struggle(owner, title="Workers stop work")
    page = client.get("/struggles/", {"q": "workers"}).content.decode()
    assert "3 struggles" in page
    assert "Add a word to find the others." in page
    assert "Add a word" not in client.get("/struggles/").content.decode()


@pytest.mark.parametrize(("language", "number"), [("en", "14,317"), ("de", "14\u202f317")])
def test_a_large_number_is_written_as_the_reader_writes_it(language, number):
    with translation.override(language):
        said = render_to_string("struggles/_short.html", {"short": 14_317, "selection": Selection(short=True)})
    assert f"<p>{number} " in said


def test_what_goes_on_says_in_the_list_that_one_can_support_it_until_its_day(owner, stranger):
    today = timezone.localdate()
    for number, (outcome, days) in enumerate((("goes-on", 0), ("goes-on", -1), ("won", 5), ("goes-on", None))):
        until = None if days is None else today + timedelta(days=days)
        make.struggle(
            owner, title=f"Number {number}", outcome=outcome, account="x", support="Come.", support_until=until
        )
    html = stranger.get(URL).content.decode()
    assert html.count("Happening now: how to support") == 1
    (asks,) = [one for one in stranger.get(URL).context["page"] if one.title == "Number 0"]
    assert "<h2>Happening now: how to support</h2>" in stranger.get(asks.get_absolute_url()).content.decode()

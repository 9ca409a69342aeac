"""intake:letter, the page where a stranger writes."""

import pytest
from django.test import Client
from django.urls import reverse

from rooted.base import seal, words
from rooted.circles.models import SealedItem
from rooted.intake.conversation import read_by_member
from rooted.intake.models import Message, Thread
from rooted.intake.tests import make


def read(member):
    return [said.content for said in read_by_member(Message.objects.select_related("item"), member.seat.keys)]


def test_a_letter_reaches_the_group_and_only_the_group(ana, cem, stranger):
    make.drop(stranger, ana.group, text="Hello", way="reach", reach="my cousin, 07700 900 011")
    (content,) = read(ana)
    assert [content[name] for name in ("brings", "text", "date", "way", "reach", "language", "promised")] == [
        "trouble", "Hello", "3 December", "reach", "my cousin, 07700 900 011", "en", 48
    ]  # fmt: skip
    assert SealedItem.objects.filter(circle=ana.group.circle, kind="intake.letter").count() == 1
    with pytest.raises(seal.Closed):
        cem.seat.keys.read(Message.objects.get().item)


def test_the_answer_shows_five_words_and_no_cookie_or_address_holds_them(ana, stranger):
    dropped = make.drop(stranger, ana.group)
    assert dropped.response.status_code == 200
    assert len(dropped.receipt.split()) == 5
    cookies = " ".join(morsel.OutputString() for morsel in stranger.cookies.values())
    assert [word for word in dropped.receipt.split() if word in cookies] == []
    assert "no-store" in dropped.response.headers["Cache-Control"]


def test_the_page_says_before_sending_who_reads_when_and_how_long(ana, stranger):
    html = stranger.get(reverse("intake:letter", args=["docks"])).content.decode()
    assert "the members of Docks can read it. They promise to answer within 48 hours." in html
    assert "Everything is erased 60 days after the last word." in html
    assert "Do not sign anything and do not resign yet." in html
    assert "Leave this page" in html


@pytest.mark.parametrize("hour", ["", "Thursdays at six"])
def test_the_hour_can_be_chosen_only_where_there_is_one(ana, stranger, hour):
    ana.group.hour_text = hour
    ana.group.save()
    html = stranger.get(reverse("intake:letter", args=["docks"])).content.decode()
    assert ("I come at your hour" in html) is bool(hour)


def test_the_same_page_sent_twice_arrives_once_and_shows_the_same_words(ana, stranger):
    dropped = make.drop(stranger, ana.group)
    again = stranger.post(reverse("intake:letter", args=["docks"]), dropped.posted)
    assert make.words_in(again.content.decode()) == dropped.receipt
    assert (Thread.objects.count(), Message.objects.count()) == (1, 1)


def test_the_same_page_with_another_text_is_a_further_letter(ana, stranger):
    dropped = make.drop(stranger, ana.group)
    again = stranger.post(reverse("intake:letter", args=["docks"]), dropped.posted | {"text": "One more thing."})
    assert make.words_in(again.content.decode()) == dropped.receipt
    assert sorted(content["text"] for content in read(ana)) == [make.TEXT, "One more thing."]
    assert Thread.objects.get().length == 2


def test_the_same_page_in_another_language_is_still_the_same_letter(ana, stranger):
    dropped = make.drop(stranger, ana.group)
    stranger.post(reverse("intake:letter", args=["docks"]), dropped.posted, headers={"accept-language": "ar"})
    assert Message.objects.count() == 1


def test_two_groups_never_share_a_thread(ana, cem, stranger):
    dropped = make.drop(stranger, ana.group)
    stranger.post(reverse("intake:letter", args=["depot"]), dropped.posted)
    assert set(Thread.objects.values_list("group", "length")) == {(ana.group.pk, 1), (cem.group.pk, 1)}


def test_in_a_language_without_a_word_list_the_receipt_is_twenty_digits(ana):
    arabic = Client(headers={"accept-language": "ar"})
    receipt = make.drop(arabic, ana.group).receipt
    assert [len(group) for group in receipt.split()] == [4, 4, 4, 4, 4]
    assert receipt.replace(" ", "").isdigit()
    assert read(ana)[0]["language"] == "ar"


REFUSED = [
    {"brings": ""},
    {"brings": "spam"},
    {"text": ""},
    {"text": "   "},
    {"text": "nul \x00 inside"},
    {"text": "x" * 100_000},
    {"date": "x" * 201},
    {"way": "come"},
    {"way": "reach", "reach": ""},
    {"reach": "x" * 301},
    {"token": ""},
    {"token": "short"},
]


@pytest.mark.parametrize("wrong", REFUSED, ids=lambda wrong: f"{next(iter(wrong))}-{len(next(iter(wrong.values())))}")
def test_a_refused_letter_stores_nothing_and_comes_back_whole(ana, stranger, wrong):
    before = SealedItem.objects.count()
    posted = make.fill_page(stranger, ana.group, text="Ærlig løn, 🏭 عمل", reach="at my aunt's") | wrong
    response = stranger.post(reverse("intake:letter", args=["docks"]), posted)
    form = response.context["form"]
    assert form.errors
    assert [form[name].value() for name in ("brings", "text", "date", "way", "reach")] == [
        posted[name] for name in ("brings", "text", "date", "way", "reach")
    ]
    assert (Thread.objects.count(), SealedItem.objects.count()) == (0, before)


def test_a_page_without_its_token_gets_one_and_can_be_sent(ana, stranger):
    url = reverse("intake:letter", args=["docks"])
    first = stranger.post(url, make.FILLED | {"language": "en"})
    token = make.hidden(first.content.decode(), "token", url)
    second = stranger.post(url, make.FILLED | {"language": "en", "token": token})
    assert len(make.words_in(second.content.decode()).split()) == 5


@pytest.mark.parametrize("name", ["text", "date", "reach"])
def test_a_letter_that_contains_its_receipt_is_refused(ana, stranger, name):
    dropped = make.drop(stranger, ana.group)
    given_away = f"my words: {dropped.receipt.upper().replace(' ', ', ')}!"
    response = stranger.post(reverse("intake:letter", args=["docks"]), dropped.posted | {name: given_away})
    assert list(response.context["form"].errors) == [name]
    assert Message.objects.count() == 1


HOSTILE = ["<script>alert(1)</script>", "\u202ereversed", "🏴" * 50, "a\r\nb", "{{ form }}", "%s %(name)s", "ﷺ" * 20]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_arrives_as_it_was_typed_and_is_shown_as_text(ana, stranger, text):
    receipt = make.drop(stranger, ana.group, text=text).receipt
    assert read(ana)[0]["text"] == text.replace("\r\n", "\n")
    html = make.come_back(stranger, receipt).content.decode()
    assert "<script>alert" not in html


@pytest.mark.parametrize("change", [{"closed_on": "2026-01-01"}, {"hidden_on": "2026-01-01"}])
def test_a_closed_or_hidden_group_has_no_letter_page(ana, stranger, change):
    type(ana.group).objects.filter(pk=ana.group.pk).update(**change)
    url = reverse("intake:letter", args=["docks"])
    assert [stranger.get(url).status_code, stranger.post(url, make.FILLED).status_code] == [404, 404]


def test_a_group_that_never_was_has_no_letter_page(db, stranger):
    assert stranger.get(reverse("intake:letter", args=["nowhere"])).status_code == 404


def test_when_too_many_write_at_once_the_page_comes_back_whole(ana, stranger, monkeypatch):
    monkeypatch.setattr(seal, "_admitted", type(seal._admitted)(1))
    seal._admitted.acquire()
    posted = make.fill_page(stranger, ana.group)
    response = stranger.post(reverse("intake:letter", args=["docks"]), posted)
    assert "Nothing is lost. Send it again in a minute." in response.content.decode()
    assert response.context["form"]["text"].value() == make.TEXT
    assert Thread.objects.count() == 0


def test_the_words_are_not_those_of_the_token_alone(ana, stranger):
    dropped = make.drop(stranger, ana.group)
    assert words.receipt(seal.digest(dropped.posted["token"].encode()), "en") != dropped.receipt

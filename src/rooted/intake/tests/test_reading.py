"""What tells letters apart, and listings for the parts above."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from rooted.intake import board
from rooted.intake.reading import first_words
from rooted.intake.tests import make


@given(st.text(max_size=400))
def test_the_first_words_are_one_line_of_at_most_sixty_characters(text):
    words = first_words(text)
    assert len(words) <= 60
    assert "\n" not in words


def test_a_long_letter_is_cut_between_words():
    assert first_words("seven letters " * 30) == "seven letters " * 3 + "seven letters…"


def test_the_list_shows_first_words_and_language(ana):
    make.thread(ana.group, text="They want the room\nempty on Friday", language="ro")
    (row,) = ana.client.get(reverse("intake:letter-list", args=["docks"])).context["rows"]
    assert (row.words, row.language) == ("They want the room empty on Friday", "Romanian")


def test_who_wants_to_join_can_be_invited_from_the_letter(ana):
    pages = [
        ana.client.get(reverse("intake:letter-detail", args=["docks", make.thread(ana.group, brings=kind).pk]))
        for kind in ("join", "news")
    ]
    link = reverse("groups:invite", args=["docks"])
    assert [f'href="{link}">Invite them' in page.content.decode() for page in pages] == [True, False]


def test_each_letter_has_its_day_without_any_key(ana):
    today = timezone.now().date()
    make.thread(ana.group)
    make.answered(ana)
    assert board.due(ana.group) == [today + timedelta(days=2)]


def test_the_page_speaks_the_language_of_the_letter_to_whoever_comes_back(ana, stranger):
    arabic = {"accept-language": "ar"}
    posted = make.FILLED | {"token": "t" * 43, "language": "ar"}
    page = stranger.post(reverse("intake:letter", args=["docks"]), posted, headers=arabic)
    back = make.come_back(stranger, make.words_in(page.content.decode()))
    assert back.headers["Content-Language"] == "ar"
    assert 'dir="rtl"' in back.content.decode()
    stranger.cookies["__Host-l"] = "en"
    assert make.come_back(stranger, make.words_in(page.content.decode())).headers["Content-Language"] == "en"


def test_every_message_finds_its_own_direction(ana, stranger):
    receipt = make.drop(stranger, ana.group, text="شكرًا 12 December").receipt
    html = make.come_back(stranger, receipt).content.decode()
    assert '<div dir="auto"><p>شكرًا 12 December</p></div>' in html

"""intake:letter-spoken, a letter that came by phone or at the door."""

from django.urls import reverse

from rooted.intake import board
from rooted.intake.models import Message, Thread
from rooted.intake.reading import read_all
from rooted.intake.tests import make

URL = reverse("intake:letter-spoken", args=["docks"])
SAID = {"how": "phone", "language": "en", "brings": "trouble", "text": "Ten of us, no pay since May.", "date": ""}


def enter(member, **fields):
    token = make.hidden(member.client.get(URL).content.decode(), "token")
    posted = SAID | {"token": token, "reach": "", "words": ""} | fields
    return posted, member.client.post(URL, posted)


def test_it_joins_the_letters_with_the_same_clock_and_says_who_took_it(ana, bo):
    enter(ana)
    (line,) = board.lines(bo.seat)
    assert (line.urgent, line.nobody) == ("47 hours left of 48", True)
    html = bo.client.get(reverse("intake:letter-detail", args=["docks", Thread.objects.get().pk])).content.decode()
    assert "It was said on the phone on" in html
    assert "They speak: English." in html
    assert "Ana wrote it down." in html


def test_the_words_read_out_lead_the_person_back(ana, stranger):
    _posted, page = enter(ana)
    receipt = make.words_in(page.content.decode().replace("<bdi>", "").replace("</bdi>", "").replace(' lang="en"', ""))
    assert len(receipt.split()) == 5
    assert SAID["text"] in make.come_back(stranger, receipt).content.decode()


def test_in_a_language_without_a_list_the_words_are_digits(ana):
    _posted, page = enter(ana, language="ro")
    assert "".join(page.context["words"]).isdigit()


def test_sent_twice_it_stands_once(ana):
    posted, _page = enter(ana)
    ana.client.post(URL, posted)
    assert (Thread.objects.count(), Message.objects.count()) == (1, 1)


def test_the_marks_stand_beside_it(ana):
    _posted, page = enter(ana, marks=["shared", "violent"], words="Only between six and seven")
    html = ana.client.get(reverse("intake:letter-detail", args=["docks", page.context["thread"].pk])).content.decode()
    assert html.index("Before you call or write:") < html.index("Only between six and seven") < html.index("Ten of us")


def test_without_a_text_it_comes_back_whole(ana):
    _posted, page = enter(ana, text="", reach="At the gate at six")
    assert page.context["form"]["reach"].value() == "At the gate at six"
    assert Thread.objects.count() == 0


def test_it_is_sealed_by_the_member_who_wrote_it(ana, bo):
    enter(ana)
    (said,) = read_all(bo.seat, Thread.objects.get())
    assert (said.content["seat"], said.content["how"]) == (ana.seat.pk, "phone")


def test_nobody_else_can(ana, cem, stranger):
    assert (cem.client.post(URL, SAID).status_code, stranger.post(URL, SAID).status_code) == (404, 403)
    assert Thread.objects.count() == 0

"""intake:letter-detail, one letter with all that followed."""

import pytest
from django.urls import reverse
from django.utils import timezone

from rooted.intake.actions import close_thread, write_note
from rooted.intake.danger import mark_danger
from rooted.intake.models import Message, Thread
from rooted.intake.templatetags.letters import number_to_call
from rooted.intake.tests import make


def url(thread, group="docks"):
    return reverse("intake:letter-detail", args=[group, thread.pk])


def test_it_shows_what_was_written_in_its_order_with_the_way_back(ana):
    thread = make.answered(ana, text="Come on Thursday.", way="reach", reach="07700 900 011")
    html = ana.client.get(reverse("intake:letter-detail", args=["docks", thread.pk])).content.decode()
    places = [html.index(text) for text in (make.TEXT, "3 December", "07700 900 011", "Come on Thursday.")]
    assert places == sorted(places)


def test_notes_stand_apart_from_answers(ana):
    thread = make.thread(ana.group)
    write_note(thread, seat=ana.seat, text="I know this landlord.", now=timezone.now())
    context = ana.client.get(url(thread)).context
    assert [one.said.content["text"] for one in context["messages"]] == [make.TEXT]
    assert [(one.who, one.said.content["text"]) for one in context["notes"]] == [("Ana", "I know this landlord.")]


def test_reading_changes_nothing(ana):
    thread = make.thread(ana.group)
    before = list(Thread.objects.values())
    ana.client.get(url(thread))
    assert list(Thread.objects.values()) == before


def test_a_letter_of_another_group_is_absent(ana, cem):
    thread = make.thread(ana.group)
    absent = Thread(pk=thread.pk - 1)
    pages = [cem.client.get(url(one, group)) for one in (thread, absent) for group in ("docks", "depot")]
    assert [page.status_code for page in pages] == [404] * 4


def test_what_cannot_be_opened_is_said_and_the_rest_is_shown(ana):
    thread = make.answered(ana)
    letter = Message.objects.get(from_stranger=True)
    sealed = bytes(letter.item.ciphertext)
    letter.item.ciphertext = sealed[:-1] + bytes([sealed[-1] ^ 1])
    letter.item.save()
    html = ana.client.get(url(thread)).content.decode()
    assert "This cannot be opened." in html
    assert "Come on Thursday." in html


def test_what_a_stranger_typed_is_text_and_nothing_else(ana):
    thread = make.thread(ana.group, text="<img src=x onerror=alert(1)>", reach="<b>x</b>", date="{% url %}")
    html = ana.client.get(url(thread)).content.decode()
    assert "&lt;img src=x onerror=alert(1)&gt;" in html
    assert "<b>x</b>" not in html


def test_a_closed_letter_offers_to_open_it_again(ana):
    thread = make.thread(ana.group)
    close_thread(thread, today=timezone.now().date())
    html = ana.client.get(url(thread)).content.decode()
    assert "Open it again" in html
    assert "Send the answer" not in html


NUMBERS = [
    ("07700 900 011", "07700900011"),
    ("+44 (0)7700 900011, after six", "+447700900011"),
    ("My cousin: 06.12.34.56.78", "0612345678"),
    ("030 12-34.56", "030123456"),
    ("۰۷۷۰۰ ۹۰۰ ۰۱۱", "07700900011"),
    ("anka19850412@example.org or 07700 900 011", "07700900011"),
]
NO_NUMBERS = ["anka19850412@example.org", "12-14 Quay Street, 2 to 4", "until 3.12.2026", "2026-12-03", "1" * 16, ""]


@pytest.mark.parametrize(("reach", "number"), NUMBERS)
def test_a_number_is_called_or_texted_by_one_press(ana, reach, number):
    html = ana.client.get(url(make.thread(ana.group, way="reach", reach=reach))).content.decode()
    assert [f'href="{way}:{number}"' in html for way in ("tel", "sms")] == [True, True]


@pytest.mark.parametrize("reach", NO_NUMBERS)
def test_what_is_no_number_is_no_link(reach):
    assert number_to_call(reach) == ""


def test_what_to_take_care_of_stands_right_before_the_number(ana):
    thread = make.thread(ana.group, way="reach", reach="07700 900 011")
    mark_danger(thread, seat=ana.seat, marks=["voicemail"], words="Ask for Eva.", now=timezone.now())
    beside = ana.client.get(url(thread)).content.decode().split("<h2>What was written</h2>")[1]
    places = [beside.index(text) for text in ("Leave no voicemail", "Ask for Eva.", "tel:07700900011")]
    assert places == sorted(places)

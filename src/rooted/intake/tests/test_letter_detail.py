"""intake:letter-detail, one letter with all that followed."""

from django.urls import reverse
from django.utils import timezone

from rooted.intake.actions import close_thread, write_note
from rooted.intake.models import Message, Thread
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
    letter.item.ciphertext = bytes(letter.item.ciphertext)[:-1] + b"x"
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

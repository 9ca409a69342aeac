"""intake:letter-insert, a quick answer or an address put behind what was typed."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from rooted.intake.book import keep
from rooted.intake.models import BookEntry, Message, QuickAnswer, Thread
from rooted.intake.outcomes import read_outcome
from rooted.intake.tests import make

ENTRY = {"name": "Debt desk", "what": "Tuesdays from nine", "languages": "en", "phone": "01632 960 055", "area": "Quay"}


def quick(member):
    texts = {"en": "Wednesdays at six.", "ar": "الأربعاء في السادسة."}
    return keep(QuickAnswer, {"name": "Hour", "texts": texts}, seat=member.seat, now=timezone.now())


def entry(member):
    return keep(BookEntry, dict(ENTRY), seat=member.seat, now=timezone.now())


def insert(member, thread, **fields):
    url = reverse("intake:letter-insert", args=["docks", thread.pk])
    return member.client.post(url, {"text": "Hello.", "seen": "1"} | fields)


def text_of(page):
    return page.context["answer_form"]["text"].value()


def test_the_chosen_language_stands_behind_what_was_typed_and_nothing_is_sent(ana):
    thread, row = make.thread(ana.group), quick(ana)
    assert text_of(insert(ana, thread, quick=f"{row.pk}.ar")) == "Hello.\n\nالأربعاء في السادسة."
    assert Message.objects.filter(from_stranger=False).count() == 0


def test_the_answers_in_the_letters_language_are_offered_first(ana):
    thread, row = make.thread(ana.group, language="ar"), quick(ana)
    page = ana.client.get(reverse("intake:letter-detail", args=["docks", thread.pk]))
    offered = [value for value, _name in page.context["insert_form"].fields["quick"].choices]
    assert offered == ["", f"{row.pk}.ar", f"{row.pk}.en"]


def test_an_address_is_put_in_and_sending_closes_the_letter_as_referred(ana):
    thread, row = make.thread(ana.group), entry(ana)
    page = insert(ana, thread, entry=str(row.pk))
    assert text_of(page) == "Hello.\n\nDebt desk, Quay\nTuesdays from nine\n01632 960 055"
    assert page.context["answer_form"]["referred"].value() is True
    url = reverse("intake:letter-answer", args=["docks", thread.pk])
    ana.client.post(url, {"seen": "1", "text": text_of(page), "referred": "on"})
    thread = Thread.objects.select_related("outcome").get()
    assert thread.closed_on == timezone.now().date()
    assert read_outcome(ana.seat, thread)["outcome"] == "referred"


def test_an_answer_without_the_tick_stays_open(ana):
    thread = make.thread(ana.group)
    url = reverse("intake:letter-answer", args=["docks", thread.pk])
    ana.client.post(url, {"seen": "1", "text": "Try the debt desk."})
    assert Thread.objects.get().closed_on is None


def test_what_is_not_theirs_puts_nothing_in_and_loses_nothing(ana, cem):
    thread = make.thread(ana.group)
    assert text_of(insert(ana, thread, quick=f"{quick(cem).pk}.en", entry=str(entry(cem).pk))) == "Hello."


def test_files_that_were_chosen_are_asked_for_again(ana):
    thread, row = make.thread(ana.group), quick(ana)
    chosen = SimpleUploadedFile("page.jpg", b"a picture")
    pages = [insert(ana, thread, quick=f"{row.pk}.en", **files) for files in ({}, {"files": chosen})]
    assert ["Choose the files again." in page.content.decode() for page in pages] == [False, True]


def test_opening_the_address_leads_to_the_letter(ana):
    thread = make.thread(ana.group)
    assert ana.client.get(reverse("intake:letter-insert", args=["docks", thread.pk])).status_code == 302


def test_nobody_else_can(ana, cem, stranger):
    url = reverse("intake:letter-insert", args=["docks", make.thread(ana.group).pk])
    assert (cem.client.post(url).status_code, stranger.post(url).status_code) == (404, 403)

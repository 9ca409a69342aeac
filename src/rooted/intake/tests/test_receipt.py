"""intake:receipt, the way back with the words."""

import statistics
import time

import pytest
from django.urls import reverse

from rooted.base import seal
from rooted.groups.actions import close_group
from rooted.intake import receipts
from rooted.intake.conversation import open_thread
from rooted.intake.models import Message, Thread
from rooted.intake.tests import make

UNKNOWN = "Nothing new here, or these words are not known. Check them."


def test_the_words_open_the_conversation_with_the_answer(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    thread = Thread.objects.get()
    make.answer_letter(thread, seat=ana.seat, text="Come on Thursday.", seen=1, now=make.timezone.now())
    said = make.come_back(stranger, receipt).context["said"]
    assert [(one.from_stranger, one.content["text"]) for one in said] == [
        (True, make.TEXT),
        (False, "Come on Thursday."),
    ]


def test_the_stranger_learns_no_name_of_a_member(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    make.answer_letter(Thread.objects.get(), seat=ana.seat, text="Hello", seen=1, now=make.timezone.now())
    page = make.come_back(stranger, receipt)
    assert "Ana" not in page.content.decode()
    assert set(page.context["said"][1].content) == {"text", "at"}


@pytest.mark.parametrize("typed", ["{}", "  {} ", "<{}>", "{}."])
def test_the_words_may_be_typed_in_any_case_and_with_marks_between(ana, stranger, typed):
    receipt = make.drop(stranger, ana.group).receipt
    page = make.come_back(stranger, typed.format(receipt.upper().replace(" ", " , ")))
    assert len(page.context["said"]) == 1


@pytest.mark.parametrize("typed", ["", "one two three four five", "x" * 201, "1234 5678 9012 3456 7890", "🌱"])
def test_unknown_and_empty_words_get_the_same_answer(ana, stranger, typed):
    make.drop(stranger, ana.group)
    page = make.come_back(stranger, typed)
    assert page.context["form"].errors["__all__"] == [UNKNOWN]
    assert page.context["form"]["receipt"].value() == typed
    assert page.status_code == 200


def test_every_receipt_costs_one_run_of_argon2(ana, stranger, monkeypatch):
    receipt = make.drop(stranger, ana.group).receipt
    runs = []
    slow_key = seal.slow_key

    def counted(*args, **options):
        runs.append(options["memory_kib"])
        return slow_key(*args, **options)

    monkeypatch.setattr(seal, "slow_key", counted)
    for typed in (receipt, "", "one two three four five"):
        make.come_back(stranger, typed)
    assert runs == [seal.RECEIPT_KIB] * 3


def test_nothing_of_a_receipt_or_token_is_stored(ana, stranger):
    dropped = make.drop(stranger, ana.group)
    thread = Thread.objects.get()
    message = Message.objects.select_related("item").get()
    blobs = [
        bytes(value)
        for value in (thread.lookup, thread.public_key, thread.wrapped_secret, message.copy, message.item.ciphertext)
    ]
    hidden = [dropped.receipt.encode(), dropped.posted["token"].encode(), make.TEXT.encode()]
    assert [secret for secret in hidden for blob in blobs if secret in blob] == []


def test_the_lookup_alone_opens_nothing(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    keys = receipts.keys_of(receipt)
    assert open_thread(receipts.ReceiptKeys(keys.lookup, seal.new_key())) is None


def test_the_receipt_of_a_closed_group_says_that_all_is_erased(ana, stranger, tomorrow):
    receipt = make.drop(stranger, ana.group).receipt
    close_group(ana.group, today=tomorrow)
    page = make.come_back(stranger, receipt).content.decode()
    assert "Docks has closed. Your letter and all answers are erased." in page
    assert Message.objects.count() == 0


def test_a_hidden_group_still_answers_those_who_wrote(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    type(ana.group).objects.update(hidden_on="2026-01-01")
    assert len(make.come_back(stranger, receipt).context["said"]) == 1


def test_coming_back_writes_nothing(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    before = list(Thread.objects.values())
    make.come_back(stranger, receipt)
    assert (list(Thread.objects.values()), stranger.session.items()) == (before, {}.items())


def test_the_page_asks_for_the_words(db, stranger):
    html = stranger.get(reverse("intake:receipt")).content.decode()
    assert "I have words or numbers" in html
    assert "Leave this page" in html


@pytest.mark.long
def test_known_and_unknown_words_take_the_same_time(ana, stranger, monkeypatch):
    """200 samples of each, taken in turn, at the real cost; their medians lie within 10 %."""
    monkeypatch.setattr(seal, "RECEIPT_KIB", 19_456)
    known = make.drop(stranger, ana.group).receipt
    times: dict[str, list[float]] = {known: [], "one two three four five": [], "": []}
    for _sample in range(200):
        for receipt, taken in times.items():
            started = time.perf_counter()
            open_thread(receipts.keys_of(receipt))
            taken.append(time.perf_counter() - started)
    medians = [statistics.median(taken) for taken in times.values()]
    assert max(medians) < min(medians) * 1.1

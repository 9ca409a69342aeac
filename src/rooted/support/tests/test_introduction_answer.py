"""Each of the two is asked on their own page; only two who say yes learn anything of each other."""

import pytest
from django.urls import reverse
from django.utils import timezone

from rooted.intake.actions import erase_thread
from rooted.support.introductions import Asked, asked
from rooted.support.models import Introduction
from rooted.support.tests import make

HERS, HIS = "I clean at night, call me Mo.", "I drive the 14, call me Lu."


@pytest.fixture
def pair(ana):
    one, other = make.starter(make.hosting(ana)), make.starter(ana)
    return one, other, make.introduced(ana, one, other)


def send(client, who, introduction, answer="yes", text=HERS):
    fields = {"receipt": who.receipt, "introduction": introduction.pk, "answer": answer, "text": text}
    return client.post(reverse("support:introduction-answer"), fields).content.decode()


def test_each_is_asked_and_reads_nothing_of_the_other(pair, stranger):
    one, other, _introduction = pair
    for who in (one, other):
        assert "Somebody else in or near Harrowmere wants to start too" in who.look(stranger)


def test_after_one_yes_the_other_reads_nothing(pair, stranger):
    one, other, introduction = pair
    before = lines(other.look(stranger))
    assert "You said yes." in send(stranger, one, introduction)
    assert lines(other.look(stranger)) == before


def test_after_two_yes_each_reads_the_other(pair, stranger):
    one, other, introduction = pair
    send(stranger, one, introduction, text=HERS)
    html = send(stranger, other, introduction, text=HIS)
    assert HERS in html
    assert HIS in one.look(stranger)


def test_a_no_looks_like_silence_to_who_said_yes(pair, stranger):
    one, other, introduction = pair
    send(stranger, one, introduction)
    silence = lines(one.look(stranger))
    send(stranger, other, introduction, answer="no")
    assert lines(one.look(stranger)) == silence


def test_a_yes_and_a_no_look_alike_in_the_database(pair):
    one, other, introduction = pair
    make.says(one, introduction, yes=True, text="x" * 100)
    make.says(other, introduction, yes=False)
    row = Introduction.objects.get()
    assert len(row.own_first) == len(row.own_second) == len(row.from_first) == len(row.from_second)
    assert row.met_on is None


def test_somebody_else_can_answer_nothing(pair, ana, stranger):
    _one, _other, introduction = pair
    outsider = make.starter(ana)
    send(stranger, outsider, introduction)
    row = Introduction.objects.get()
    assert (row.own_first, row.own_second) == (None, None)


def test_a_yes_without_words_is_refused_and_stays_typed(pair, stranger):
    one, _other, introduction = pair
    assert "Write something the other can begin with." in send(stranger, one, introduction, text="")
    assert Introduction.objects.get().own_first is None


def test_a_text_with_the_own_words_in_it_is_refused(pair, stranger):
    one, _other, introduction = pair
    html = send(stranger, one, introduction, text=f"mine are {one.receipt}")
    assert "contains the words of your receipt" in html


def test_it_ends_with_either_letter(pair, stranger):
    one, other, _introduction = pair
    erase_thread(one.opened.thread)
    assert Introduction.objects.count() == 0
    assert "wants to start too" not in other.look(stranger)


def test_a_no_after_both_said_yes_changes_nothing(pair):
    one, other, introduction = pair
    for who in (one, other):
        make.says(who, introduction)
    make.says(one, introduction, yes=False)
    (seen,) = asked(other.opened, other.wish)
    assert seen == Asked(Introduction.objects.get(), "yes", "I drive the 14.", "I drive the 14.", [])
    assert seen.introduction.met_on == timezone.now().date()


def lines(html):
    return [line for line in html.splitlines() if "csrf" not in line]

"""Several people doing things to one letter at the same moment, in threads of their own."""

from django.utils import timezone

from rooted.base.tests.at_once import at_once
from rooted.intake import receipts
from rooted.intake.actions import answer_letter, drop_letter, take_thread, write_more
from rooted.intake.conversation import open_thread
from rooted.intake.models import Message, Thread
from rooted.intake.tests import make


def answering(thread, member, text):
    seat = member.seat
    return lambda: answer_letter(thread, seat=seat, text=text, seen=1, now=timezone.now())


def taking(thread, member):
    seat = member.seat
    return lambda: take_thread(thread, seat=seat)


def answers(ana, bo):
    """Both answer a letter they have seen: (answers sent, messages in the thread, its length)."""
    thread = make.thread(ana.group)
    sent = at_once(answering(thread, ana, "Yes"), answering(thread, bo, "No"))
    return sent, thread.messages.count(), Thread.objects.get(pk=thread.pk).length


def takes(ana, bo):
    """Both take a letter on: how many have it, by their own page."""
    thread = make.thread(ana.group)
    return at_once(taking(thread, ana), taking(thread, bo))


def same_page(group, times=4):
    """One letter page sent several times at once: (threads, messages) it made."""
    keys = receipts.keys_of(receipts.receipt_of(receipts.new_token(), group=group.pk, language="en"))

    def send():
        drop_letter(group, keys=keys, letter=make.FILLED, language="en", now=timezone.now())

    at_once(*[send] * times)
    return Thread.objects.filter(lookup=keys.lookup).count(), Message.objects.filter(thread__lookup=keys.lookup).count()


def answer_and_further_letter(group, member):
    """A member answers while the stranger writes more: (length, messages). Whoever comes second is never lost."""
    keys = receipts.keys_of(receipts.receipt_of(receipts.new_token(), group=group.pk, language="en"))
    thread = drop_letter(group, keys=keys, letter=make.FILLED, language="en", now=timezone.now())
    token = receipts.new_token()

    def write():
        write_more(open_thread(keys), text="More", token=token, language="en", now=timezone.now())

    sent = at_once(answering(thread, member, "Yes"), write, write)
    texts = thread.messages.filter(from_stranger=True).count()
    return texts, Thread.objects.get(pk=thread.pk).length == thread.messages.count(), sent >= 2

"""assembly:sitting-end"""

from django.utils import timezone

from rooted.assembly.models import Speaker
from rooted.assembly.reading import minutes_text
from rooted.assembly.tests.make import fresh, minutes, page, point, post, sitting, speaker, today
from rooted.register.chain import head_words
from rooted.register.models import Register
from rooted.register.tests import make as register


def test_it_asks_first_then_the_speaking_list_is_gone(ana):
    one = sitting(ana)
    speaker(ana, one)
    assert "The speaking list is erased at once." in page(ana, "sitting-end", one.pk)
    post(ana, "sitting-end", one.pk)
    assert (fresh(one).ended_on, Speaker.objects.count()) == (today(), 0)


def test_what_is_done_in_a_sitting_is_refused_once_it_ended(ana):
    one = sitting(ana)
    late = point(ana, one.assembly)
    post(ana, "sitting-end", one.pk)
    asked = post(ana, "speaker-add", one.pk, name="Noor"), post(ana, "sitting-point", one.pk, point=late.pk)
    assert ["This sitting has ended." in answer.content.decode() for answer in asked] == [True, True]
    assert Speaker.objects.count() == 0


def test_minutes_end_with_the_words_of_the_register(ana):
    one = sitting(ana)
    minutes(ana, one, "We agreed.")
    register.decided(ana)
    post(ana, "sitting-end", one.pk)
    words = head_words(bytes(Register.objects.get().head))
    assert words in minutes_text(ana.seat, fresh(one))


def test_without_a_register_or_minutes_it_ends_all_the_same(ana, bo):
    one = sitting(ana)
    for member in (ana, bo):
        post(member, "sitting-end", one.pk)
    assert (fresh(one).ended_on, fresh(one).minutes) == (timezone.localdate(), None)

"""assembly:speaker-erase"""

from rooted.assembly.models import Speaker
from rooted.assembly.tests.make import at, page, post, sitting, speaker
from rooted.circles.models import SealedItem


def test_a_name_is_taken_off_with_what_was_sealed(ana):
    one = speaker(ana, sitting(ana))
    post(ana, "speaker-erase", one.pk)
    assert (Speaker.objects.count(), SealedItem.objects.filter(pk=one.item_id).exists()) == (0, False)


def test_nobody_of_another_group_reaches_it(ana, cem):
    one = speaker(ana, sitting(ana))
    assert cem.client.post(at("speaker-erase", cem, one.pk)).status_code == 404
    assert Speaker.objects.count() == 1


def test_also_the_first_one_can_be_taken_off_without_speaking(ana):
    first = speaker(ana, sitting(ana))
    shown = page(ana, "sitting-detail", first.sitting_id)
    assert [at(f"speaker-{deed}", ana, first.pk) in shown for deed in ("call", "erase")] == [True, True]

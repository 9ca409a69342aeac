"""The new group shows how far it is, if it wants to."""

from rooted.circles.models import SealedItem
from rooted.support.tests import make


def show(member, pairing):
    return member.client.post(make.at("support:steps-show", member, pairing.pk))


def page(member, pairing):
    return member.client.get(make.at("support:pairing-detail", member, pairing.pk)).content.decode()


def test_the_other_group_sees_nothing_before(ana, cem):
    pairing = make.paired(cem, ana)
    assert "Write down your recovery code" not in page(ana, pairing)


def test_after_that_it_sees_which_are_done(ana, cem):
    pairing = make.paired(cem, ana)
    show(cem, pairing)
    html = page(ana, pairing)
    assert "Depot shows you how far they were" in html
    assert "Write down your recovery code" in html
    assert html.count("Not yet") > 0


def test_shown_again_it_is_one_copy(ana, cem):
    pairing = make.paired(cem, ana)
    for _ in range(2):
        show(cem, pairing)
    assert SealedItem.objects.filter(kind="support.steps").count() == 1


def test_a_third_group_gets_404(ana, cem, newly_signed_up):
    pairing = make.paired(cem, ana)
    assert show(make.third(newly_signed_up), pairing).status_code == 404

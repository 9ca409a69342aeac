"""areas:area-take-back, any member, at once."""

from rooted.areas.models import Area, PublicArea
from rooted.areas.tests import make


def take_back(member, **fields):
    return member.client.post(make.at("area-take-back", member), {"sure": "yes"} | fields)


def test_it_asks_once_and_does_nothing_before(ana, bo):
    make.published(ana, bo)
    assert "Let strangers read it no longer?" in ana.client.get(make.at("area-take-back", ana)).content.decode()
    take_back(ana, sure="no")
    assert PublicArea.objects.count() == 1


def test_strangers_read_nothing_any_more_and_the_group_keeps_its_page(ana, bo, stranger):
    make.published(ana, bo)
    take_back(bo)
    assert stranger.get(make.at("area-public", ana)).status_code == 404
    assert "We read this together." in ana.client.get(make.at("area", ana)).content.decode()


def test_what_was_put_forward_is_taken_back_too(ana, bo):
    make.text(ana, "one")
    make.put_forward(ana)
    take_back(bo)
    take_back(bo)
    assert Area.objects.get().forward is None


def test_outsiders_meet_nothing(ana, bo, cem):
    make.published(ana, bo)
    assert take_back(cem).status_code == 302
    assert cem.client.post(make.at("area-take-back", ana), {"sure": "yes"}).status_code == 404
    assert PublicArea.objects.count() == 1

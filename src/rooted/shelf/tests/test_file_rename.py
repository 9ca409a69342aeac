"""shelf:file-rename, another title."""

from rooted.shelf.actions import erase_file
from rooted.shelf.models import ShelfFile
from rooted.shelf.tests import make


def title(member, made):
    return member.client.get(make.at("file-detail", member, made.pk)).context["row"].title


def test_any_member_gives_it_another_title_and_the_file_stays(ana, bo):
    made = make.on_shelf(ana)
    bo.client.post(make.at("file-rename", bo, made.pk), {"title": "Rota of May"})
    assert title(ana, made) == "Rota of May"
    assert make.fetch(ana, made) == b"Monday: Bo"
    assert ana.client.get(make.at("file-detail", ana, made.pk)).context["row"].who == "Ana"


def test_too_long_or_empty_it_comes_back(ana):
    made = make.on_shelf(ana)
    for typed in ("", "x" * 121):
        html = ana.client.post(make.at("file-rename", ana, made.pk), {"title": typed}).content.decode()
        assert f'value="{typed}"' in html or not typed
        assert 'class="errors"' in html
    assert title(ana, made) == "Rota"


def test_when_it_was_erased_meanwhile_nothing_comes_back_to_life(ana, bo):
    made = make.on_shelf(ana)
    seat = bo.seat
    erase_file(made)
    response = bo.client.post(make.at("file-rename", bo, made.pk), {"title": "again"})
    assert response.status_code == 404
    assert ShelfFile.objects.filter(group=seat.group).count() == 0


def test_looking_changes_nothing(ana):
    made = make.on_shelf(ana)
    assert ana.client.get(make.at("file-rename", ana, made.pk), {"title": "x"}).status_code == 302
    assert title(ana, made) == "Rota"


def test_others_cannot(ana, cem):
    path = make.at("file-rename", ana, make.on_shelf(ana).pk)
    assert cem.client.post(path, {"title": "x"}).status_code == 404

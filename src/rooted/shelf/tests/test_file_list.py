"""shelf:file-list, the files of the group."""

import pytest

from rooted.shelf.tests import make


def titles(member):
    return sorted(row.title for row in member.client.get(make.at("file-list", member)).context["rows"])


def test_an_empty_shelf_says_what_to_put_there(ana):
    html = ana.client.get(make.at("file-list", ana)).content.decode()
    assert "No file lies here yet." in html
    assert make.at("file-add", ana) in html


def test_each_file_says_what_it_is_how_large_and_who_added_it(ana, bo):
    made = make.on_shelf(ana, data=b"x" * 2_048)
    html = bo.client.get(make.at("file-list", bo)).content.decode()
    assert make.at("file-detail", bo, made.pk) in html
    assert "Text, 2.0\xa0KB." in html
    assert "Added by Ana." in html


def test_the_page_says_how_much_room_is_taken(ana, settings):
    settings.CIRCLE_MEGABYTES = 20
    make.on_shelf(ana, data=b"x" * 1_000_000)
    assert "1.0\xa0MB of 20.0\xa0MB are taken" in ana.client.get(make.at("file-list", ana)).content.decode()


def test_others_and_strangers_see_nothing(ana, cem, stranger):
    make.on_shelf(ana)
    assert cem.client.get(make.at("file-list", ana)).status_code == 404
    assert stranger.get(make.at("file-list", ana)).status_code == 403
    assert titles(cem) == []


def test_a_damaged_title_is_said_and_the_rest_is_shown(ana):
    first, _second = make.on_shelf(ana, "first"), make.on_shelf(ana, "second")
    type(first.item).objects.filter(pk=first.item_id).update(ciphertext=b"\x01" + bytes(300))
    assert titles(ana) == ["This cannot be opened.", "second"]


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    for number in range(count):
        make.on_shelf(ana, f"File {number}")
    with django_assert_num_queries(8):
        page = ana.client.get(make.at("file-list", ana))
    assert len(page.context["rows"]) == count

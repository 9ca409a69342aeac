"""A note for a small circle: only who is inside sees that it is there."""

import pytest

from conftest import join, newcomer
from rooted.base.converters import KeyConverter
from rooted.circles.searching import matches
from rooted.groups.access import circles_of
from rooted.groups.small_circles import leave_circle, make_circle, open_small
from rooted.notes.found import hits
from rooted.notes.models import Note
from rooted.notes.tests import make


@pytest.fixture
def gul(ana, bo):
    return join(newcomer("gul"), ana)


@pytest.fixture
def small(ana, bo, gul):
    """Ana and bo are inside, gul is not."""
    return make_circle(ana.seat, name="Car share", seats=[bo.seat.pk])


def shown(member):
    return member.client.get(make.at("note-list", member)).content.decode()


def test_it_can_be_chosen_when_the_note_is_made(ana, small):
    typed = {"kind": "note", "title": "Cars", "text": "Two seats", "circle": KeyConverter().to_url(small.circle_id)}
    response = ana.client.post(make.at("note-write", ana), typed)
    assert Note.objects.get().circle_id == small.circle_id
    assert "Only for Car share." in ana.client.get(response.url).content.decode()


def test_who_is_inside_reads_and_writes_and_nobody_else_sees_it(ana, bo, gul, small):
    note = make.note(ana, "Cars", circle=small.circle_id)
    make.save(note, bo, "Three seats", title="Cars")
    assert ["Cars" in shown(member) for member in (ana, bo, gul)] == [True, True, False]
    names = ("note-detail", "note-edit", "note-erase", "version-list", "version-compare")
    answers = {gul.client.get(make.at(name, gul, note.pk)).status_code for name in names}
    version = note.versions.get(number=1)
    answers.add(gul.client.get(make.at("version-detail", gul, version.pk)).status_code)
    answers.add(gul.client.post(make.at("version-restore", gul, version.pk), {"seen": "2"}).status_code)
    assert answers == {404}


def test_a_circle_one_is_not_in_cannot_be_chosen(gul, small):
    typed = {"kind": "note", "title": "Cars", "text": "x", "circle": KeyConverter().to_url(small.circle_id)}
    make_circle(gul.seat, name="Own")
    form = gul.client.post(make.at("note-write", gul), typed).context["form"]
    assert list(form.errors) == ["circle"]
    assert Note.objects.count() == 0


def test_whoever_left_it_no_longer_sees_its_notes(ana, bo, small):
    note = make.note(ana, "Cars", circle=small.circle_id)
    leave_circle(bo.seat, open_small(bo.seat)[0])
    assert bo.client.get(make.at("note-detail", bo, note.pk)).status_code == 404
    assert ana.client.get(make.at("note-detail", ana, note.pk)).status_code == 200


def test_when_the_last_one_leaves_its_notes_are_erased(ana, gul):
    small = make_circle(gul.seat, name="Own")
    make.note(gul, circle=small.circle_id)
    leave_circle(gul.seat, open_small(gul.seat)[0], erase=True)
    assert Note.objects.count() == 0


def test_a_search_finds_it_for_who_is_inside_alone(ana, gul, small):
    make.note(ana, "Cars", circle=small.circle_id)
    found = matches(circles_of(ana.seat), "cars")[0]
    assert [len(hits(member.seat, found)) for member in (ana, gul)] == [1, 0]


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, small, count, django_assert_num_queries):
    for number in range(count):
        make.note(ana, circle=small.circle_id if number % 2 else None)
    with django_assert_num_queries(8):
        page = ana.client.get(make.at("note-list", ana))
    assert len(page.context["rows"]) == count

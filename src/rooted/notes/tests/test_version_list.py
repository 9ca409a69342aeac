"""notes:version-list, every kept version of a note."""

import pytest

from rooted.notes.tests import make


def page(member, note):
    return member.client.get(make.at("version-list", member, note.pk))


def test_the_newest_comes_first_and_each_says_who(ana, bo):
    note = make.note(ana)
    make.save(note, bo, "More")
    answer = page(ana, note)
    assert [(row.version.number, row.who) for row in answer.context["rows"]] == [(2, "Bo"), (1, "Ana")]
    assert "The newest 50 versions are kept" in answer.content.decode()


def test_one_version_alone_has_nothing_to_compare(ana):
    assert "Compare" not in page(ana, make.note(ana)).content.decode()


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    note = make.note(ana)
    for number in range(count - 1):
        make.save(note, ana, str(number))
    with django_assert_num_queries(8):
        answer = page(ana, note)
    assert len(answer.context["rows"]) == count


def test_members_of_another_group_see_nothing(ana, cem):
    note = make.note(ana)
    assert cem.client.get(make.at("version-list", ana, note.pk)).status_code == 404
    assert page(cem, note).status_code == 404

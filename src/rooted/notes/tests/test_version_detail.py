"""notes:version-detail, one earlier version."""

from rooted.notes.tests import make


def page(member, note, number):
    version = note.versions.get(number=number)
    return member.client.get(make.at("version-detail", member, version.pk))


def test_it_shows_what_stood_there_and_offers_to_bring_it_back(ana, bo):
    note = make.note(ana, text="What was first")
    make.save(note, bo, "What came then")
    html = page(bo, note, 1).content.decode()
    assert "What was first" in html
    assert "Saved by Ana on" in html
    assert "Bring this version back" in html


def test_the_newest_one_cannot_be_brought_back(ana):
    html = page(ana, make.note(ana), 1).content.decode()
    assert "This is the newest version." in html
    assert "Bring this version back" not in html


def test_members_of_another_group_see_nothing(ana, cem):
    note = make.note(ana)
    assert cem.client.get(make.at("version-detail", ana, note.versions.get().pk)).status_code == 404
    assert page(cem, note, 1).status_code == 404

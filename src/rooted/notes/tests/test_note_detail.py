"""notes:note-detail, one note as it stands."""

from rooted.notes.models import Version
from rooted.notes.tests import make


def page(member, note):
    return member.client.get(make.at("note-detail", member, note.pk)).content.decode()


def test_it_shows_the_newest_version_and_who_saved_it(ana, bo):
    note = make.note(ana)
    make.save(note, bo, "Only this now")
    html = page(ana, note)
    assert "Only this now" in html
    assert "back room" not in html
    assert "Version 2, saved by Bo on" in html


def test_hostile_text_stays_text(ana):
    html = page(ana, make.note(ana, "<script>alert(1)</script>", "<script>x</script> [x](javascript:alert(1))"))
    assert "<script>" not in html
    assert 'href="javascript' not in html


def test_a_version_put_in_the_place_of_another_is_not_read_as_it(ana):
    """Whoever may write to the database cannot show one note as another, nor an old version as the newest."""
    note, other = make.note(ana, "First"), make.note(ana, "Other")
    make.save(note, ana, "Later words")
    moved = Version.objects.get(note=other)
    taken = Version.objects.get(note=note, number=2)
    items = (taken.item, moved.item)
    Version.objects.filter(pk=moved.pk).delete()
    Version.objects.filter(pk=taken.pk).update(item=items[1])
    assert "This cannot be opened." in page(ana, note)


def test_an_old_version_put_back_as_the_newest_is_not_read(ana):
    note = make.note(ana)
    make.save(note, ana, "Later words")
    Version.objects.get(note=note, number=2).delete()
    Version.objects.filter(note=note, number=1).update(number=2)
    assert "This cannot be opened." in page(ana, note)


def test_members_of_another_group_and_strangers_see_nothing(ana, cem, stranger):
    note = make.note(ana)
    assert cem.client.get(make.at("note-detail", ana, note.pk)).status_code == 404
    assert cem.client.get(make.at("note-detail", cem, note.pk)).status_code == 404
    assert stranger.get(make.at("note-detail", ana, note.pk)).status_code == 403

"""notes:announcement-detail, one announcement."""

from rooted.notes.actions import count_readings, mark_as_read
from rooted.notes.tests import make


def page(member, made):
    return member.client.get(make.at("announcement-detail", member, made.pk)).content.decode()


def test_its_author_can_correct_it_and_everyone_can_withdraw_it(ana, bo):
    made = make.announcement(ana)
    links = [make.at(name, ana, made.pk) for name in ("announcement-correct", "announcement-withdraw")]
    assert [[link in page(member, made) for link in links] for member in (ana, bo)] == [[True, True], [False, True]]


def test_it_says_how_long_it_stands_there(ana, tomorrow):
    html = page(ana, make.announcement(ana, until=tomorrow))
    assert "It stands on the notice board until" in html


def test_hostile_text_stays_text(ana):
    html = page(ana, make.announcement(ana, "<script>alert(1)</script>", "[x](javascript:alert(1)) <img src=x>"))
    assert "<script>" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html


def test_the_number_is_shown_only_where_the_group_counts(ana, bo, tomorrow):
    made = make.announcement(ana)
    before = page(bo, made)
    count_readings(ana.group, today=tomorrow)
    mark_as_read(made, seat=ana.seat, seen=0)
    assert ["Marked as read by" in before, "Mark as read" in before] == [False, False]
    assert "Marked as read by 1 of 2." in page(bo, made)


def test_the_button_is_there_until_one_pressed_it(ana, bo, tomorrow):
    count_readings(ana.group, today=tomorrow)
    made = make.announcement(ana)
    before = page(bo, made)
    mark_as_read(made, seat=bo.seat, seen=0)
    assert ["Mark as read</button>" in html for html in (before, page(bo, made), page(ana, made))] == [
        True,
        False,
        False,
    ]


def test_what_cannot_be_opened_says_so(ana, bo):
    made, other = make.announcement(ana, "Of the first"), make.announcement(ana, "Of the second")
    items = (made.item.ciphertext, other.item.ciphertext)
    made.item.ciphertext = items[1]
    made.item.save()
    assert "This cannot be opened." in page(bo, made)


def test_members_of_another_group_and_strangers_see_nothing(ana, cem, stranger):
    url = make.at("announcement-detail", ana, make.announcement(ana).pk)
    assert (cem.client.get(url).status_code, stranger.get(url).status_code) == (404, 403)
    own = make.at("announcement-detail", cem, make.announcement(ana).pk)
    assert cem.client.get(own).status_code == 404

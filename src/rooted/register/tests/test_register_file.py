import json

from rooted.circles.actions import change_key, rotate_some
from rooted.register.actions import burn_due
from rooted.register.document import check_document
from rooted.register.tests.make import TEXT, at, corrected, decided, in_days, page, walk_out


def fetched(member, **typed):
    """What register:register-file gives."""
    return member.client.post(at("register-file", member), typed)


def test_it_says_first_that_nothing_burns_in_it(ana):
    assert "what burns here does not burn in it" in page(ana, "register-file")


def test_the_file_holds_every_entry_and_is_checked_without_a_key(ana):
    entries = [walk_out(ana), decided(ana)]
    answer = fetched(ana, texts="yes")
    assert answer["Content-Disposition"] == 'attachment; filename="register.json"'
    assert check_document(answer.content) == [entry.head for entry in entries]
    assert [entry["text"]["text"] for entry in json.loads(answer.content)["entries"]] == [TEXT, TEXT]


def test_without_texts_nothing_that_was_written_stands_in_it(ana):
    entry = walk_out(ana)
    answer = fetched(ana)
    assert check_document(answer.content) == [entry.head]
    assert [entry["text"] for entry in json.loads(answer.content)["entries"]] == [None]


def test_no_seat_no_group_and_no_id_of_in_here_stands_in_it(ana):
    walk_out(ana, supersedes=decided(ana, origin=987654321012345))
    text = fetched(ana, texts="yes").content.decode()
    group = ana.group
    hidden = [ana.seat.pk, group.pk, group.name, group.address, 987654321012345]
    assert [value for value in hidden if str(value) in text] == []


def test_it_holds_through_changes_of_keys_corrections_and_burning(ana, bo):
    corrected(walk_out(ana), bo, result="not carried")
    decided(bo)
    before = check_document(fetched(ana, texts="yes").content)
    change_key(ana.seat.keys)
    while rotate_some(ana.seat.keys):
        pass
    assert check_document(fetched(bo, texts="yes").content) == before
    burn_due(in_days(7))
    assert check_document(fetched(ana, texts="yes").content) == before
    assert [entry["text"] is None for entry in json.loads(fetched(bo, texts="yes").content)["entries"]] == [
        True,
        True,
        False,
    ]


def test_an_empty_register_is_a_file_too(ana):
    assert check_document(fetched(ana).content) == []

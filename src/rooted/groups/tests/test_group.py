"""The public page: no member, no count."""

from django.urls import resolve, reverse

from rooted.groups.actions import close_group, describe_group, hide_group, rename_seat
from rooted.groups.tests.make import member


def page(group):
    return reverse("groups:group", args=[group.address])


def test_a_stranger_reads_what_the_group_says_about_itself(stranger, docks):
    describe_group(docks, phone="555 100", hour_text="Thursdays at six", outlook="We do it with you.")
    answer = stranger.get(page(docks)).content.decode()
    for said in ("Docks", "Harbour", "English", "We meet on", "555 100", "Thursdays at six", "We do it with"):
        assert said in answer


def test_a_stranger_sees_no_member_and_no_count(stranger, ana, bo):
    rename_seat(ana.seat, name="Quillfeather")
    rename_seat(bo.seat, name="Thistledown")
    two = what_is_said(stranger, ana.group)
    member(ana, "dina")
    assert [name for name in ("Quillfeather", "Thistledown") if name in two] == []
    assert what_is_said(stranger, ana.group) == two


def what_is_said(client, group):
    return client.get(page(group)).content.decode().split("<main")[1].split("</main>")[0]


def test_a_stranger_finds_the_way_to_drop_a_line_and_the_way_out(stranger, docks):
    answer = stranger.get(page(docks)).content.decode()
    assert f"{page(docks)}letter/" in answer
    assert reverse("base:leave") in answer


def test_a_member_finds_the_way_to_the_board_and_a_stranger_does_not(ana, stranger):
    assert ana.group.board_url in ana.client.get(page(ana.group)).content.decode()
    assert ana.group.board_url not in stranger.get(page(ana.group)).content.decode()


def test_a_member_of_another_group_sees_what_a_stranger_sees(docks, cem):
    assert docks.board_url not in cem.client.get(page(docks)).content.decode()


def test_the_board_is_where_the_group_says_it_is(docks):
    assert resolve(docks.board_url).func.__name__ == "board"


def test_an_unlisted_page_has_a_random_address_and_asks_not_to_be_listed(stranger, docks):
    describe_group(docks, listed=False)
    assert len(docks.address) == 20
    answer = stranger.get(page(docks))
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "noindex" in answer.content.decode()


def test_a_hidden_page_is_absent_to_strangers_and_there_for_members(ana, stranger):
    hide_group(ana.group)
    assert stranger.get(page(ana.group)).status_code == 404
    assert ana.client.get(page(ana.group)).status_code == 200


def test_a_closed_group_has_no_page(stranger, docks):
    close_group(docks)
    assert stranger.get(page(docks)).status_code == 404


def test_the_page_asks_the_database_the_same_for_every_size_of_group(ana, bo, stranger, django_assert_num_queries):
    with django_assert_num_queries(5):
        stranger.get(page(ana.group))

"""proposals:proposal-draw, lots drawn once two members typed the same number."""

import html
from hashlib import sha256

from rooted.ballots.reading import result_of
from rooted.proposals.tests import make
from rooted.register.reading import entry_rows


def give(member, made, number):
    return make.post(member, "proposal-draw", made.pk, number=number)


def test_the_second_who_types_the_same_draws(ana, bo):
    made = make.lots(ana, bo)
    assert give(ana, made, "4 8 15").url == make.at("proposal-draw", ana, made.pk)
    assert make.fresh(made).state == "open"
    assert give(bo, made, "4-8-15").url == make.at("proposal-result", bo, made.pk)
    assert make.fresh(made).state == "carried"


def test_what_the_first_typed_is_not_told_to_the_second(ana, bo):
    made = make.lots(ana, bo)
    give(ana, made, "4 8 15")
    page = make.page(bo, "proposal-draw", made.pk)
    assert ("Ana typed the number. Now a second member types it." in page, "4 8 15" in page) == (True, False)
    assert "You typed the number. Now another member types it." in make.page(ana, "proposal-draw", made.pk)


def test_numbers_that_differ_are_said_and_nothing_is_drawn(ana, bo):
    made = make.lots(ana, bo)
    give(ana, made, "4 8 15")
    give(bo, made, "4 8 16")
    page = make.page(ana, "proposal-draw", made.pk)
    assert "The numbers that were typed differ. Nothing was drawn." in page
    assert all(f"<dt><bdi>{name}</bdi></dt><dd><bdi>{said}</bdi></dd>" in page for name, said in SAID)
    assert make.fresh(made).state == "open"


SAID = (("Ana", "4 8 15"), ("Bo", "4 8 16"))


def test_whoever_typed_wrongly_types_again_and_it_is_drawn(ana, bo):
    made = make.lots(ana, bo)
    for member, number in ((ana, "4 8 15"), (bo, "4 8 16"), (bo, "4 8 15")):
        give(member, made, number)
    assert make.fresh(made).state == "carried"


def test_one_member_alone_draws_nothing_however_often(ana, bo):
    made = make.lots(ana, bo)
    for _ in range(3):
        give(ana, made, "4 8 15")
    assert make.fresh(made).state == "open"


def test_what_is_no_number_comes_back_with_what_to_do(ana, bo):
    page = give(ana, make.lots(ana, bo), " –, ").content.decode()
    assert "Type the number as its source gives it." in page
    assert "–," in page


def test_where_members_vote_nothing_is_drawn(ana, bo):
    made = make.opened(ana, bo)
    assert give(ana, made, "4").url == make.at("proposal-detail", ana, made.pk)


def test_anyone_draws_again_from_what_the_register_and_the_result_say(ana, bo):
    names = ("Ana", "Bo", "Gul")
    made = make.drawn(ana, bo, names=names, source="Lottery of Saturday", seats=3)
    order = sorted(names, key=lambda name: sha256(b"4 8 15" + b"\n" + name.encode()).hexdigest())
    page = html.unescape(make.page(bo, "proposal-result", made.pk))
    tally = [
        f"Drawn with the number 4 8 15: {', '.join(order)}.",
        "The number comes from: Lottery of Saturday",
        r'The names are put in the order of sha256(number + "\n" + name), the smallest first; the first ones are '
        "drawn. With number and names exactly as they stand here, anyone gets the same.",
    ]
    assert entry_rows(bo.seat)[0].decision.tally == tuple(tally)
    assert [said in page for said in tally] == [True] * 3
    assert result_of(made.question, bo.seat).winners == order


def test_pages_of_lots_speak_of_no_vote(ana, bo):
    made = make.lots(ana, bo)
    page = make.page(bo, "proposal-detail", made.pk)
    assert [words in page for words in ("have not voted", "Who may vote", "Enter a vote")] == [False] * 3
    assert "Nobody votes: names are drawn. Nobody has typed the number yet. Two members type it." in page
    made = make.drawn(ana, bo)
    page = make.page(bo, "proposal-result", made.pk)
    assert ("Who voted what" in page, "All names with the number" in page) == (False, True)

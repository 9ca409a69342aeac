"""proposals:proposal-second, a second member stands behind the words."""

from rooted.proposals.tests import make


def test_a_second_member_and_the_vote_can_be_opened(ana, bo):
    made = make.proposal(ana)
    answer = make.post(bo, "proposal-second", made.pk, seen=1)
    assert answer.url == make.at("proposal-detail", bo, made.pk)
    made = make.fresh(made)
    assert (made.state, make.content(ana, made)["seconder"]) == ("seconded", bo.seat.pk)


def test_nobody_seconds_their_own(ana, bo):
    made = make.proposal(ana)
    assert "Another member has to second it." in make.post(ana, "proposal-second", made.pk, seen=1).content.decode()
    assert make.fresh(made).state == "draft"


def test_words_that_changed_meanwhile_are_read_first(ana, bo):
    made = make.proposal(ana)
    make.post(ana, "proposal-edit", made.pk, **make.typed(text="Other words."), seen=1)
    assert (
        "Somebody changed these words just now." in make.post(bo, "proposal-second", made.pk, seen=1).content.decode()
    )
    assert make.fresh(made).state == "draft"


def test_the_second_of_two_changes_nothing(ana, bo):
    made, gul = make.seconded(ana, bo), make.third(ana)
    make.post(gul, "proposal-second", made.pk, seen=1)
    assert make.content(ana, made)["seconder"] == bo.seat.pk


def test_opening_the_address_seconds_nothing(ana, bo):
    made = make.proposal(ana)
    assert bo.client.get(make.at("proposal-second", bo, made.pk)).url == make.at("proposal-detail", bo, made.pk)
    assert make.fresh(made).state == "draft"

"""proposals:proposal-agree, two people decide in one tap."""

from rooted.proposals.tests import make
from rooted.register.models import Entry


def test_one_tap_and_it_stands_in_the_register(ana, bo):
    made = make.proposal(ana, method="together", tasks=("Tell the laundry",))
    make.post(bo, "proposal-agree", made.pk, seen=1)
    made = make.fresh(made)
    assert (made.state, made.entry.number, made.entry.result) == ("carried", 1, "carried")
    assert "Both agree." in make.page(ana, "proposal-result", made.pk)


def test_a_second_tap_does_nothing(ana, bo):
    made = make.proposal(ana, method="together")
    for _ in range(2):
        make.post(bo, "proposal-agree", made.pk, seen=1)
    assert Entry.objects.count() == 1


def test_nobody_agrees_with_themselves(ana, bo):
    made = make.proposal(ana, method="together")
    page = make.post(ana, "proposal-agree", made.pk, seen=1).content.decode()
    assert "Only two who are alone in a group decide like this." in page
    assert make.fresh(made).state == "draft"


def test_three_open_a_vote(ana, bo):
    made = make.proposal(ana, method="together")
    make.third(ana)
    make.post(bo, "proposal-agree", made.pk, seen=1)
    assert make.fresh(made).state == "draft"


def test_words_that_changed_meanwhile_are_read_first(ana, bo):
    made = make.proposal(ana, method="together")
    make.post(ana, "proposal-edit", made.pk, **make.typed(method="together", text="Other words."), seen=1)
    assert "Somebody changed these words" in make.post(bo, "proposal-agree", made.pk, seen=1).content.decode()
    assert make.fresh(made).state == "draft"

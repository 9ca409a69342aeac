"""proposals:proposal-edit, the proposer's own words, until the text is frozen."""

from rooted.proposals.tests import make


def test_the_new_words_stand_there_and_wait_for_a_second_member_again(ana, bo):
    made = make.seconded(ana, bo)
    make.post(ana, "proposal-edit", made.pk, **make.typed(text="Other words."), seen=1)
    made = make.fresh(made)
    assert (make.content(ana, made)["text"], made.state, made.version) == ("Other words.", "draft", 2)


def test_only_the_proposer_changes_the_words(ana, bo):
    made = make.proposal(ana)
    page = make.post(bo, "proposal-edit", made.pk, **make.typed(text="Mine."), seen=1).content.decode()
    assert "Only the member who proposed this can do that." in page
    assert "Mine." in page
    assert make.content(ana, made)["text"] == make.TEXT


def test_a_frozen_text_cannot_change(ana, bo):
    made = make.opened(ana, bo)
    page = make.post(ana, "proposal-edit", made.pk, **make.typed(text="Secretly other."), seen=1).content.decode()
    assert "the text is frozen" in page
    assert "Secretly other." in page
    assert make.content(ana, made)["text"] == make.TEXT


def test_whoever_saves_over_words_they_have_not_seen_is_told(ana, bo):
    made = make.proposal(ana)
    make.post(ana, "proposal-edit", made.pk, **make.typed(text="Second words."), seen=1)
    page = make.post(ana, "proposal-edit", made.pk, **make.typed(text="Third words."), seen=1).content.decode()
    assert "Somebody changed these words just now." in page
    assert ("Third words." in page, "Second" in page) == (True, True)
    assert make.content(ana, made)["text"] == "Second words."


def test_the_words_of_rules_follow_from_the_rules(ana):
    made = make.rules_proposal(ana)
    page = make.post(ana, "proposal-edit", made.pk, **make.typed(text="Others."), seen=1).content.decode()
    assert "These words follow from the rules." in page

"""proposals:amendment-add, other words for one paragraph."""

from rooted.proposals.models import Amendment
from rooted.proposals.tests import make


def test_other_words_wait_for_the_proposer(ana, bo):
    made = make.proposal(ana)
    make.post(bo, "amendment-add", made.pk, query="?paragraph=1", after="No overtime at all.", why="Simpler.", seen=1)
    assert Amendment.objects.get().answered_on is None
    assert "Other words, suggested by Bo" in make.page(ana, "proposal-detail", made.pk)
    assert make.content(ana, made)["text"] == make.TEXT


def test_the_same_words_are_refused(ana, bo):
    made, (first, _second) = make.proposal(ana), make.TEXT.split("\n\n")
    page = make.post(bo, "amendment-add", made.pk, query="?paragraph=1", after=first, why="Because.", seen=1)
    assert "These are the same words." in page.content.decode()
    assert "Because." in page.content.decode()


def test_several_paragraphs_are_refused(ana, bo):
    made = make.proposal(ana)
    page = make.post(bo, "amendment-add", made.pk, query="?paragraph=1", after="One.\n\nTwo.", seen=1).content.decode()
    assert ("These are several paragraphs." in page, "Two." in page) == (True, True)


def test_the_last_paragraph_cannot_be_taken_out(ana, bo):
    made = make.proposal(ana, text="One only.")
    page = make.post(bo, "amendment-add", made.pk, query="?paragraph=1", after="", why="Away.", seen=1).content.decode()
    assert ("Nothing would be left of the text." in page, "Away." in page) == (True, True)


def test_words_that_changed_meanwhile_are_read_first(ana, bo):
    made = make.proposal(ana)
    make.post(ana, "proposal-edit", made.pk, **make.typed(text="Other words."), seen=1)
    page = make.post(bo, "amendment-add", made.pk, query="?paragraph=1", after="Mine.", seen=1).content.decode()
    assert ("Somebody changed these words just now." in page, "Mine." in page) == (True, True)


def test_a_paragraph_that_is_not_there_is_not_found(ana, bo):
    made = make.proposal(ana)
    assert bo.client.get(make.at("amendment-add", bo, made.pk, query="?paragraph=3")).status_code == 404
    assert bo.client.get(make.at("amendment-add", bo, made.pk, query="?paragraph=0")).status_code == 404

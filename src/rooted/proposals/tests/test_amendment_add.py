"""proposals:amendment-add, other words for one paragraph."""

from rooted.proposals.models import Amendment
from rooted.proposals.paragraphs import LONGEST_TEXT, MOST_PARAGRAPHS
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


def test_a_paragraph_can_be_added_in_its_place(ana, bo):
    made = make.proposal(ana)
    said = {"after": "No overtime at all.\n\nNor on nights.", "seen": 1}
    make.post(bo, "amendment-add", made.pk, query="?paragraph=1", **said)
    suggested = Amendment.objects.get()
    page = make.page(ana, "amendment-answer", suggested.pk)
    make.post(ana, "amendment-answer", suggested.pk, answer="accepted", seen=1)
    found = make.content(ana, made)["text"].split("\n\n")
    assert found == ["No overtime at all.", "Nor on nights.", make.TEXT.split("\n\n")[1]]
    assert ("<ins>Nor</ins>" in page, "An empty line" in page) == (True, False)


def test_not_more_of_them_than_a_text_can_have(ana, bo):
    made = make.proposal(ana, text="\n\n".join(["One."] * (MOST_PARAGRAPHS - 1)))
    pages = [
        make.post(bo, "amendment-add", made.pk, query="?paragraph=1", after="\n\n".join(["Two."] * number), seen=1)
        for number in (3, 2)
    ]
    assert [page.status_code for page in pages] == [200, 302]
    assert "The text would be too long then." in pages[0].content.decode()
    assert pages[0].content.decode().count("Two.") == 3


def test_nor_does_a_text_grow_too_long_by_what_is_taken_over(ana, bo):
    made = make.proposal(ana, text="One.\n\nTwo.")
    long = "a" * (LONGEST_TEXT - 10)
    first, second = (make.amendment(bo, made, after=long, number=number) for number in (0, 1))
    make.post(ana, "amendment-answer", first.pk, answer="accepted", seen=1)
    page = make.post(ana, "amendment-answer", second.pk, answer="accepted", seen=2).content.decode()
    assert "The text would be too long then." in page


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

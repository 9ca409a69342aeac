"""Thirty decide: by consent, an objection is upheld and then answered; and whom they send, in order of rank."""

import json
import re

import pytest

from tests.browser import server as serving
from tests.browser.chromium import MARKS
from tests.browser.deciding import Deciding
from tests.browser.seeded import manage, planted
from tests.browser.thirty import PLANT
from tests.walk.report import none_wrong

pytestmark = [*MARKS, pytest.mark.long]
TITLE, TEXT = "We meet on Sundays at ten", "We meet every Sunday at ten.\n\nThe room is the back room of the laundry."
REASON = "I work on Sundays until noon, and so do four others."
AMENDED = "We meet every Sunday at two.\n\nThe room is the back room of the laundry."
SENT = "Whom we send"
NAMES = ["Abdi", "Birgit", "Chidi", "Dolores", "Emre", "Fatou", "Goran", "Hala"]
SEATS = 5
OTHERS = [  # options by number; those in one bracket are wanted equally
    [[0], [1, 2]],
    [[1], [0], [3]],
    [[2, 3], [0]],
    [[4], [5, 6, 7]],
    [[5], [4]],
    [[6, 7]],
    [[3], [2], [6]],
]


@pytest.fixture(params=[(320, False, "en"), (1200, True, "ar")], ids=["320-noscript-en", "1200-script-ar"])
def walk(browser, tmp_path, request):
    planted(tmp_path, PLANT)
    with serving.running(tmp_path) as server:
        yield Deciding(browser, server, *request.param)


def others_vote(walk, choices):
    script = f"from tests.browser.votes_of_others import vote; vote({choices!r})"
    manage(walk.server.folder, "shell", "--verbosity", "0", "-c", script)


def states(walk):
    """Number, and whether in force, of the register's rows: the newest first."""
    return [line.split(".")[0] for line in walk.numbers(walk.member(1))]


def test_an_objection_is_upheld_then_answered(walk):
    proposer, objector, third = (walk.member(number) for number in (1, 2, 3))
    walk.proposes(proposer, title=TITLE, text=TEXT)
    walk.seconds(third)
    walk.opens(proposer)
    walk.votes(proposer, "agree")
    walk.votes(objector, "object", REASON)
    walk.votes(third, "aside")
    others_vote(walk, ["agree"])
    assert REASON in walk.closes(third)
    blocked = walk.proposal
    walk.asks_again(proposer, text=AMENDED)
    assert walk.proposal != blocked
    for who in (proposer, objector, third):
        walk.votes(who, "agree")
    others_vote(walk, ["agree", "abstain"])
    page = walk.closes(objector)
    assert ("every Sunday at two" in page, REASON in page) == (True, False)
    assert states(walk) == ["2", "1"]
    none_wrong(walk.wrong() + walk.server.errors())


def recounted(walk, who, folder):
    """The names elected, by the command that counts any file, from the votes that the page gives out."""
    with who.page.expect_download() as sent:
        who.find("main a[href$='kind=blt']").click()
    file = folder / "ballots.blt"
    sent.value.save_as(file)
    said = walk.server.run("count", str(file), "--method", "scottish-stv", "--seats", str(SEATS), "--json")
    return json.loads(said)["elected"], file.read_text(encoding="utf-8")


def test_five_of_eight_are_elected_by_ranks(walk, tmp_path):
    one, two, three = (walk.member(number) for number in (1, 2, 3))
    walk.proposes(one, title=SENT, text="Five speak with the council.", method="ranked-several", options=NAMES)
    walk.seconds(two)
    walk.opens(one, seats=str(SEATS))
    walk.ranks(one, {0: 1, 1: 1, 4: 2})
    walk.ranks(two, {7: 1, 6: 2, 5: 2})
    walk.ranks(three, {})
    assert three.find("main .errors").count() == 1
    walk.ranks(three, {2: 1})
    others_vote(walk, OTHERS)
    page = walk.closes(three)
    elected, file = recounted(walk, three, tmp_path)
    places = [page.index(name, page.index(SENT) + len(SENT)) for name in elected]
    assert (len(places), places) == (SEATS, sorted(places)), "the first sentence names them in their order"
    assert len(re.findall(r"^1 .*=.* 0$", file, re.MULTILINE)) >= 2, "equal ranks stay equal"
    seen = [three.find(f"main {part}").count() for part in ("ol.rows > li", "figure.chart svg")]
    assert seen[0] == seen[1] >= 3, "round by round, and a picture of each"
    none_wrong(walk.wrong() + walk.server.errors())

"""Two people agree in one tap; what they agreed stands in the register, on paper, and in a file that can be checked."""

import pytest

from tests.browser.chromium import MARKS
from tests.browser.deciding import Deciding
from tests.walk.report import none_wrong

pytestmark = [*MARKS, pytest.mark.long]
WALKS = [(320, False, "en"), (1200, True, "ar")]
TITLE, TEXT = "Nobody goes to the office alone", "Whoever is called in takes the other one along."


def name_of(one):
    width, script, language = one
    return f"{width}-{'script' if script else 'noscript'}-{language}"


@pytest.fixture(params=WALKS, ids=name_of)
def walk(browser, server, request):
    return Deciding(browser, server, *request.param, axe=request.param != WALKS[0])


def bo_agrees(walk):
    """From the notice board, with one tap."""
    bo = walk.person("bo")
    bo.open(walk.board)
    walk.shot(bo, "board-with-proposal")
    bo.click(f"main a[href$='{walk.proposal.removeprefix(walk.server.address)}']")
    walk.shot(bo, "asked")
    bo.click("main form[action$='/agree/'] button.main")
    walk.shot(bo, "agreed")


def test_two_agree_in_one_tap_and_the_register_proves_it(walk, tmp_path):
    walk.ana_founds()
    walk.bo_joins(walk.ana_invites())
    walk.proposes(walk.person("ana"), title=TITLE, text=TEXT)
    bo_agrees(walk)
    ana = walk.person("ana")
    assert walk.numbers(ana) == [f"1. {TITLE}"]
    paper, words = walk.minute_book(ana)
    assert all(said in paper for said in (TITLE, TEXT))
    assert all(word in paper for word in words.split())
    file = walk.saves_the_register(ana, tmp_path)
    said = walk.server.run("verify-register", str(file), "--words", words)
    assert said.splitlines()[-1] == "Your words are those after number 1."
    none_wrong(walk.wrong() + walk.server.errors())

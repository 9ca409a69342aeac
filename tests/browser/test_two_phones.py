"""From a poster to the first answered letter: two friends, two phones, a hosting server, no computer, no script."""

import pytest

from tests.browser.chromium import MARKS
from tests.browser.profile import Profile
from tests.browser.two_phones import TwoPhones
from tests.walk.report import none_wrong

pytestmark = [*MARKS, pytest.mark.long]


def test_two_friends_from_poster_to_first_answered_letter(browser, server):
    walk = TwoPhones(browser, server, 320, False, "en")
    walk.people["worker"] = Profile(browser, server.address, name="worker", width=320, script=False, language="ro")
    walk.ana_founds()
    walk.ana_hosts()
    paper = walk.dora_asks_to_start()
    walk.ana_gives_a_link()
    board = walk.dora_founds(paper)
    walk.emil_joins(board)
    address = walk.prints_a_poster(board)
    receipt = walk.reads_the_poster(address)
    walk.emil_answers(board)
    walk.worker_reads_the_answer(receipt)
    none_wrong(walk.wrong() + server.errors())

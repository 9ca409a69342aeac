"""proposals:vote-confirm, a second member says that an entered vote is right."""

import html
import re

from rooted.ballots.reading import vote_of
from rooted.proposals.tests import make


def seen_by(member, elector) -> str:
    page = make.page(member, "vote-confirm", elector.pk)
    return html.unescape(re.search(r'name="seen" value="([^"]*)"', page)[1])


def test_with_a_second_yes_it_counts(ana, bo):
    made, gul = make.opened_by_three(ana, bo)
    elector = make.entered(ana, made, gul)
    make.post(bo, "vote-confirm", elector.pk, seen=seen_by(bo, elector))
    assert vote_of(made.question, gul.seat).counts == "yes"


def test_whoever_entered_it_does_not_confirm_it(ana, bo):
    made, gul = make.opened_by_three(ana, bo)
    elector = make.entered(ana, made, gul)
    seen = seen_by(bo, elector)
    assert "You entered this vote." in make.post(ana, "vote-confirm", elector.pk, seen=seen).content.decode()
    assert vote_of(made.question, gul.seat).counts is None


def test_a_vote_that_changed_meanwhile_is_looked_at_again(ana, bo):
    made, gul = make.opened_by_three(ana, bo)
    elector = make.entered(ana, made, gul)
    seen = seen_by(bo, elector)
    make.entered(ana, made, gul, choice="no")
    page = make.post(bo, "vote-confirm", elector.pk, seen=seen).content.decode()
    assert "This vote was changed meanwhile." in page
    assert vote_of(made.question, gul.seat).counts is None


def test_another_group_does_not_find_it(ana, bo, cem):
    made, gul = make.opened_by_three(ana, bo)
    elector = make.entered(ana, made, gul)
    assert cem.client.get(make.at("vote-confirm", cem, elector.pk)).status_code == 404

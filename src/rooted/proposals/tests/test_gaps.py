"""A gap of a beginning is filled in before anybody stands behind the words, before they freeze and before two agree."""

import pytest
from django.utils import translation

from rooted.proposals.beginnings import BEGINNINGS
from rooted.proposals.models import Proposal
from rooted.proposals.paragraphs import first_gap
from rooted.proposals.tests import make

GAP = "We ask for thirty more.\n\nBy when: …."
SAID = "In paragraph 2 a gap is still open"


@pytest.mark.parametrize("language", ["en", "ar", "de", "es", "fr", "pl"])
def test_every_beginning_with_a_gap_is_found_in_every_language(language):
    with translation.override(language):
        assert [key for key, one in BEGINNINGS.items() if "…" in str(one.text) and not first_gap(str(one.text))] == []


@pytest.mark.parametrize("text", ["We walk out, and so on… until they pay.", "Breaks, rota, pay…", "Three dots ..."])
def test_what_people_write_is_no_gap(text):
    assert first_gap(text) == 0


def test_a_second_member_is_told_which_paragraph_and_the_proposer_fills_it_in(ana, bo):
    made = make.proposal(ana, text=GAP)
    assert SAID in make.post(bo, "proposal-second", made.pk, seen="1").content.decode()
    make.post(ana, "proposal-edit", made.pk, **make.typed(text="By when: Friday."), seen="1")
    make.post(bo, "proposal-second", made.pk, seen="2")
    assert make.fresh(made).state == "seconded"


def test_no_vote_is_opened_on_a_text_with_a_gap(ana, bo):
    made = make.proposal(ana, text=GAP)
    Proposal.objects.filter(pk=made.pk).update(seconded_on=make.today())
    shown = make.post(ana, "proposal-open", made.pk, mode="hands", sittings="Early", seen="1").content.decode()
    assert (SAID in shown, make.fresh(made).state) == (True, "seconded")


def test_two_do_not_agree_on_a_gap(ana, bo):
    made = make.proposal(ana, text=GAP, method="together")
    assert SAID in make.post(bo, "proposal-agree", made.pk, seen="1").content.decode()
    assert make.fresh(made).state == "draft"


def test_nobody_is_asked_again_with_a_gap(ana, bo):
    made = make.decided(ana, bo)
    shown = make.post(
        ana, "proposal-again", made.pk, **make.typed(text=GAP), closes_on=f"{make.in_days(7):%Y-%m-%d}"
    ).content.decode()
    assert (made.again.count(), SAID in shown) == (0, True)

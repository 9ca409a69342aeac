"""Majorities, consent and consensus: exact at the edge, ties are not carried, every reason is said."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.counting.methods.consent import consensus, consent
from rooted.counting.methods.majority import ABSOLUTE, SIMPLE, TWO_THIRDS, majority, own_share
from rooted.counting.telling import Refused

VOTES = st.integers(0, 10**20)


def said(decision):
    return [str(sentence) for sentence in decision.says]


@given(VOTES, VOTES, VOTES)
def test_a_simple_majority_is_more_yes_than_no(yes, no, abstain):
    assert majority(yes, no, abstain).carried == (yes > no)


@given(VOTES, VOTES, VOTES, VOTES)
def test_an_absolute_majority_is_more_than_half_of_all_who_may_vote(yes, no, abstain, at_home):
    entitled = yes + no + abstain + at_home
    assert majority(yes, no, abstain, rule=ABSOLUTE, entitled=entitled).carried == (2 * yes > entitled)


@given(VOTES, VOTES)
def test_two_thirds_are_reached_exactly(yes, no):
    assert majority(yes, no, rule=TWO_THIRDS).carried == (3 * yes >= 2 * (yes + no) and yes > 0)


@given(VOTES, VOTES, VOTES, st.fractions(0, 1), st.booleans())
def test_an_own_share_is_reached_exactly(yes, no, abstain, share, more):
    if more and share == 1:
        return
    present = yes + no + abstain
    enough = Fraction(yes) > share * present if more else Fraction(yes) >= share * present
    assert majority(yes, no, abstain, rule=own_share(share, "present", more=more)).carried == (enough and yes > no)


@pytest.mark.parametrize(
    ("decision", "sentences"),
    [
        (majority(3, 3), ["Not carried.", "3 yes, 3 no: a tie. Ties are not carried."]),
        (majority(0, 0, 4), ["Not carried.", "Nobody said yes or no.", "4 people abstain."]),
        (majority(5, 3, quorum=9), ["Not carried.", "5 yes, 3 no: more yes than no.",
                                    "Took part: 8. Needed for a decision: 9."]),
        (majority(190, 3, pledges=200), ["Not carried.", "190 yes, 3 no: more yes than no.",
                                         "Said yes: 190. Needed: 200. Too few."]),
        (majority(200, 3, rule=TWO_THIRDS, pledges=200), ["Carried.", "200 yes of 203. Needed: 136. Reached.",
                                                          "Said yes: 200. Needed: 200. Enough."]),
        (majority(5, 5, rule=own_share(Fraction(1, 2))), ["Not carried.", "5 yes, 5 no: a tie. Ties are not carried."]),
        (majority(50, 1, rule=ABSOLUTE, entitled=100), ["Not carried.", "50 yes of 100. Needed: 51. Not reached."]),
    ],
)  # fmt: skip
def test_the_verdict_and_its_reasons_are_said(decision, sentences):
    assert said(decision) == sentences


@pytest.mark.parametrize("more", [{"yes": -1}, {"rule": ABSOLUTE, "entitled": 5}, {"quorum": -1}])
def test_impossible_tallies_are_refused(more):
    with pytest.raises(Refused, match="A number of votes is a whole number, 0 or more"):
        majority(**{"yes": 4, "no": 2, "rule": SIMPLE, **more})


@pytest.mark.parametrize(
    ("share", "of"), [(Fraction(3, 2), "votes"), (Fraction(-1, 2), "votes"), (Fraction(1, 2), "x")]
)
def test_impossible_shares_are_refused(share, of):
    with pytest.raises(Refused, match="A share lies between 0 and 1"):
        own_share(share, of)


@pytest.mark.parametrize(
    ("decision", "carried", "sentences"),
    [
        (consent(2), True, ["Carried.", "Nobody objects."]),
        (consent(12, 3, 1), True, ["Carried.", "Nobody objects.",
                                   "1 person stands aside: not in the way, and not bound to help.",
                                   "3 people abstain."]),
        (consent(29, objections=1), False, ["Not carried.", "1 person objects, so we go on talking."]),
        (consent(0, 5), False, ["Not carried.", "Nobody agrees, so there is nothing to carry.", "5 people abstain."]),
        (consent(3, quorum=4), False, ["Not carried.", "Took part: 3. Needed for a decision: 4."]),
        (consent(3, pledges=4), False, ["Not carried.", "Said yes: 3. Needed: 4. Too few."]),
        (consensus(9, blocks=2), False, ["Not carried.", "2 people block, so it is stopped."]),
        (consensus(9, stand_aside=3, most_aside=2), False,
         ["Not carried.", "Stand aside: 3. At most: 2.",
          "3 people stand aside: not in the way, and not bound to help."]),
        (consensus(9, stand_aside=2, most_aside=2), True,
         ["Carried.", "Nobody objects.", "2 people stand aside: not in the way, and not bound to help."]),
    ],
)  # fmt: skip
def test_consent_and_consensus(decision, carried, sentences):
    assert (decision.carried, said(decision)) == (carried, sentences)


def test_a_negative_tally_is_refused_by_both():
    for decide in (consent, consensus):
        with pytest.raises(Refused):
            decide(-1)

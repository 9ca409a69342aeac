"""proposals:proposal-codes, a sheet for each sitting with its tellers' codes."""

from rooted.ballots.reading import sittings
from rooted.proposals.tests import make


def test_a_sheet_has_both_codes_of_its_sitting_and_of_no_other(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"))
    early, late = sittings(made.question, ana.seat)
    page = make.page(bo, "proposal-codes", made.pk, query="?sitting=2")
    assert [code in page for code in (*early.codes, *late.codes)] == [False, False, True, True]


def test_once_counted_a_sitting_has_none(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early",))
    make.counted(made, ana, Early={"yes": 30, "no": 5, "abstain": 1})
    assert "All codes have ended." in make.page(bo, "proposal-codes", made.pk)


def test_votes_of_members_have_no_sheet(ana, bo):
    made = make.opened(ana, bo)
    assert ana.client.get(make.at("proposal-codes", ana, made.pk)).url == make.at("proposal-detail", ana, made.pk)

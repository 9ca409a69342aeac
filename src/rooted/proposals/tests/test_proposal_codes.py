"""proposals:proposal-codes, a sheet for each sitting with its tellers' codes."""

import pytest
from django.urls import reverse

from rooted.ballots.reading import sittings
from rooted.base import qr
from rooted.groups.models import Seat
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


def elected_on_slips(ana, bo, method="ranked-several", **how):
    return make.opened(ana, bo, method=method, options=("Ana", "Bo", "Cem"), mode="hands", **how)


def test_slips_and_the_sheet_of_a_ranking_name_each_option_by_the_same_letter(ana, bo):
    made = elected_on_slips(ana, bo, sittings=("Early",))
    pages = [make.page(bo, "proposal-codes", made.pk, query=query) for query in ("", "?show=slips")]
    assert ("<bdi><strong>C.</strong> Cem</bdi>" in pages[0], "<bdi>C. Cem</bdi>" in pages[1]) == (True, True)
    assert sittings(made.question, ana.seat)[0].codes[0] not in pages[1]


@pytest.mark.parametrize(("options", "slips"), [(("Ana", "Bo", "Cem"), 6), ([str(n) for n in range(20)], 2)])
def test_slips_fill_a_sheet_in_two_columns(ana, bo, options, slips):
    made = make.opened(ana, bo, method="ranked-one", options=options, mode="hands", sittings=("Early",))
    assert make.page(bo, "proposal-codes", made.pk, query="?show=slips").count("<figure>") == slips


def test_the_code_on_a_sheet_leads_to_where_the_figures_are_typed(ana, bo):
    page = make.page(bo, "proposal-codes", make.opened(ana, bo, mode="hands", sittings=("Early",)).pk)
    link = "http://testserver" + reverse("ballots:count", args=[ana.group.address])
    assert page.count(qr.picture(link, fills=True)) == 2


def test_the_sheet_of_scores_has_a_column_for_each_grade(ana, bo):
    page = make.page(bo, "proposal-codes", elected_on_slips(ana, bo, "score", sittings=("Early",)).pk)
    assert page.count('<th scope="col">5</th><th scope="col">4</th>') == 2


def test_two_members_let_a_sitting_count_again_and_all_read_it(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"))
    make.counted(made, ana, Early={"yes": 30, "no": 5, "abstain": 1})
    assert "Were the figures wrong?" in make.page(bo, "proposal-detail", made.pk)
    assert make.post(ana, "proposal-codes", made.pk, sitting="1").url == make.at("proposal-detail", ana, made.pk)
    said = "Ana says that the figures of Early are wrong. It counts again once a second member says so."
    assert [said in make.page(who, "proposal-detail", made.pk) for who in (ana, bo)] == [True, True]
    answer = make.post(bo, "proposal-codes", made.pk, sitting="1")
    assert answer.url == make.at("proposal-codes", bo, made.pk, query="?sitting=1")
    assert "Counts again" in make.page(ana, "proposal-detail", made.pk)
    make.counted(made, ana, Early={"yes": 5, "no": 30, "abstain": 1}, Late={"yes": 0, "no": 9, "abstain": 0})
    make.post(ana, "proposal-close", made.pk)
    page = make.page(ana, "proposal-result", made.pk)
    assert "<s><bdi>Early. Present: 36. Yes: 30, No: 5, Abstain: 1.</bdi></s>" in page


def test_who_asked_is_offered_it_again_only_where_nobody_else_is_left(ana, bo):
    made, pages = make.opened(ana, bo, mode="hands", sittings=("Early",)), []
    make.counted(made, ana, Early={"yes": 30, "no": 5, "abstain": 1})
    make.post(ana, "proposal-codes", made.pk, sitting="1")
    for paused_on in (None, make.today()):
        Seat.objects.filter(pk=bo.seat.pk).update(paused_on=paused_on)
        pages.append(make.page(ana, "proposal-detail", made.pk))
    assert ["Were the figures wrong?" in page for page in pages] == [False, True]
    make.post(ana, "proposal-codes", made.pk, sitting="1")
    assert sittings(made.question, ana.seat)[0].again is True


def test_no_other_sitting_counts_again(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early",))
    for place in ("7", "x", "-1", ""):
        assert make.post(bo, "proposal-codes", made.pk, sitting=place).status_code == 302
    assert sittings(made.question, ana.seat)[0].again is False

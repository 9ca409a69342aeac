"""What an assembly decided, on its page: through home, which brings it there."""

from django.urls import reverse

from rooted.assembly.running import end_assembly
from rooted.assembly.tests import make as meeting
from rooted.proposals import proposing, voting
from rooted.proposals.tests import make


def decided_by(ana, bo):
    """An assembly that has ended with minutes and a decision."""
    one = meeting.sitting(ana)
    meeting.minutes(ana, one)
    made = proposing.add_proposal(ana.seat, make.draft(), today=make.today(), assembly=one.assembly)
    proposing.second_proposal(made, seat=bo.seat, seen=1, today=make.today())
    voting.open_vote(made, seat=ana.seat, opening=voting.Opening("members"), seen=1, now=make.now())
    make.vote(make.fresh(made), one=(ana, "yes"), two=(bo, "yes"))
    voting.close_vote(made, seat=ana.seat, now=make.now())
    end_assembly(one.assembly, seat=ana.seat, now=make.now())
    return meeting.fresh(one), make.fresh(made)


def test_after_its_end_the_page_leads_to_register_result_and_minutes(ana, bo):
    one, made = decided_by(ana, bo)
    shown = meeting.page(bo, "assembly-detail", one.assembly_id)
    group = ana.group.address
    to = [
        reverse("register:entry-detail", args=[group, made.entry_id]),
        make.at("proposal-result", ana, made.pk),
        reverse("notes:note-detail", args=[group, one.minutes_id]),
    ]
    assert [f'href="{address}"' in shown for address in to] == [True] * 3
    assert shown.index("What was decided") < shown.index(">Sittings<")
    assert all(bo.client.get(address).status_code == 200 for address in to)


def test_one_that_decided_nothing_says_so(ana):
    made = meeting.assembly(ana)
    end_assembly(made, seat=ana.seat, now=make.now())
    assert "Nothing was put to this assembly." in meeting.page(ana, "assembly-detail", made.pk)


def test_a_sitting_that_comes_after_the_opening_is_told_that_it_has_no_codes(ana, bo):
    pages, one = [], meeting.assembly(ana)
    for opening in (voting.Opening("members"), voting.Opening("hands", sittings=[("Early", "en")])):
        made = proposing.add_proposal(ana.seat, make.draft(str(len(pages))), today=make.today(), assembly=one)
        proposing.second_proposal(made, seat=bo.seat, seen=1, today=make.today())
        voting.open_vote(made, seat=ana.seat, opening=opening, seen=1, now=make.now())
        pages.append(meeting.page(ana, "sitting-add", one.pk))
    assert ["A vote by hands is open" in page for page in pages] == [False, True]

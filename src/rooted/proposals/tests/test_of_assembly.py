"""What is put to an assembly, on its page and on those of its sittings."""

from rooted.assembly.tests import make as meetings
from rooted.proposals import proposing
from rooted.proposals.tests import make


def put(member, made, title="No weekend overtime"):
    return proposing.add_proposal(member.seat, make.draft(title), today=make.today(), assembly=made)


def test_what_is_put_to_it_stands_on_its_page_and_on_every_sittings(ana):
    made = meetings.assembly(ana)
    put(ana, made)
    put(ana, None, "For no assembly")
    sitting = made.sittings.get().pk
    shown = meetings.page(ana, "assembly-detail", made.pk), meetings.page(ana, "sitting-detail", sitting)
    assert ["No weekend overtime" in one for one in shown] == [True, True]
    assert ["For no assembly" in one for one in shown] == [False, False]


def test_each_leads_to_its_proposal_and_a_new_one_is_for_this_assembly(ana):
    made = meetings.assembly(ana)
    links = make.at("proposal-detail", ana, put(ana, made).pk), make.at("proposal-add", ana) + f"?assembly={made.pk}"
    shown = meetings.page(ana, "assembly-detail", made.pk)
    assert [f'href="{link}"' in shown for link in links] == [True, True]


def test_its_page_costs_the_same_with_3_and_with_50_of_them(ana, django_assert_num_queries):
    made = meetings.assembly(ana)
    for number in range(49):
        if number == 3:
            with django_assert_num_queries(9):
                ana.client.get(meetings.at("assembly-detail", ana, made.pk))
        put(ana, made, f"Text {number}")
    with django_assert_num_queries(9):
        assert ana.client.get(meetings.at("assembly-detail", ana, made.pk)).status_code == 200

"""The register's entry leads to the proposal it came from, and the proposal to its entry."""

from django.urls import reverse

from rooted.proposals import voting
from rooted.proposals.tests import make


def entry_page(member, made):
    return reverse("register:entry-detail", args=[member.group.address, made.entry.pk])


def test_each_leads_to_the_other(ana, bo):
    made = make.decided(ana, bo)
    there = bo.client.get(entry_page(bo, made)).content.decode()
    assert ("The proposal and its vote" in there, make.at("proposal-result", bo, made.pk) in there) == (True, True)
    pages = [make.page(bo, name, made.pk).split("<aside")[0] for name in ("proposal-result", "proposal-detail")]
    assert [(entry_page(bo, made) in page, "It stands in the register: no. 1" in page) for page in pages] == [
        (True, True)
    ] * 2


def test_after_two_agreed_in_one_tap_the_page_leads_to_the_register(ana, bo):
    made = make.proposal(ana, method="together")
    page = bo.client.post(make.at("proposal-agree", bo, made.pk), {"seen": 1}, follow=True).content.decode()
    assert entry_page(bo, make.fresh(made)) in page.split("<aside")[0]


def test_once_the_proposal_is_gone_the_entry_names_none(ana, bo):
    made = make.decided(ana, bo)
    voting.erase_proposal(made.pk)
    assert "The proposal and its vote" not in bo.client.get(entry_page(bo, made)).content.decode()

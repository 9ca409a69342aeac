"""Proposals once stood in the tables of assemblies: what a group wrote before the split is there after it."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from rooted.circles.models import SealedItem

BEFORE = [("assembly", "0002_proposals"), ("proposals", None)]
AFTER = [("assembly", "0003_proposals_of_their_own"), ("proposals", "0001_from_assembly")]
TODAY = "2026-11-27"


def migrated(to):
    """The database taken to these migrations; their models."""
    executor = MigrationExecutor(connection)
    executor.migrate(to)
    return MigrationExecutor(connection).loader.project_state(to[0] if to is BEFORE else to).apps


@pytest.fixture
def written_before(transactional_db, ana):
    """(proposal, remark) of the old tables; afterwards the newest tables again."""
    items = [SealedItem.objects.filter(circle=ana.group.circle).first().pk, ana.seat.name_item_id]
    old = migrated(BEFORE)
    made = old.get_model("assembly", "Proposal").objects.create(
        group_id=ana.group.pk, item_id=items[0], written_on=TODAY, version=3
    )
    remark = old.get_model("assembly", "Remark").objects.create(proposal=made, item_id=items[1])
    migrated(AFTER)
    yield made.pk, remark.pk
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


@pytest.mark.long
def test_what_was_written_before_the_split_is_there_after_it(written_before):
    new = MigrationExecutor(connection).loader.project_state(AFTER).apps
    remark = new.get_model("proposals", "Remark").objects.get()
    assert (remark.proposal.pk, remark.pk, remark.proposal.version) == (*written_before, 3)


@pytest.mark.long
def test_its_rules_hold_on_as_before(written_before):
    table = MigrationExecutor(connection).loader.project_state(AFTER).apps.get_model("proposals", "Proposal")
    with pytest.raises(IntegrityError), transaction.atomic():
        table.objects.update(opened_on=TODAY)  # never seconded
    table.objects.all().delete()
    assert table.objects.count() == 0

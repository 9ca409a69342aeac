"""Rules of a group once stood beside proposals: what a group decided before is kept by `rules` after it."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from rooted.circles.models import SealedItem

BEFORE = [("proposals", "0004_minutes_that_stay"), ("rules", None)]
AFTER = [("proposals", "0005_rules_apart"), ("rules", "0001_group_rules")]


@pytest.fixture
def decided_before(transactional_db, ana):
    """The group and the item of rules in the old table; afterwards the newest tables again."""
    item = SealedItem.objects.filter(circle=ana.group.circle).first().pk
    executor = MigrationExecutor(connection)
    executor.migrate(BEFORE)
    old = MigrationExecutor(connection).loader.project_state(BEFORE[:1]).apps.get_model("proposals", "GroupRules")
    old.objects.create(group_id=ana.group.pk, item_id=item, since="2026-11-20")
    MigrationExecutor(connection).migrate(AFTER)
    yield ana.group.pk, item
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


@pytest.mark.long
def test_what_was_decided_before_holds_on(decided_before):
    new = MigrationExecutor(connection).loader.project_state(AFTER).apps
    row = new.get_model("rules", "GroupRules").objects.get()
    assert (row.group_id, row.item_id, str(row.since), row.entry_id) == (*decided_before, "2026-11-20", None)

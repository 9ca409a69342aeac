"""The walk over all addresses is done once and read by several tests."""

import pytest
from django.db import transaction

from tests.walk import access


@pytest.fixture(scope="session")
def walk(django_db_setup, django_db_blocker):
    """Every route × method × role, asked once; the database is left as it was."""
    with django_db_blocker.unblock(), transaction.atomic():
        done = access.walk_all()
        transaction.set_rollback(True)
    return done

"""The walk over all addresses is done once and read by several tests."""

import pytest
from django.db import transaction

from tests.walk import access


@pytest.fixture(scope="session")
def walk(request, django_db_setup, django_db_blocker):
    """Every route × method × role, asked once; the database is left as it was."""
    with django_db_blocker.unblock(), transaction.atomic():
        done = access.walk_all()
        if any("further" in getattr(item, "fixturenames", ()) for item in request.session.items):
            access.walk_further(done)
        transaction.set_rollback(True)
    return done


@pytest.fixture(scope="session")
def further(walk):
    """The same, and addresses of nobody, of another group, in the other language; for tests marked `long`."""
    return walk

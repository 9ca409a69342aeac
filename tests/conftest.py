"""The walk over all addresses is done once and read by several tests."""

import pytest
from django.db import transaction

from tests.walk import access


@pytest.fixture(scope="session")
def walk(request, django_db_setup, django_db_blocker):
    """Every route × method × role, asked once; the database is left as it was. In the quick suite a few roles only."""
    whole = any(item.get_closest_marker("long") and reads_the_walk(item) for item in request.session.items)
    with django_db_blocker.unblock(), transaction.atomic():
        done = access.walk_all(access.ROLES if whole else access.FEW)
        if whole:
            access.walk_further(done)
        transaction.set_rollback(True)
    return done


@pytest.fixture(scope="session")
def further(walk):
    """The same, and addresses of nobody, of another group, in the other language; for tests marked `long`."""
    return walk


@pytest.fixture(params=["few roles", pytest.param("all roles", marks=pytest.mark.long)])
def asked(walk):
    """The walk: once in the quick suite as a few roles, once among the long tests as all."""
    return walk


def reads_the_walk(item):
    return "walk" in getattr(item, "fixturenames", ())

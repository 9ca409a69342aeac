"""One small world for all tests of faults; each test's changes are undone."""

import logging

import pytest
from django.db import transaction

from rooted.base import throttle
from tests.walk.world import World, build


@pytest.fixture(scope="package")
def made(django_db_setup, django_db_blocker):
    """The world of tests/walk/world.py."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.fixture
def world(made, django_db_blocker) -> World:
    """The same world for each test, as it was."""
    throttle.forget_everything()
    logging.disable()  # refusals are what is tested here
    with django_db_blocker.unblock(), transaction.atomic():
        yield made
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)

"""Plain makers: the real lists, files that wait to be read, and imports of them."""

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from rooted.base import jobs
from rooted.imports.actions import clear_batch, packed, put_forward, start_import, take_file
from rooted.imports.importing import run
from rooted.mappings.tests.make import entries, entry
from rooted.struggles.tests.make import ANA, BO, TODAY
from rooted.tables.tests.make import as_bytes

__all__ = ["entries", "entry"]


def list_path(name):
    """One of the real lists, or a skip that says where it was looked for."""
    folder = Path(os.environ.get("ROOTED_SHARED") or settings.SOURCE.parent / "shared" / "data")
    path = folder / "strikes" / name
    if not path.exists():
        pytest.skip(f"the list is not at {path}")
    return path


def cat_path():
    return list_path("cat_actions.json")


def written(folder, content, name="list.json"):
    """The path of a file that holds `content`."""
    path = folder / name
    path.write_bytes(as_bytes(content))
    return path


def file(owner, content, name="list.json", **options):
    """A file that waits to be read."""
    return take_file(packed([as_bytes(content)]), name=name, group=owner, today=TODAY, **options)


def batch(owner, content, **options):
    """A finished import that nobody has put forward."""
    one = start_import(file(owner, content, **options), today=TODAY, at_once=False)
    run(one)
    return one


def worker():
    """Let the worker do everything that is due."""
    while jobs.run_due(timezone.now(), limit=1_000):
        pass


def imported(owner, content, *, running_at_once=False, **options):
    """The published records of an import."""
    one = batch(owner, content, **options)
    put_forward(one, seat=ANA, running_at_once=running_at_once, today=TODAY)
    clear_batch(one, seat=BO, today=TODAY)
    worker()
    return list(one.struggles.newest_first())


def page(batch):
    """The address of its page."""
    return reverse("imports:import-detail", args=[batch.group.address, batch.pk])

"""Plain makers: a list in its source's form, files of any content, and imports of them."""

import io
import json
import os
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from rooted.base import jobs
from rooted.imports.actions import clear_batch, packed, put_forward, start_import, take_file
from rooted.imports.importing import run
from rooted.struggles.tests.make import ANA, BO, TODAY


def list_path(name):
    """One of the real lists, or a skip that says where it was looked for."""
    folder = Path(os.environ.get("ROOTED_SHARED") or settings.SOURCE.parent / "shared" / "data")
    path = folder / "strikes" / name
    if not path.exists():
        pytest.skip(f"the list is not at {path}")
    return path


def cat_path():
    return list_path("cat_actions.json")


def entry(number=1, **values):
    """One record as Collective Action in Tech writes it."""
    return {
        "id": number,
        "date": "2020/03/04",
        "sources": ["https://example.org/a"],
        "actions": ["strike"],
        "struggles": ["pay and benefits"],
        "employment_types": ["gig workers"],
        "description": f"Riders of firm {number} stopped work. They asked for more.",
        "online": None,
        "locations": ["leeds-uk"],
        "companies": ["firm"],
        "workers": 40,
        "tags": ["delivery_workers"],
        "author": ["x"],
        "latlngs": [[53.8, -1.55]],
        "addresses": ["Leeds"],
    } | values


def entries(count, **values):
    return [entry(number, **values) for number in range(1, count + 1)]


def as_bytes(content):
    """Bytes as they are, text in UTF-8, anything else as JSON."""
    if isinstance(content, bytes):
        return content
    return (content if isinstance(content, str) else json.dumps(content)).encode()


def opened(content):
    """What the pure modules take: a function that opens these bytes from their beginning."""
    data = as_bytes(content)
    return lambda: io.BytesIO(data)


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


def imported(owner, content, **options):
    """The published records of an import."""
    one = batch(owner, content, **options)
    put_forward(one, seat=ANA, today=TODAY)
    clear_batch(one, seat=BO, today=TODAY)
    worker()
    return list(one.struggles.newest_first())


def page(batch):
    """The address of its page."""
    return reverse("imports:import-detail", args=[batch.group.address, batch.pk])

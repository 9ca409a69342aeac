"""Plain makers: a list in its source's form, and imports of it."""

import json
import os
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from rooted.imports.actions import clear_batch, import_file, put_forward
from rooted.struggles.tests.make import ANA, BO, TODAY


def cat_path():
    """The real list, or a skip that says where it was looked for."""
    folder = Path(os.environ.get("ROOTED_SHARED") or settings.SOURCE.parent / "shared" / "data")
    path = folder / "strikes" / "cat_actions.json"
    if not path.exists():
        pytest.skip(f"the list of Collective Action in Tech is not at {path}")
    return path


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


def written(folder, content):
    """The path of a file that holds `content` (bytes as they are, anything else as JSON)."""
    path = folder / "list.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def batch(owner, rows):
    """A finished import of `rows` that nobody has put forward."""
    with tempfile.TemporaryDirectory() as folder:
        return import_file(written(Path(folder), rows), group=owner, today=TODAY).batch


def imported(owner, rows):
    """The published records of an import."""
    one = batch(owner, rows)
    put_forward(one, seat=ANA, today=TODAY)
    clear_batch(one, seat=BO, today=TODAY)
    return list(one.struggles.newest_first())


def page(batch):
    """The address of its page."""
    return reverse("imports:import-detail", args=[batch.group.address, batch.pk])

"""A list brought in as people do it: every form of the pages sent, the worker at work, two members, the report."""

import csv
import io
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from conftest import Member
from rooted.imports.models import ImportFile
from rooted.imports.tests import make
from rooted.imports.tests.test_import_map import typed
from rooted.struggles.models import ImportBatch


@dataclass
class Screen:
    """What the pages said on the way, and the import itself."""

    map: str
    page: str
    report: list[dict[str, str]]
    batch: ImportBatch


def bring_in(member: Member, content: bytes, name: str) -> Screen:
    """Choose a file, look at its columns, see rows as they will look, start it; the worker reads all of it."""
    address = member.group.address
    sent = member.client.post(
        reverse("imports:import-add", args=[address]), {"file": SimpleUploadedFile(name, content), "mapping": ""}
    )
    file = ImportFile.objects.get(batch=None)
    page = member.client.get(sent.url).content.decode()
    member.client.post(sent.url, typed(file))
    started = member.client.post(reverse("imports:import-start", args=[address, file.pk]), typed(file))
    make.worker()
    batch = ImportBatch.objects.get(pk=started.url.rstrip("/").rpartition("/")[2])
    report = b"".join(member.client.get(reverse("imports:import-report", args=[address, batch.pk])))
    lines = list(csv.DictReader(io.StringIO(report.decode("utf-8-sig"))))
    return Screen(page, member.client.get(started.url).content.decode(), lines, batch)


def release(first: Member, second: Member, batch: ImportBatch) -> None:
    """One puts it forward, the other publishes it; the worker does it."""
    for member, deed in ((first, "forward"), (second, "clear")):
        member.client.post(reverse(f"imports:import-{deed}", args=[batch.group.address, batch.pk]))
    make.worker()
    batch.refresh_from_db()

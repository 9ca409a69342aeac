"""What a group is told about the lists it brought in, the files that wait to be read, and the mappings it keeps."""

import json
import uuid
from functools import cached_property

from django.db import models

from rooted.base.fields import LimitedText, LongText
from rooted.imports import notes
from rooted.mappings.shape import LONGEST_JSON, Mapping, from_plain
from rooted.tables.looking import Look
from rooted.tables.table import LONGEST_ROW

LONGEST_LOOK = 4_000_000  # characters


class ImportNote(models.Model):
    """One row of an import's report: left out and why, or what was unclear. `code` is one of notes.SENTENCES."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    batch = models.ForeignKey("struggles.ImportBatch", on_delete=models.CASCADE, related_name="notes")
    row = models.PositiveIntegerField()
    external_id = LimitedText(max_length=80, blank=True, default="")
    code = LimitedText(max_length=40)
    detail = LimitedText(max_length=200, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["batch", "row"], name="note_of_batch"),
            models.Index(fields=["batch", "code"], name="note_by_code"),
        ]

    def __str__(self) -> str:
        return f"{self.row}: {self.code}"

    @property
    def sentence(self) -> str:
        return notes.say(self.code, self.detail)


class ImportFile(models.Model):
    """A file that a group is bringing in, kept packed until all its rows are read. `looked` and `mapping` are JSON.

    While `batch` is None nothing of it stands in the chronicle, and its mapping can be changed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="+")
    name = LimitedText(max_length=80)
    size = models.PositiveIntegerField()  # bytes, unpacked
    digest = LimitedText(max_length=64)
    came_on = models.DateField()
    looked = LongText(max_length=LONGEST_LOOK)
    mapping = LongText(max_length=LONGEST_JSON)
    batch = models.OneToOneField(
        "struggles.ImportBatch", on_delete=models.CASCADE, null=True, blank=True, related_name="file"
    )

    class Meta:
        indexes = [models.Index(fields=["group", "came_on"], name="import_file_of_group")]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def look(self) -> Look:
        return Look.from_plain(json.loads(self.looked))

    @property
    def plan(self) -> Mapping:
        """How it is read."""
        return from_plain(json.loads(self.mapping))


class FilePart(models.Model):
    """A piece of a file, packed; all of them one after the other are the file."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.ForeignKey(ImportFile, on_delete=models.CASCADE, related_name="parts")
    order = models.PositiveIntegerField()
    packed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "order"], name="one_part_a_place")]


class Newer(models.Model):
    """A newer version of a copy that stands here, written down until two members publish the import it came with.

    `content` is JSON, as following.py writes it: what its authors say now, or that they withdrew it; or "".
    `join_set` and `join_number` name the record they joined it with.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    batch = models.ForeignKey("struggles.ImportBatch", on_delete=models.CASCADE, related_name="newer", db_index=False)
    struggle = models.ForeignKey("struggles.Struggle", on_delete=models.CASCADE, related_name="+")
    content = LongText(max_length=LONGEST_ROW, blank=True, default="")
    join_set = LimitedText(max_length=40, blank=True, default="")
    join_number = LimitedText(max_length=80, blank=True, default="")
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "struggle"], name="one_newer_version")]


class SavedMapping(models.Model):
    """A mapping a group keeps under a name. Once shared, every group on this server sees and can use it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="+")
    name = LimitedText(max_length=120)
    content = LongText(max_length=LONGEST_JSON)
    saved_on = models.DateField()
    shared_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "name"], name="one_mapping_a_name")]
        indexes = [models.Index(fields=["shared_on"], name="mapping_shared")]

    def __str__(self) -> str:
        return self.name

    @property
    def mapping(self) -> Mapping:
        return from_plain(json.loads(self.content))

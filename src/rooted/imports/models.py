"""What a group is told about the lists it brought in."""

import uuid

from django.db import models

from rooted.base.fields import LimitedText
from rooted.imports import notes


class ImportNote(models.Model):
    """One row of an import's report: left out and why, or what was unclear. `code` is one of notes.SENTENCES."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    batch = models.ForeignKey("struggles.ImportBatch", on_delete=models.CASCADE, related_name="notes")
    row = models.PositiveIntegerField()
    external_id = LimitedText(max_length=80, blank=True, default="")
    code = LimitedText(max_length=40)
    detail = LimitedText(max_length=200, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["batch", "row"], name="note_of_batch")]

    def __str__(self) -> str:
        return f"{self.row}: {self.code}"

    @property
    def sentence(self) -> str:
        return notes.say(self.code, self.detail)

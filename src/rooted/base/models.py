"""What models of several apps are built on, and the table of work for later."""

import uuid

from django.db import models

from rooted.base.fields import LimitedText, LongText, RandomId


class Unordered(models.Model):
    """A row whose id says nothing about when it was made."""

    id = RandomId()

    class Meta:
        abstract = True


class Job(models.Model):
    """One piece of work for later (base/jobs.py): ids and plain values, nothing personal, so hours are allowed here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = LimitedText(max_length=60)
    # JSON as text: SQLite refuses JSONField's own check while the schema is not trusted (settings, SQLITE_START).
    payload = LongText(max_length=4_000, default="{}")
    lane = LimitedText(max_length=20)
    run_after = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    # Until then one worker has it; a worker that died leaves it to the next one.
    lease_until = models.DateTimeField(null=True)
    # The class of the exception, never its text.
    last_error = LimitedText(max_length=80, blank=True)
    # Tried too often; kept for the operator.
    failed_on = models.DateField(null=True)
    # The name of a job that comes back; unique, so that it has one row.
    once = LimitedText(max_length=60, null=True, unique=True)

    class Meta:
        indexes = [models.Index(fields=["lane", "run_after"], name="job_due")]


class SearchEntry(models.Model):
    """One public document as base/search.py finds it: its folded words, each once. Never write here: call `put`.

    `id` holds the kind, the day and chance, so that ids backwards are newest first. Each database keeps its own index
    beside this table (migration 0002).
    """

    TITLE, TEXT = 2_000, 100_000  # characters of folded words

    id = models.BigIntegerField(primary_key=True)
    kind = LimitedText(max_length=40)
    key = LimitedText(max_length=64)
    title = LongText(max_length=TITLE)
    text = LongText(max_length=TEXT)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="search_one_entry_a_key")]

"""What a record tells as numbers, and which records tell of something alike; empty without the extra `meaning`."""

import uuid

from django.db import models

from rooted.struggles.models.struggle import Struggle


class Meaning(models.Model):
    """512 small whole numbers (one byte each) that lie near those of texts with the same meaning, in any language."""

    struggle = models.OneToOneField(Struggle, on_delete=models.CASCADE, primary_key=True, related_name="meaning")
    vector = models.BinaryField()


class Akin(models.Model):
    """Two records that tell of something alike; `closeness` is 100 times the cosine of their meanings."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    struggle = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="akin")
    other = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="akin_to")
    closeness = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["struggle", "other"], name="akin_once")]

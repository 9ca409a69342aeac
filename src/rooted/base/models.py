"""What models of several apps are built on."""

from django.db import models

from rooted.base.fields import RandomId


class Unordered(models.Model):
    """A row whose id says nothing about when it was made."""

    id = RandomId()

    class Meta:
        abstract = True

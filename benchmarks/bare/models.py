"""One table to read from, one to write to."""

from django.db import models


class Record(models.Model):
    title = models.CharField(max_length=200)
    text = models.TextField()
    day = models.DateField(db_index=True)
    place = models.CharField(max_length=120)
    won = models.BooleanField(default=False)


class Note(models.Model):
    text = models.TextField()
    written = models.DateTimeField(auto_now_add=True)

"""Who wants to be told. The rows name nobody: what is in them is under a key of the server, or of an address."""

from django.db import models

from rooted.base.models import Unordered


class Nudge(Unordered):
    """One member's wish for mail. `blob`: address, group, language, under a key of the server; always one length."""

    blob = models.BinaryField(max_length=600)


class Feed(Unordered):
    """One private calendar. `lookup`: 32 bytes of the address's digest; `blob`: the group, under a key from it."""

    lookup = models.BinaryField(max_length=32, unique=True)
    blob = models.BinaryField(max_length=600)

"""Accounts. A person belongs to nobody: which groups are theirs is sealed in their keyring."""

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from rooted.base.fields import LimitedText
from rooted.base.models import Unordered


class Person(Unordered):
    """Somebody who can sign in. No name, no address, no link to any group.

    `login_tag`: 32 bytes, the sign-in name under the instance key. `secret_by_passphrase` and `secret_by_recovery`:
    the person's secret key under the passphrase and under the recovery code. `keyring`: padded to whole KiB.
    """

    login_tag = models.BinaryField(max_length=32, unique=True)
    salt = models.BinaryField(max_length=16)
    secret_by_passphrase = models.BinaryField()
    secret_by_recovery = models.BinaryField()
    recovery_by_secret = models.BinaryField()
    keyring = models.BinaryField()


class Session(Unordered, AbstractBaseSession):
    """An open session. Its row alone opens nothing: half of the key is in the browser's cookie.

    Its id follows from its key; as SQLite's rowid it keeps no order of signing in.
    """

    session_key = LimitedText(max_length=40, unique=True)
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="sessions")

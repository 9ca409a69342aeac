"""A person's keyring: which seats are theirs, sealed under their own key. It exists open for one request only."""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from rooted.base import seal
from rooted.people.models import Person

STEP = 1024  # the blob grows in whole KiB, so that its length hardly tells how many groups there are


@dataclass(frozen=True)
class SeatKey:
    """A member's place in one group: the seat's id, the group's id, the 32-byte secret of the seat's holder."""

    seat: int
    group: UUID
    secret: bytes


def context(person: Person, what: str) -> str:
    """What ties a blob of a person to their row and its column."""
    return f"v1|person|{person.pk}|{what}"


def lock_up(person: Person, secret: bytes, content: dict[str, Any]) -> bytes:
    """The keyring blob of `content` for `person`."""
    data = json.dumps(content, separators=(",", ":")).encode()
    filled = len(data).to_bytes(4, "big") + data
    filled += bytes(-len(filled) % STEP)
    return seal.encrypt(seal.subkey(secret, "keyring"), filled, context(person, "keyring"))


EMPTY: dict[str, Any] = {"seats": [], "preferences": {}, "recovery_kept": False}


class Keyring:
    """An opened keyring. `secret` is the person's own key; changes are written at once, in the caller's transaction."""

    def __init__(self, person: Person, secret: bytes) -> None:
        self.person = person
        self.secret = secret
        self._content = self._open(bytes(person.keyring))

    def _open(self, blob: bytes) -> dict[str, Any]:
        filled = seal.decrypt(seal.subkey(self.secret, "keyring"), blob, context(self.person, "keyring"))
        length = int.from_bytes(filled[:4], "big")
        return json.loads(filled[4 : 4 + length])

    @property
    def seats(self) -> list[SeatKey]:
        """Every seat of this person, in the order they were taken."""
        return [
            SeatKey(entry["seat"], UUID(entry["group"]), base64.b64decode(entry["secret"]))
            for entry in self._content["seats"]
        ]

    def seat_in(self, group: UUID) -> SeatKey | None:
        """The newest seat in that group, if there is one."""
        return next((key for key in reversed(self.seats) if key.group == group), None)

    @property
    def preferences(self) -> dict[str, str]:
        """Language and time zone, if chosen."""
        return self._content["preferences"]

    @property
    def recovery_kept(self) -> bool:
        """Whether two blocks of the recovery code were given back."""
        return self._content["recovery_kept"]

    @property
    def second(self) -> dict[str, Any] | None:
        """The second device: {"secret", "last" step used, "wrong_on" day, "wrong" codes that day}; None without one."""
        return self._content.get("second")

    def keep_second(self, kept: dict[str, Any]) -> None:
        """Ask for a second device's codes from now on."""
        self._change(lambda content: content.update(second=kept))

    def change_second(self, change: Callable[[dict[str, Any]], None]) -> None:
        """Let `change` alter what is kept of the second device, as it stands now; nothing without one."""
        self._change(lambda content: change(content["second"]) if content.get("second") else None)

    def drop_second(self) -> None:
        """No codes are asked any more."""
        self._change(lambda content: content.pop("second", None))

    def add_seat(self, seat: int, group: UUID, secret: bytes) -> None:
        """Remember a seat."""
        entry = {"seat": seat, "group": str(group), "secret": base64.b64encode(secret).decode()}
        self._change(lambda content: content["seats"].append(entry))

    def drop_seat(self, seat: int) -> None:
        """Forget a seat."""
        self._change(
            lambda content: content.update(seats=[entry for entry in content["seats"] if entry["seat"] != seat])
        )

    def prefer(self, **preferences: str) -> None:
        """Remember a language or a time zone."""
        self._change(lambda content: content["preferences"].update(preferences))

    def keep_recovery(self, kept: bool = True) -> None:
        """Remember that the recovery code was written down; or that it is a new one, which is not."""
        self._change(lambda content: content.update(recovery_kept=kept))

    @transaction.atomic
    def _change(self, change: Any) -> None:
        """Two phones may do this at once: read the row afresh, change it, write it."""
        person = Person.objects.select_for_update(no_key=True).get(pk=self.person.pk)
        self._content = self._open(bytes(person.keyring))
        change(self._content)
        self.person.keyring = lock_up(self.person, self.secret, self._content)
        self.person.save(update_fields=["keyring"])

"""Signing up, signing in, and the two ways back to a person's key."""

import base64
import secrets
import unicodedata

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.base.fields import random_id
from rooted.people.keyring import EMPTY, Keyring, context, lock_up
from rooted.people.models import Person

RECOVERY_BYTES = 20
BLOCK = 4  # characters
BLOCKS = 8


def fold_name(name: str) -> str:
    """A sign-in name in its one form: compatibility characters folded, lower case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def login_tag(name: str) -> bytes:
    """What stands in the database for a sign-in name: 32 bytes that need the instance key."""
    return seal.digest(b"login|" + fold_name(name).encode(), key=settings.INSTANCE_KEY)


def sign_up(*, name: str, passphrase: str) -> Keyring:
    """A new person with an empty keyring; refuses a sign-in name somebody has. Derives a key: not in a transaction."""
    person = Person(pk=random_id(), login_tag=login_tag(name), salt=secrets.token_bytes(16))
    secret = seal.new_key()
    code = secrets.token_bytes(RECOVERY_BYTES)
    person.secret_by_passphrase = _by_passphrase(person, secret, passphrase)
    _keep_code(person, secret, code)
    person.keyring = lock_up(person, secret, EMPTY)
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as error:
        raise name_taken() from error
    return Keyring(person, secret)


def name_taken() -> ValidationError:
    """The refusal of a sign-in name that somebody has."""
    return ValidationError({"name": _("Somebody here has this name. Choose another one.")})


def is_name_free(name: str) -> bool:
    """Whether nobody on this server signs in with `name`."""
    return not Person.objects.filter(login_tag=login_tag(name)).exists()


def sign_in(*, name: str, passphrase: str) -> Keyring | None:
    """The keyring of whoever has this name and passphrase. An unknown name costs the same one run of Argon2id."""
    tag = login_tag(name)
    person = Person.objects.filter(login_tag=tag).first()
    if person is None:
        _slow_key(passphrase, tag[:16])
        return None
    return unlock(person, passphrase)


def unlock(person: Person, passphrase: str) -> Keyring | None:
    """Open `person`'s keyring, or None if the passphrase is another one: opening it is the check."""
    key = _slow_key(passphrase, bytes(person.salt))
    try:
        secret = seal.decrypt(key, person.secret_by_passphrase, context(person, "passphrase"))
    except seal.Closed:
        return None
    return Keyring(person, secret)


def recover(*, name: str, code: str, passphrase: str) -> Keyring | None:
    """Open a keyring by its recovery code, however it was typed, and put a new passphrase in the old one's place."""
    person = Person.objects.filter(login_tag=login_tag(name)).first()
    raw = _code_bytes(code)
    if person is None or raw is None:
        return None
    try:
        secret = seal.decrypt(seal.subkey(raw, "recovery"), person.secret_by_recovery, context(person, "recovery"))
    except seal.Closed:
        return None
    keyring = Keyring(person, secret)
    change_passphrase(keyring, passphrase)
    keyring.drop_second()  # the way out when the second device is lost
    return keyring


@transaction.atomic
def renew_recovery(keyring: Keyring) -> None:
    """A new recovery code; the old one opens nothing from now on, and the new one is not written down yet."""
    person, code = keyring.person, secrets.token_bytes(RECOVERY_BYTES)
    _keep_code(person, keyring.secret, code)
    person.save(update_fields=["secret_by_recovery", "recovery_by_secret"])
    keyring.keep_recovery(kept=False)


def _keep_code(person: Person, secret: bytes, code: bytes) -> None:
    person.secret_by_recovery = seal.encrypt(seal.subkey(code, "recovery"), secret, context(person, "recovery"))
    person.recovery_by_secret = seal.encrypt(seal.subkey(secret, "recovery"), code, context(person, "code"))


def change_passphrase(keyring: Keyring, passphrase: str) -> None:
    """From now on only the new passphrase opens the keyring. The caller ends the other sessions."""
    person = keyring.person
    person.salt = secrets.token_bytes(16)
    person.secret_by_passphrase = _by_passphrase(person, keyring.secret, passphrase)
    person.save(update_fields=["salt", "secret_by_passphrase"])


def exchange_passphrase(person: Person, *, old: str, new: str) -> Keyring | None:
    """Put `new` in the place of the passphrase `old`; None if that is not the passphrase. Raises seal.Busy."""
    keyring = unlock(person, old)
    if keyring is not None:
        change_passphrase(keyring, new)
    return keyring


def recovery_blocks(keyring: Keyring) -> list[str]:
    """The recovery code as eight blocks of four characters, to be written down by hand."""
    code = _code(keyring)
    text = base64.b32encode(code).decode().lower()
    return [text[at : at + BLOCK] for at in range(0, len(text), BLOCK)]


def _code(keyring: Keyring) -> bytes:
    person = keyring.person
    return seal.decrypt(seal.subkey(keyring.secret, "recovery"), person.recovery_by_secret, context(person, "code"))


def asked_blocks(keyring: Keyring) -> tuple[int, int]:
    """Which two of the eight blocks are asked back: always the same two of one code, hard to tell beforehand."""
    first, second = seal.digest(b"asked" + _code(keyring), key=keyring.secret, size=2)
    first, second = first % BLOCKS, second % (BLOCKS - 1)
    return tuple(sorted((first + 1, (second if second < first else second + 1) + 1)))  # type: ignore[return-value]


def end_sessions(person: Person, *, but: str | None = None) -> int:
    """End every session of `person`, except the one with the key `but`; returns how many."""
    return person.sessions.exclude(session_key=but).delete()[0]


def erase_person(person: Person) -> None:
    """The account and its sessions are gone. Seats are given up before, by `groups`."""
    person.delete()


def fold_block(text: str) -> str:
    """A block of the code as typed: lower case, digits that look like letters put right, nothing else."""
    swapped = text.lower().translate(str.maketrans("018", "olb"))
    return "".join(character for character in swapped if character.isascii() and character.isalnum())


def _code_bytes(code: str) -> bytes | None:
    try:
        raw = base64.b32decode(fold_block(code).upper())
    except ValueError:
        return None
    return raw if len(raw) == RECOVERY_BYTES else None


def _slow_key(passphrase: str, salt: bytes) -> bytes:
    """One phone sends "é" as one character, another as two: both are the same passphrase (RFC 8265)."""
    return seal.slow_key(unicodedata.normalize("NFC", passphrase), salt)


def _by_passphrase(person: Person, secret: bytes, passphrase: str) -> bytes:
    return seal.encrypt(_slow_key(passphrase, bytes(person.salt)), secret, context(person, "passphrase"))

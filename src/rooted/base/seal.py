"""The sealing primitives: libsodium through PyNaCl, Argon2id through argon2-cffi. No other module imports them.

Every blob begins with one version byte, so that what version 1 sealed stays readable in later releases
(base/tests/test_seal.py keeps known answers). Keys are 32 bytes; text is UTF-8.
"""

import hmac
import secrets
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import nacl.exceptions
from argon2.low_level import Type, hash_secret_raw
from nacl.bindings import (
    crypto_box_seal_open,
    crypto_scalarmult_base,
    crypto_secretstream_xchacha20poly1305_init_pull,
    crypto_secretstream_xchacha20poly1305_init_push,
    crypto_secretstream_xchacha20poly1305_pull,
    crypto_secretstream_xchacha20poly1305_push,
    crypto_secretstream_xchacha20poly1305_state,
)
from nacl.encoding import RawEncoder
from nacl.hash import blake2b
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import Aead

VERSION = b"\x01"
KEY_BYTES = 32
SMALLEST_PAD = 256
STREAM_CHUNK = 65_536  # bytes of plain text in one piece of a stream; sealed it is 17 longer
_MESSAGE, _FINAL = 0, 3  # libsodium's tags: more follows, this was the last piece

# Argon2id costs (RFC 9106): 64 MiB, two passes, one lane for passphrases; 19 MiB for receipts.
PASSPHRASE_KIB = 65_536
RECEIPT_KIB = 19_456
PASSES = 2

# At most two runs at once (128 MiB); at most six may wait; the rest is told to try again in a moment.
_running = threading.BoundedSemaphore(2)
_admitted = threading.BoundedSemaphore(8)


class Closed(Exception):
    """This cannot be opened: the key is another one, or the bytes were changed or moved."""


class Busy(Exception):
    """Too many passphrases are being checked at this moment."""


def new_key() -> bytes:
    """32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def new_key_pair() -> tuple[bytes, bytes]:
    """A new X25519 pair as (public, secret), 32 bytes each."""
    pair = PrivateKey.generate()
    return bytes(pair.public_key), bytes(pair)


def public_of(secret: bytes) -> bytes:
    """The public key that belongs to `secret`."""
    return crypto_scalarmult_base(secret)


def digest(data: bytes, *, key: bytes = b"", size: int = 32) -> bytes:
    """BLAKE2b of `data`, keyed with `key` if given; `size` bytes."""
    return blake2b(data, digest_size=size, key=key, encoder=RawEncoder)


def subkey(key: bytes, label: str) -> bytes:
    """A key for one purpose, derived from `key`: BLAKE2b keyed with it, over the purpose's name."""
    return digest(b"rooted|" + label.encode(), key=key)


def equal(one: bytes, other: bytes) -> bool:
    """Compare without telling by time where they differ."""
    return hmac.compare_digest(one, other)


@contextmanager
def _a_place() -> Iterator[None]:
    if not _admitted.acquire(blocking=False):
        raise Busy
    try:
        with _running:
            yield
    finally:
        _admitted.release()


def slow_key(secret: str, salt: bytes, *, memory_kib: int | None = None, length: int = KEY_BYTES) -> bytes:
    """Argon2id (RFC 9106) of what a person knows: `length` bytes. Raises Busy when too many wait."""
    with _a_place():
        return hash_secret_raw(
            secret.encode(),
            salt,
            time_cost=PASSES,
            memory_cost=memory_kib or PASSPHRASE_KIB,
            parallelism=1,
            hash_len=length,
            type=Type.ID,
        )


def pad(data: bytes) -> bytes:
    """`data` filled up to 256, 512, 1024 … bytes, so that its length tells only a class."""
    size = SMALLEST_PAD
    while size < len(data) + 4:
        size *= 2
    return len(data).to_bytes(4, "big") + data + bytes(size - 4 - len(data))


def unpad(padded: bytes) -> bytes:
    """What `pad` was given."""
    length = int.from_bytes(padded[:4], "big")
    if length > len(padded) - 4:
        raise Closed
    return padded[4 : 4 + length]


def seal_to(public: bytes, data: bytes) -> bytes:
    """Seal `data` so that only the owner of `public`'s secret opens it; no proof of who wrote it. +49 bytes."""
    return VERSION + SealedBox(PublicKey(public)).encrypt(data)


def open_sealed(secret: bytes, blob: bytes | memoryview, public: bytes = b"") -> bytes:
    """Open what `seal_to` made; raises Closed. For many of one key, give `public` too: it is half of the work."""
    try:
        return crypto_box_seal_open(_body(blob), public or public_of(secret), secret)
    except (nacl.exceptions.CryptoError, ValueError, TypeError) as error:
        raise Closed from error


def encrypt(key: bytes, data: bytes, context: str) -> bytes:
    """XChaCha20-Poly1305 under `key`; opens only with the same `context` ("v1|circle|item|kind"). +41 bytes."""
    return VERSION + bytes(Aead(key).encrypt(data, context.encode()))


def decrypt(key: bytes, blob: bytes | memoryview, context: str) -> bytes:
    """Open what `encrypt` made; raises Closed."""
    try:
        return Aead(key).decrypt(_body(blob), context.encode())
    except (nacl.exceptions.CryptoError, ValueError, TypeError) as error:
        raise Closed from error


def stream_seal(key: bytes, pieces: Iterable[bytes], context: str) -> Iterator[bytes]:
    """secretstream_xchacha20poly1305: yields the header (25 bytes), then each piece sealed (+17), the last one marked.

    Opens only whole, in this order, and with the same `context`. `pieces` must hold at least one.
    """
    state = crypto_secretstream_xchacha20poly1305_state()
    yield VERSION + crypto_secretstream_xchacha20poly1305_init_push(state, key)
    tied, rest = context.encode(), iter(pieces)
    piece = next(rest)
    for following in rest:
        yield crypto_secretstream_xchacha20poly1305_push(state, piece, tied, _MESSAGE)
        piece = following
    yield crypto_secretstream_xchacha20poly1305_push(state, piece, tied, _FINAL)


def stream_open(key: bytes, header: bytes | memoryview, pieces: Iterable[bytes], context: str) -> Iterator[bytes]:
    """The pieces `stream_seal` was given, one by one; raises Closed when one is changed, moved or missing."""
    state, tied, tag = crypto_secretstream_xchacha20poly1305_state(), context.encode(), _MESSAGE
    try:
        crypto_secretstream_xchacha20poly1305_init_pull(state, _body(header), key)
        for piece in pieces:
            if tag == _FINAL:
                raise Closed
            plain, tag = crypto_secretstream_xchacha20poly1305_pull(state, bytes(piece), tied)
            yield plain
    except (nacl.exceptions.CryptoError, ValueError, TypeError) as error:
        raise Closed from error
    if tag != _FINAL:
        raise Closed


def _body(blob: bytes | memoryview) -> bytes:
    plain = bytes(blob)  # PostgreSQL may hand out a memoryview
    if plain[:1] != VERSION:
        raise Closed
    return plain[1:]

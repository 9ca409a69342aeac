"""A second device: six figures that change every 30 seconds (TOTP, RFC 6238), asked after the passphrase.

The secret lies in the keyring, which only the passphrase opens: it is checked after that, and a copy of the database
holds none. What was used once is refused; the clock may be 30 seconds off either way. After 20 wrong codes in a day
only the recovery code helps.
"""

from datetime import date, datetime

import pyotp
from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.people.keyring import Keyring

STEP_SECONDS = 30
DRIFT = (0, -1, 1)
MOST_WRONG = 20  # a day


def new_secret() -> str:
    """32 characters of base 32: 160 bits."""
    return pyotp.random_base32()


def in_blocks(secret: str) -> str:
    """The secret as it is typed into an app by hand."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))


def address_of(secret: str, *, host: str) -> str:
    """What an app reads from the picture."""
    return pyotp.TOTP(secret).provisioning_uri(name=host, issuer_name="Rooted")


def step_of(secret: str, code: str, *, now: datetime) -> int | None:
    """The 30-second step that `code` belongs to, at most one away from now; None for any other code."""
    present = int(now.timestamp()) // STEP_SECONDS
    maker = pyotp.TOTP(secret)
    steps = (present + drift for drift in DRIFT)
    return next((step for step in steps if seal.equal(maker.generate_otp(step).encode(), code.encode())), None)


def turn_on(keyring: Keyring, *, secret: str, code: str, now: datetime) -> bool:
    """Ask for codes of this secret from now on, if `code` is one of them; that one is used up."""
    step = step_of(secret, code, now=now)
    if step is not None:
        keyring.keep_second({"secret": secret, "last": step, "wrong_on": "", "wrong": 0})
    return step is not None


def use(keyring: Keyring, code: str, *, now: datetime) -> Keyring | None:
    """The keyring again, if `code` is a code of now that was not used before; else one more wrong one is counted."""
    today = now.date().isoformat()
    accepted = []

    def check(kept: dict) -> None:
        wrong = kept["wrong"] if kept["wrong_on"] == today else 0
        step = step_of(kept["secret"], code, now=now) if wrong < MOST_WRONG else None
        if step is not None and step > kept["last"]:
            kept |= {"last": step, "wrong_on": "", "wrong": 0}
            accepted.append(step)
        else:
            kept |= {"wrong_on": today, "wrong": wrong + 1}

    keyring.change_second(check)
    return keyring if accepted else None


def refusal(keyring: Keyring, *, today: date) -> str:
    """Why a code was not taken, as far as it may be told."""
    kept = keyring.second or {}
    if kept.get("wrong_on") == today.isoformat() and kept["wrong"] >= MOST_WRONG:
        return _("Too many wrong codes today. Use your recovery code, or wait until tomorrow.")
    return other_code()


def other_code() -> str:
    """What to do when a code is not right."""
    return _("This code is not right, or it was used already. Wait for the next one and write that.")

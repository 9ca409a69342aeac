"""Which passphrases are refused. No rules about capitals or signs: length and not being guessable are what counts."""

import functools
from collections.abc import Iterator

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from rooted.people.actions import fold_name

SHORTEST = 12
LONGEST = 200
FEWEST_DIFFERENT = 6


@functools.cache
def common() -> frozenset[str]:
    """The 20,000 commonest passwords (the list Django ships, by Royce Williams)."""
    return frozenset(CommonPasswordValidator().passwords)


def _cores(passphrase: str) -> Iterator[str]:
    """What is left of a passphrase when the usual decoration is taken off, or when it repeats itself."""
    low = "".join(passphrase.casefold().split())
    yield low
    yield low.strip("0123456789!?.,-_*#@$%&+= ")
    for size in range(1, len(low) // 2 + 1):
        if low[:size] * (len(low) // size) == low:
            yield low[:size]


def check(passphrase: str, *, name: str = "") -> None:
    """Refuse what is short or easily guessed, with a sentence that says what to do."""
    if len(passphrase) < SHORTEST:
        raise ValidationError(_("Make it longer: at least 12 characters. Five words with spaces are good."))
    if len(passphrase) > LONGEST:
        raise ValidationError(_("Make it shorter: at most 200 characters."))
    low = fold_name(passphrase)
    runs = "01234567890123456789abcdefghijklmnopqrstuvwxyzqwertyuiopasdfghjklzxcvbnm"
    plain = any(core in common() or core in runs or core in runs[::-1] for core in _cores(passphrase))
    about_name = bool(name) and len(low.replace(fold_name(name), "")) < SHORTEST // 2
    if plain or about_name or len(set(low)) < FEWEST_DIFFERENT:
        raise ValidationError(_("This is easy to guess. Take five words that have nothing to do with each other."))

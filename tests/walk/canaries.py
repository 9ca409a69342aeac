"""Fills every sealed field through the real views with a word that stands nowhere else.

A new SealedKind needs a driver in tests/walk/parts/<app>.py: a function that types canaries into the pages and says
which field got which. tests/walk/alone.py does it in a process and a database of its own, for the scan of its files.
"""

from django.utils import timezone

from rooted.groups.actions import new_founding_link
from tests.walk import parts
from tests.walk.journey import DRIVERS, Journey, fills

# Fields nobody types: choices, numbers, times. They are sealed too, but hold no word of their own.
NOT_TYPED = {
    "groups.seat": {"holds_recovery"},
    "intake.letter": {"brings", "way", "language", "promised", "at", "token"},
    "intake.answer": {"seat", "at"},
    "intake.note": {"seat", "at"},
}


@fills("groups.seat")
def found_a_group(journey: Journey) -> None:
    public = {"group_name": "Canaries", "address": journey.address, "languages": "en", "kind": "local", "listed": "yes"}
    passphrase = f"open with {journey.word('passphrase')}"
    person = {"name": journey.word("sign-in name"), "passphrase": passphrase, "passphrase_again": passphrase}
    control = {"area": journey.word("public"), "about": "We meet on Thursdays."}
    called = {"called": journey.word("groups.seat name")}
    path = new_founding_link(today=timezone.now().date())
    journey.send(journey.member, path, public | person | control | called)


@fills("intake.letter")
def drop_a_letter(journey: Journey) -> None:
    typed = {name: journey.word(f"intake.letter {name}") for name in ("text", "date", "reach")}
    fields = typed | {"brings": "trouble", "way": "reach"}
    journey.send(journey.stranger, f"/g/{journey.address}/letter/", fields)


@fills("intake.answer")
def answer_it(journey: Journey) -> None:
    fields = {"text": journey.word("intake.answer text"), "seen": "1"}
    journey.send(journey.member, journey.thread(), {})
    journey.member.post(f"{journey.thread()}answer/", fields)
    assert fields["text"] in journey.member.get(journey.thread()).content.decode()


@fills("intake.note")
def note_it(journey: Journey) -> None:
    fields = {"text": journey.word("intake.note text")}
    journey.member.post(f"{journey.thread()}note/", fields)
    assert fields["text"] in journey.member.get(journey.thread()).content.decode()


def undriven(kinds: dict[str, tuple[str, ...]]) -> list[str]:
    """Sealed kinds without a driver."""
    return [f"{kind} has no driver: add one to tests/walk/parts/ that fills it." for kind in kinds.keys() - DRIVERS]


def unfilled(kinds: dict[str, tuple[str, ...]], words: dict[str, str]) -> list[str]:
    """Fields that no driver filled and that are not on the list of what nobody types."""
    return [
        f"{kind}: the field {name!r} got no canary; let its driver fill it, or add it to NOT_TYPED."
        for kind, names in sorted(kinds.items())
        for name in names
        if f"{kind} {name}" not in words and name not in NOT_TYPED.get(kind, set())
    ]


NOT_TYPED |= parts.collected("NOT_TYPED", {})

"""Every form of the product that somebody writes in: who, what they type, how it can be wrong.

A new route gets a line in tests/walk/parts/<app>.py: in FORMS if something is typed, in BUTTONS if its POST has nothing
to write in, in READ_ONLY if it takes no POST.
"""

from django.urls import reverse

from conftest import PASSPHRASE, SPOKEN
from rooted.base import again
from rooted.intake.receipts import asked_back, new_token, parts_of
from rooted.people import actions
from tests.faults.typed import BAD, LINE, NEW, TEXT, Typed, TypedForm, file_given, letter_shown, looked, typed
from tests.walk import parts
from tests.walk.world import RECEIPT, World

GROUP = {
    "group_name": LINE, "area": "Harbour road & quay", "languages": "en", "kind": "local", "about": TEXT,
    "listed": "yes",
}  # fmt: skip
PERSON = {"name": "new otter key", "passphrase": NEW, "passphrase_again": NEW}


def _for_the_thread(world: World) -> Typed:
    """A note that a door carries along."""
    group, pk = world.people["member"].group.address, world.objects["thread"].pk
    kept = again.pack([["text", TEXT]])
    return {"next": reverse("intake:letter-note", args=[group, pk]), "kept": kept}


def _blocks(world: World) -> Typed:
    keyring = world.people["member"].keyring
    blocks = actions.recovery_blocks(keyring)
    return {f"block_{number}": blocks[number - 1] for number in actions.asked_blocks(keyring)}


def _code(world: World) -> str:
    return " ".join(actions.recovery_blocks(world.people["member"].keyring))


def _save(_world: World) -> Typed:
    first, second = (parts_of(RECEIPT)[place - 1] for place in sorted(asked_back(RECEIPT)))
    return {"receipt": RECEIPT, "first": first, "second": second}


FORMS = [
    TypedForm(
        "people:sign-in", "stranger", lambda world: {"name": "ana", "passphrase": PASSPHRASE, **_for_the_thread(world)},
        {"passphrase": "another passphrase"}, slow=True,
    ),
    TypedForm(
        "people:unlock", "locked", lambda world: {"passphrase": PASSPHRASE, **_for_the_thread(world)},
        {"passphrase": "another passphrase"}, slow=True,
    ),
    TypedForm(
        "people:recover", "stranger",
        lambda world: {"name": "ana", "code": _code(world), "passphrase": NEW, "passphrase_again": NEW},
        {"name": "somebody else"}, slow=True, stores=("people_person",),
    ),
    TypedForm(
        "people:recovery-check", "member", _blocks, lambda world: dict.fromkeys(_blocks(world), "zzzz"),
        stores=("people_person",),
    ),
    TypedForm(
        "people:passphrase-change", "member", typed(old=PASSPHRASE, passphrase=NEW, passphrase_again=NEW),
        {"old": "another passphrase"}, slow=True, stores=("people_person",),
    ),
    TypedForm(
        "people:preferences", "member", typed(language="ar", time_zone="Europe/Athens"), {"time_zone": "Nowhere"},
        stores=("people_person",), beside=frozenset({"time_zone"}),  # a list of choices cannot hold another one
    ),
    TypedForm(
        "home:own-data", "member", typed(passphrase=PASSPHRASE), {"passphrase": "another passphrase"}, slow=True,
        done=file_given,
    ),
    TypedForm("home:search", "member", typed(words=LINE), {"words": BAD}, done=looked),
    TypedForm(
        "home:leave-server", "member", typed(passphrase=PASSPHRASE), {"passphrase": "another passphrase"}, slow=True,
        stores=("people_person",),
    ),
    TypedForm(
        "groups:found", "stranger", typed(**GROUP, **PERSON, called="Otter & me"), {"area": BAD}, slow=True,
        settings={"FOUNDING": "anyone"}, stores=("groups_group",),
    ),
    TypedForm(
        "groups:found", "signed_in", typed(**GROUP, called="Otter & me"), {"area": BAD},
        settings={"FOUNDING": "anyone"}, stores=("groups_group",),
    ),
    TypedForm(
        "groups:found-invited", "stranger", typed(**GROUP, **PERSON, called="Otter & me"), {"area": BAD}, slow=True,
        stores=("groups_group",),
    ),
    TypedForm(
        "groups:join", "stranger", typed(words=SPOKEN), {"words": BAD}, slow=True,  # wrong words are counted
        done=lambda _form, response, _tables: b'name="called"' in response.content, name="groups:join, the words",
    ),
    TypedForm(
        "groups:join", "stranger", typed(words=SPOKEN, **PERSON, called="Otter & me"), {"called": BAD}, slow=True,
        stores=("groups_seat",), name="groups:join, the name",
    ),
    TypedForm(
        "groups:join", "signed_in", typed(words=SPOKEN, called="Otter & me"), {"called": BAD}, slow=True,
        stores=("groups_seat",),
    ),
    TypedForm(
        "groups:group-edit", "member",
        typed(**GROUP, address="quay-street", phone="0300 000 & 1", hour_text=LINE, promised_hours="72", outlook=TEXT),
        {"address": "No such, address"}, stores=("groups_group",),
    ),
    TypedForm("groups:seat-rename", "member", typed(called="Otter & <me>"), {"called": "x" * 61}),
    TypedForm(
        "intake:letter", "stranger",
        lambda _world: {
            "token": new_token(), "brings": "trouble", "text": TEXT, "date": "Friday & Monday", "way": "reach",
            "reach": LINE,
        },
        {"date": "x" * 201}, slow=True,
    ),
    TypedForm(
        "intake:receipt", "stranger", typed(receipt=RECEIPT), {"receipt": "no such words at all"}, slow=True,
        done=letter_shown,
    ),
    TypedForm(
        "intake:letter-save", "stranger", _save, {"first": "wrong one"}, slow=True, done=letter_shown,
        beside=frozenset({"first", "second"}),  # once they were right, the page that comes asks for the receipt alone
    ),
    TypedForm(
        "intake:letter-more", "stranger", lambda _world: {"receipt": RECEIPT, "token": new_token(), "text": TEXT},
        {"text": BAD}, slow=True,
    ),
    TypedForm(
        "intake:letter-delete", "stranger", typed(receipt=RECEIPT, sure="yes"), {"receipt": "no such words at all"},
        slow=True, beside=frozenset({"sure"}),  # asked once more
    ),
    TypedForm(
        "intake:letter-answer", "member", typed(seen="1", text=TEXT), {"seen": "0"}, stores=("intake_message",),
        beside=frozenset({"seen"}),  # comes back as the new number, with what was said meanwhile above it
    ),
    TypedForm("intake:letter-note", "member", typed(text=TEXT), {"text": "x" * 2_001}, stores=("intake_note",)),
]  # fmt: skip

# A POST with nothing to write in: a button, a choice.
BUTTONS = {
    "base:language-set",
    "people:lock",
    "people:sign-out",
    "people:sessions-end",
    "groups:invite",
    "groups:invitation-withdraw",
    "groups:reseat",
    "groups:removal-propose",
    "groups:removal-confirm",
    "groups:removal-withdraw",
    "groups:rotation",
    "groups:seat-part",
    "intake:letter-take",
    "intake:letter-release",
    "intake:letter-close",
    "intake:letter-reopen",
    "imports:import-forward",
    "imports:import-clear",
}

# Pages that take no POST, or answer one like a GET.
READ_ONLY = {
    "base:leave",
    "base:patterns",
    "base:robots",
    "base:source",
    "base:source-archive",
    "groups:group",
    "groups:seat-list",
    "home:board",
    "home:front",
    "home:home",
    "home:privacy",
    "intake:letter-list",
    "intake:letter-detail",
    "people:recovery",
    "people:you",
    "places:town-list",
    "imports:import-detail",
    "imports:import-list",
    "struggles:struggle-detail",
    "struggles:struggle-list",
}

FORMS += parts.collected("FORMS", [])
BUTTONS |= parts.collected("BUTTONS", set())
READ_ONLY |= parts.collected("READ_ONLY", set())


def unknown(names: set[str]) -> list[str]:
    """For each route that stands in none of the three lists: what to add."""
    known = {form.route for form in FORMS} | BUTTONS | READ_ONLY
    lines = [
        f"{name} is in no list of tests/walk/parts/: add a TypedForm with what people type, or put it into BUTTONS "
        "or READ_ONLY."
        for name in sorted(names - known)
    ]
    return lines + [
        f"{name} is in tests/faults/forms.py, but no route has that name." for name in sorted(known - names)
    ]

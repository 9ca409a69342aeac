"""What the walks know of groups for each other."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from conftest import found, newcomer
from rooted.groups.actions import new_founding_link
from rooted.intake.conversation import open_thread
from rooted.intake.receipts import keys_of, new_token
from rooted.intake.sealed import ASKED
from rooted.support.actions import ask_to_start, offer_help, start_hosting
from rooted.support.importing import import_directory
from rooted.support.introductions import answer_introduction, propose_introduction
from rooted.support.models import HelpEntry, Introduction, Pairing, Wish
from rooted.support.pairings import agree_to_stand_by, ask_to_stand_by, write_to_the_group
from rooted.support.tests.make import group_line, list_file
from tests.faults.typed import BAD, LINE, TEXT, TypedForm, typed
from tests.walk.journey import fills
from tests.walk.world import canary

STARTS, ALSO = "lantern apple third harbour ninety", "third third apple lantern harbour"  # words of two who are asked
MET, OTHER = "harbour harbour lantern ninety apple", "ninety ninety lantern apple third"  # of two who said yes
NEXT_WEEK = (timezone.localdate() + timedelta(days=7)).isoformat()
OBJECTS = {
    "support": "pairing",
    "support:directory-hide": "imported entry",
    "support:directory-show": "imported entry",
    "support:wish-detail": "wish",
    "support:founding-link-give": "wish",
    "support:introduction-propose": "wish",
    "support:pairing-ask": "help entry",
}
NOT_TYPED = {
    "support.wish": {"town_id", "alone", "introduce"},
    "support.ask": {"at"},
    "support.key": {"secret"},
    "support.message": {"group", "at"},
    "support.steps": {"steps", "at"},
}


def make_objects(world) -> None:
    """Docks hosts, and stands by a third group; depot stands by a fourth; two wrote to docks and are both asked."""
    ana, cem, now = world.people["member"], world.people["other"], timezone.now()
    gil, ida = found(newcomer("gil"), "Third"), found(newcomer("ida"), "Fourth")
    world.sealed["town"], world.sealed["pairing"] = canary(), canary()
    for member in (ana, cem):
        start_hosting(member.group, today=now.date())
    first, second = wish(ana, STARTS, world.sealed["town"]), wish(ana, ALSO, world.sealed["town"])
    world.objects |= {
        "wish": first,
        "foreign wish": wish(cem, STARTS + " two", "Elsewhere"),
        "introduction": propose_introduction(ana.seat, first, second, today=now.date()),
        "pairing": pairing(gil, ana, world.sealed["pairing"]),
        "foreign pairing": pairing(ida, cem, "Between the others"),
        "help entry": offer_help(gil.group, languages=["en"], kinds=["starting"], area="Quay", about="Ask us."),
        "foreign help entry": offer_help(cem.group, languages=["en"], kinds=["work"], area="Yard", about="Ask."),
    }
    world.objects["met introduction"] = met(ana, world.sealed["town"])
    import_directory(list_file(group_line(1), group_line(2)), today=now.date())
    one, other = HelpEntry.objects.filter(group=None).order_by("name")
    world.objects |= {"imported entry": one, "foreign imported entry": other}


def wish(member, receipt, town) -> Wish:
    said = {"town": town, "town_id": None, "alone": True, "introduce": True}
    letter = dict.fromkeys(ASKED, "") | {"brings": "start", "text": "We want to start.", "way": "words"}
    keys = keys_of(receipt)
    ask_to_start(member.group, keys=keys, letter=letter, wish=said, language="en", now=timezone.now())
    return Wish.objects.get(thread__lookup=keys.lookup)


def met(member, town) -> Introduction:
    pair = [wish(member, words, town) for words in (MET, OTHER)]
    made = propose_introduction(member.seat, *pair, today=timezone.now().date())
    for words in (MET, OTHER):
        opened = open_thread(keys_of(words))
        answer_introduction(opened, made.pk, yes=True, text="I drive the 14.", now=timezone.now())
    return made


def pairing(asking, standing, text) -> Pairing:
    now = timezone.now()
    made = ask_to_stand_by(asking.seat, standing.group, text="Will you?", byline="", now=now)
    agree_to_stand_by(made, standing.seat, now=now)
    write_to_the_group(made, asking.seat, text=text, byline="", now=now)
    return Pairing.objects.get(pk=made.pk)


@fills("support.wish")
def wish_to_start(journey) -> None:
    journey.member.post(reverse("support:host", args=[journey.address]), {"hosts": "yes"})
    typed_here = {
        "text": "We want to start.",
        "town": journey.word("support.wish town"),
        "alone": "yes",
        "way": "words",
    }
    path = reverse("support:start-letter", args=[journey.address])
    journey.send(journey.stranger, path, typed_here | {"introduce": "on"})
    assert (
        typed_here["town"] in journey.member.get(reverse("support:wish-list", args=[journey.address])).content.decode()
    )
    for gone in Wish.objects.all():
        gone.thread.delete()  # the other drivers know of one letter alone


@fills("support.ask")
def ask_another_group(journey) -> None:
    helper = other_group()
    journey.helper = helper
    helper.post(reverse("support:help-entry", args=["helpers"]), OFFER)
    entry = HelpEntry.objects.get(group__address="helpers")
    fields = {name: journey.word(f"support.ask {name}") for name in ("text", "byline")}
    journey.send(journey.member, reverse("support:pairing-ask", args=[journey.address, entry.pk]), fields)
    page = helper.get(reverse("support:pairing-detail", args=["helpers", Pairing.objects.get().pk]))
    assert fields["text"] in page.content.decode()


@fills("support.key")
def agree(journey) -> None:
    journey.helper.post(reverse("support:pairing-agree", args=["helpers", Pairing.objects.get().pk]))


@fills("support.message")
def write_to_both(journey) -> None:
    fields = {name: journey.word(f"support.message {name}") for name in ("text", "byline")}
    pk = Pairing.objects.get().pk
    journey.member.post(reverse("support:pairing-write", args=[journey.address, pk]), fields)
    page = journey.helper.get(reverse("support:pairing-detail", args=["helpers", pk])).content.decode()
    assert fields["text"] in page
    assert fields["byline"] in page


@fills("support.steps")
def show_steps(journey) -> None:
    journey.member.post(reverse("support:steps-show", args=[journey.address, Pairing.objects.get().pk]))


OFFER = {"offered": "yes", "kinds": ["starting"], "languages": ["en"], "area": "Quay", "about": "Ask us."}


def other_group() -> Client:
    """Somebody in front of a browser of their own who founded the group at /g/helpers/."""
    client, passphrase = Client(), "three herons on the harbour wall"
    public = {
        "group_name": "Helpers",
        "languages": "en",
        "kind": "local",
        "listed": "yes",
        "area": "Quay",
        "about": "Yes.",
    }
    person = {"name": "helper otter", "passphrase": passphrase, "passphrase_again": passphrase, "called": "Hel"}
    answer = client.post(new_founding_link(today=timezone.now().date()), public | person)
    assert answer.status_code == 302, answer.content.decode()
    return client


def _own_introduction(name, words, **said):
    return lambda world: {"receipt": words, "introduction": str(world.objects[name].pk), **said}


def _message(world):
    return _own_introduction("met introduction", MET, text=TEXT)(world) | {"token": new_token()}


FORMS = [
    TypedForm(
        "support:start-letter", "stranger",
        lambda _world: {
            "token": new_token(), "brings": "start", "text": TEXT, "way": "reach", "reach": LINE, "town": LINE,
            "alone": "yes", "introduce": "on",
        },
        {"reach": "x" * 301}, slow=True, stores=("support_wish",),
        beside=frozenset({"introduce"}),  # a tick comes back as a tick, without a value
    ),
    TypedForm(
        "support:start-back", "stranger", typed(receipt=STARTS), {"receipt": "no such words at all"}, slow=True,
        done=lambda _form, response, _tables: b"Back to my letter" in response.content,
    ),
    TypedForm(
        "support:introduction-answer", "stranger", _own_introduction("introduction", STARTS, answer="yes", text=TEXT),
        {"text": "x" * 601},
        slow=True, stores=("support_introduction",),
    ),
    TypedForm(
        "support:introduction-write", "stranger", _message, {"text": BAD}, slow=True,
        stores=("support_introductionmessage",),
    ),
    TypedForm(
        "support:host", "member", typed(hosts="no"), {"hosts": "perhaps"}, stores=("support_host",),
        beside=frozenset({"hosts"}),  # choices cannot hold another one
    ),
    TypedForm(
        "support:help-entry", "member",
        typed(offered="yes", kinds="work", languages="en", area=LINE, about=TEXT), {"area": "x" * 121},
        stores=("support_helpentry",),
    ),
    TypedForm(
        "support:founding-link-give", "member", typed(seen="1", text=TEXT), {"seen": "0"}, stores=("support_wish",),
        beside=frozenset({"seen"}),  # comes back as the new number
    ),
    TypedForm(
        "support:pairing-ask", "member", typed(text=TEXT, byline=LINE), {"byline": "x" * 61},
        stores=("support_pairing",),
    ),
    TypedForm(
        "support:pairing-write", "member", typed(text=TEXT, byline=LINE), {"byline": "x" * 61},
        stores=("support_pairingmessage",),
    ),
    TypedForm("support:call-set", "member", typed(day=NEXT_WEEK), {"day": "soon"}, stores=("support_pairing",)),
]  # fmt: skip
BUTTONS = {
    "support:directory-hide",
    "support:directory-show",
    "support:directory-import",
    "support:introduction-propose",
    "support:pairing-agree",
    "support:pairing-end",
    "support:steps-hide",
    "support:steps-show",
}
READ_ONLY = {
    "support:help-export",
    "support:help-list",
    "support:pairing-detail",
    "support:start",
    "support:together",
    "support:wish-detail",
    "support:wish-list",
}

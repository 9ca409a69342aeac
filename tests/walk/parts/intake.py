"""What the walks need of the letters beside what tests/walk/world.py makes."""

import re

from django.urls import reverse
from django.utils import timezone

from rooted.groups.models import Group
from rooted.intake.book import keep
from rooted.intake.interpreting import make_link
from rooted.intake.models import BookEntry, QuickAnswer
from rooted.intake.receipts import new_token
from rooted.struggles.tests import make
from tests.faults.typed import BAD, LINE, TEXT, TypedForm, typed
from tests.walk.journey import Journey, fills

SPOKEN = "apple harbour lantern ninety"  # the words of the interpreter's link
ENTRY = {"name": "Advice centre", "what": "Debts", "languages": "en", "phone": "", "area": ""}


def make_objects(world) -> None:
    now = timezone.now()
    for prefix, role in (("", "member"), ("foreign ", "other")):
        seat = world.people[role].seat
        thread = world.objects[f"{prefix}thread"]
        quick = {"name": "Where we meet", "texts": {"en": "At the laundry."}}
        world.objects |= {
            f"{prefix}interpreter link": make_link(thread, seat=seat, spoken=SPOKEN, now=now),
            f"{prefix}book entry": keep(BookEntry, dict(ENTRY), seat=seat, now=now),
            f"{prefix}quick answer": keep(QuickAnswer, quick, seat=seat, now=now),
        }


OBJECTS = {
    "intake:interpret": "interpreter link",
    "intake:interpreter-withdraw": "interpreter link",
    "intake:book-edit": "book entry",
    "intake:book-erase": "book entry",
    "intake:quick-edit": "quick answer",
    "intake:quick-erase": "quick answer",
    "intake:struggle-ask": "struggle",
}
NOT_TYPED = {
    "intake.question": {"brings", "date", "way", "language", "promised", "at", "about", "about_url"},
    "intake.spoken": {"brings", "way", "language", "promised", "at", "how", "seat"},
    "intake.rendering": {"at"},
    "intake.danger": {"marks", "seat", "at"},
    "intake.outcome": {"outcome", "brings", "language"},
    "intake.tally": {"counts"},
    "intake.entry": {"seat", "at"},
    "intake.quick": {"seat", "at"},
}


@fills("intake.question")
def ask_about_a_record(journey: Journey) -> None:
    """A reader of a record that the group published; what it is about is public, that somebody asks is not."""
    record = make.struggle(Group.objects.get(address=journey.address))
    typed_in = {name: journey.word(f"intake.question {name}") for name in ("text", "reach")}
    journey.send(journey.stranger, reverse("intake:struggle-ask", args=[record.public_id]), typed_in | {"way": "reach"})


@fills("intake.danger")
def mark_it(journey: Journey) -> None:
    word = journey.word("intake.danger words")
    journey.send(journey.member, f"{journey.thread()}danger/", {"marks": ["shared"], "words": word})
    assert word in journey.member.get(journey.thread()).content.decode()


@fills("intake.rendering")
def interpret_it(journey: Journey) -> None:
    page = journey.member.post(f"{journey.thread()}interpreter/").content.decode()
    path = re.search(r'href="https?://[^/"]+(/[^"]+)" dir="ltr"', page)[1]
    words = " ".join(re.findall(r"<li><bdi>(.*?)</bdi></li>", page))
    word = journey.word("intake.rendering text")
    answer = journey.stranger.post(path, {"words": words, "text": word})
    assert "The group has your text." in answer.content.decode()
    assert word in journey.member.get(journey.thread()).content.decode()


@fills("intake.entry")
def fill_the_book(journey: Journey) -> None:
    fields = {name: journey.word(f"intake.entry {name}") for name in ("name", "what", "languages", "phone", "area")}
    journey.send(journey.member, f"/g/{journey.address}/letters/book/add/", fields)


@fills("intake.quick")
def write_a_quick_answer(journey: Journey) -> None:
    fields = {"name": journey.word("intake.quick name"), "text_en": journey.word("intake.quick texts")}
    journey.send(journey.member, f"/g/{journey.address}/letters/quick/add/", fields)


@fills("intake.outcome")
def close_it(journey: Journey) -> None:
    journey.member.post(f"{journey.thread()}close/", {"outcome": "met"})
    journey.member.post(f"{journey.thread()}reopen/")


@fills("intake.tally")
def count_it(journey: Journey) -> None:
    page = journey.member.get(f"/g/{journey.address}/letters/counts/").content.decode()
    assert "We met" in page


@fills("intake.spoken")
def write_a_spoken_letter_down(journey: Journey) -> None:
    """Last: from now on there are two letters."""
    typed_in = {name: journey.word(f"intake.spoken {name}") for name in ("text", "date", "reach")}
    fields = typed_in | {"how": "phone", "language": "ro", "brings": "trouble"}
    journey.send(journey.member, f"/g/{journey.address}/letters/spoken/", fields)


def _inserted(_form: TypedForm, response, _tables: list[str]) -> bool:
    return response.status_code == 200 and b"At the laundry." in response.content


def _quick(world) -> dict[str, str]:
    return {"text": TEXT, "seen": "1", "quick": f"{world.objects['quick answer'].pk}.en"}


INBOX = {
    "question": LINE, "accepted": TEXT, "asks": "always", "asks_above": "10", "holds_above": "30", "takes": "no",
    "shut_text": LINE, "reopens_on": "2030-01-02",
}  # fmt: skip

FORMS = [
    TypedForm(
        "intake:struggle-ask", "stranger",
        lambda _world: {"token": new_token(), "text": TEXT, "way": "reach", "reach": LINE}, {"reach": "x" * 301},
        slow=True,
    ),
    TypedForm(
        "intake:letter-spoken", "member",
        lambda _world: {
            "token": new_token(), "how": "door", "language": "ro", "brings": "trouble", "text": TEXT,
            "date": "Friday & Monday", "reach": LINE, "words": LINE,
        },
        {"date": "x" * 201}, slow=True,
    ),
    TypedForm("intake:letter-danger", "member", typed(marks="shared", words=LINE), {"words": "x" * 301}),
    TypedForm(
        "intake:letter-insert", "member", _quick, {"quick": "nothing such"}, done=_inserted, stores=(),
        beside=frozenset({"quick"}),  # it stands in the text now
    ),
    TypedForm("intake:inbox-edit", "member", typed(**INBOX), {"asks_above": "0"}, stores=("intake_inbox",)),
    TypedForm("intake:book-add", "member", typed(name=LINE, what=TEXT, phone="1", area=LINE), {"name": BAD}),
    TypedForm("intake:book-edit", "member", typed(name=LINE, what=TEXT, phone="1", area=LINE), {"name": BAD}),
    TypedForm("intake:quick-add", "member", typed(name=LINE, text_en=TEXT), {"name": BAD}),
    TypedForm("intake:quick-edit", "member", typed(name=LINE, text_en=TEXT), {"name": BAD}),
    TypedForm(
        "intake:interpret", "stranger", typed(words=SPOKEN, text=TEXT), {"text": BAD}, slow=True,
        stores=("intake_note",),
    ),
]  # fmt: skip
BUTTONS = {
    "intake:interpreter-invite",
    "intake:interpreter-share",
    "intake:interpreter-withdraw",
    "intake:book-erase",
    "intake:quick-erase",
    "intake:held-release",
    "intake:held-erase",
}
READ_ONLY = {"intake:book-list", "intake:quick-list", "intake:held-list", "intake:letter-counts"}

"""What stands beside the invented letters: a spoken one, marks, quick answers, an address book. Nobody here exists."""

from datetime import datetime, timedelta

from rooted.groups.models import Seat
from rooted.intake.actions import close_thread, enter_letter
from rooted.intake.book import keep
from rooted.intake.danger import mark_danger
from rooted.intake.inbox import decide
from rooted.intake.models import BookEntry, QuickAnswer
from rooted.intake.receipts import keys_of, new_token, receipt_of

ENTRIES = [
    (
        "Harrowmere debt desk",
        "Advice on debts and rent, without appointment. Tuesdays from nine.",
        "en, pl",
        "Quay Street",
    ),
    ("Laundry workers’ union, branch 4", "Ask for the shift before nine in the evening.", "en, ar", "Saltend"),
    ("Night bus for papers", "Two people who go along to the migration office.", "en, ar, sw", "Merrowgate"),
]
QUICK = [
    (
        "When and where we meet",
        {
            "en": "We meet on Wednesdays from six to eight in the back room of the Tide Laundry. Step-free.",
            "pl": "Spotykamy się w środy od osiemnastej do dwudziestej na zapleczu pralni Tide.",
            "ar": "نلتقي كل أربعاء من السادسة إلى الثامنة مساءً في الغرفة الخلفية للمغسلة.",
        },
    ),
    ("Do not sign", {"en": "Do not sign anything and do not resign yet. Bring the letter, we read it together."}),
]
SPOKEN = {
    "brings": "trouble",
    "text": "She rang from her cousin’s phone. Ten of them at the packing hall got no pay for a week.",
    "date": "",
    "way": "reach",
    "reach": "01632 960 077, her cousin. Between six and seven only.",
}
OLD = {
    "brings": "join",
    "text": "I read your paper at the bus stop. May I come and see?",
    "date": "",
    "way": "come",
    "reach": "",
}
QUESTION = {
    "question": "What stands in the middle of Saltend square?",
    "accepted": "a crane\nthe crane\ncrane\nżuraw\nرافعة",
}


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """Docks in full swing: what came by phone, what they answer often, whom they send people on to."""
    ana, bo = seats["docks"]["Ana"], seats["docks"]["Bo"]
    for name, what, languages, area in ENTRIES:
        content = {"name": name, "what": what, "languages": languages, "phone": "", "area": area}
        keep(BookEntry, content, seat=ana, now=now)
    for name, texts in QUICK:
        keep(QuickAnswer, {"name": name, "texts": texts}, seat=bo, now=now)
    _spoken(ana, SPOKEN, "ro", now - timedelta(hours=3), marks=["shared", "voicemail"], words="Never say why you call.")
    old = _spoken(bo, OLD, "en", now - timedelta(days=24))
    close_thread(old, today=(now - timedelta(days=20)).date(), seat=bo, outcome="member")
    decide(
        ana.group, **QUESTION, asks="many", asks_above=20, holds_above=60, takes="yes", shut_text="", reopens_on=None,
        today=now.date(),
    )  # fmt: skip


def _spoken(seat, letter, language, came, *, marks=(), words=""):
    receipt = receipt_of(new_token(), group=seat.group_id, language=language)
    thread = enter_letter(seat=seat, keys=keys_of(receipt), letter=letter, how="phone", language=language, now=came)
    if marks:
        mark_danger(thread, seat=seat, marks=marks, words=words, now=came)
    return thread

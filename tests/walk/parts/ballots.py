"""What the walks need of questions, votes and tellers."""

from django.urls import reverse
from django.utils import timezone

from rooted.ballots import actions, counting_again, counting_hands
from rooted.ballots.lots import type_number
from rooted.ballots.methods import Asked, Rules
from rooted.ballots.reading import sittings
from rooted.groups.access import seat_at
from rooted.people.actions import sign_in
from tests.faults.typed import TypedForm
from tests.walk.journey import Journey, fills
from tests.walk.world import World, canary

HANDS = {"present": "20", "hands_yes": "12", "hands_no": "3", "hands_abstain": "1"}
SLIPS = {"present": "20", "piles": "12: A > B", "slips": "3", "rank_0": "1"}
SLIPS = {"present": "20", "piles": "12: A > B", "slips": "3", "rank_0": "1"}
NOT_TYPED = {
    "ballots.question": {"question", "method", "rules", "closes_at", "seat"},
    "ballots.vote": {"elector", "choice", "how", "by", "confirmed_by", "before"},
    "ballots.sitting": {"sitting", "language", "check", "seat", "again"},
    "ballots.codes": {"sitting"},
    "ballots.earlier": {"sitting", "counts", "reasons"},
    "ballots.count": {"figures", "present", "reasons", "proof"},
    "ballots.number": {"question"},
    "ballots.result": {"question", "result", "seat"},
}


def make_objects(world: World) -> None:
    """A question that raises hands in one sitting; its codes are what a form types."""
    world.sealed["question"] = canary()
    member = world.people["member"]
    asked = Asked(world.sealed["question"], "", "majority")
    prepared = counting_hands.prepare_sittings(member.group, [("Early", "en")])
    today = timezone.localdate()
    actions.open_question(member.seat, asked, mode="hands", today=today, sittings=prepared)
    world.objects["teller's code"] = prepared[0].codes[0]
    asked = Asked("Stewards", "", "ranked-one", ("Ana", "Bo"))
    slips = counting_hands.prepare_sittings(member.group, [("Early", "en")])
    actions.open_question(member.seat, asked, mode="hands", today=today, sittings=slips)
    world.objects["code for slips"] = slips[0].codes[0]


def opened_seat(journey: Journey):
    """The seat of the journey's member, opened as signing in does."""
    passphrase = f"open with {journey.words['passphrase']}"
    return seat_at(sign_in(name=journey.words["sign-in name"], passphrase=passphrase), journey.address)


@fills("ballots.question")
def ask_the_members(journey: Journey) -> None:
    """A vote between options; the pages that do this are those of proposals, which needs a second member for it."""
    words = {name: journey.word(f"ballots.question {name}") for name in ("title", "text", "options")}
    asked = Asked(words["title"], words["text"], "approval", (words["options"], "Something else"))
    journey.question = actions.open_question(opened_seat(journey), asked, mode="members", today=timezone.localdate())


@fills("ballots.vote")
def vote_on_it(journey: Journey) -> None:
    reason = journey.word("ballots.vote reason")
    actions.cast_vote(journey.question, seat=opened_seat(journey), choice=[0], reason=reason, now=timezone.now())


@fills("ballots.result")
def close_it(journey: Journey) -> None:
    actions.close_question(journey.question, seat=opened_seat(journey), today=timezone.localdate())


@fills("ballots.number")
def type_the_number(journey: Journey) -> None:
    """The pages that do this are the assembly's."""
    asked = Asked("Who speaks", "", "lots", ("Ana", "Bo"), Rules(seed="Saturday's numbers"))
    lots = actions.open_question(opened_seat(journey), asked, mode="members", today=timezone.localdate())
    type_number(lots, seat=opened_seat(journey), number=journey.word("ballots.number typed"))


@fills("ballots.sitting")
def ask_a_sitting(journey: Journey) -> None:
    seat = opened_seat(journey)
    prepared = counting_hands.prepare_sittings(seat.group, [(journey.word("ballots.sitting name"), "en")])
    asked = Asked("Stay outside", "", "majority")
    journey.hands = actions.open_question(seat, asked, mode="hands", today=timezone.localdate(), sittings=prepared)


@fills("ballots.codes")
def read_the_codes(journey: Journey) -> None:
    """Nobody types them: the words stand on the tellers' sheets."""
    (sitting,) = sittings(journey.hands, opened_seat(journey))
    journey.words |= dict(zip(("ballots.codes first", "ballots.codes second"), sitting.codes, strict=True))


@fills("ballots.count")
def count_hands(journey: Journey) -> None:
    for name in ("first", "second"):
        fields = {"code": journey.words[f"ballots.codes {name}"], **HANDS}
        answer = journey.stranger.post(reverse("ballots:count", args=[journey.address]), fields)
        assert b">Go on<" not in answer.content, "the code was refused"


@fills("ballots.earlier")
def count_again(journey: Journey) -> None:
    """Nobody types it: it is what the tellers typed before. In a group of one member one is enough to ask for it."""
    seat, today = opened_seat(journey), timezone.localdate()
    assert counting_again.count_again(journey.hands, seat=seat, place=1, today=today)


FORMS = [
    TypedForm(
        "ballots:count", "stranger", lambda world: {"code": world.objects["code for slips"], **SLIPS},
        {"piles": "12: A > Z"}, slow=True, stores=("ballots_sittingcount",),
    ),
    TypedForm(
        "ballots:count", "stranger", lambda world: {"code": world.objects["teller's code"], **HANDS},
        {"hands_no": "many"}, slow=True, stores=("ballots_sittingcount",),
    ),
]  # fmt: skip

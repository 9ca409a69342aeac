"""What the walks need of proposals, remarks, other words for them, votes and rules."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from rooted.ballots.actions import cast_vote, enter_vote
from rooted.ballots.methods import Rules
from rooted.ballots.models import Elector
from rooted.proposals import proposing, voting
from rooted.proposals.models import Proposal
from rooted.proposals.proposing import Draft, Terms
from tests.faults.typed import BAD, LINE, TEXT, TypedForm, typed
from tests.walk.journey import Journey, fills
from tests.walk.parts.ballots import opened_seat
from tests.walk.world import World, canary

TWO = "The first paragraph.\n\nThe second one."
IN_TEN_DAYS = (timezone.localdate() + timedelta(days=10)).isoformat()


def make_objects(world: World) -> None:
    """In Docks one in each state; in Depot, where one member is alone, a draft that nobody seconded."""
    today, now = timezone.localdate(), timezone.now()
    world.sealed |= {name: canary() for name in ("proposal", "remark", "other words", "objection")}
    first, second = (world.people[role].seat for role in ("member", "second"))
    made = _draft(first, world.sealed["proposal"])
    proposing.add_remark(made, seat=first, about="", text=world.sealed["remark"], now=now)
    said = {"after": world.sealed["other words"], "why": "Why not."}
    words = proposing.suggest_amendment(made, seat=second, number=0, **said, seen=1, now=now)
    ready = _draft(first, "Seconded")
    proposing.second_proposal(ready, seat=second, seen=1, today=today)
    world.objects |= {"draft": made, "other words": words, "seconded": ready}
    world.objects |= {"voted on": _open(first, second, "Voted on", "consent"), "by hands": _hands(first, second)}
    world.objects["lots"] = _lots(first, second)
    question = world.objects["voted on"].question
    reason = world.sealed["objection"]
    cast_vote(question, seat=second, choice="object", reason=reason, now=now)
    third = Elector.objects.get(question=question, seat=world.people["third"].seat.pk)
    world.objects["elector"] = enter_vote(question, seat=first, elector=third, choice="agree", how="phone", now=now)
    world.objects["decided"] = _decided(first, second)
    other = world.people["other"].seat
    foreign = _draft(other, "Of the depot.")
    world.objects |= dict.fromkeys(
        [f"foreign {name}" for name in ("draft", "seconded", "voted on", "by hands", "lots", "decided")], foreign
    )
    world.objects["foreign other words"] = proposing.suggest_amendment(
        foreign, seat=other, number=0, after="Depot.", why="", seen=1, now=now
    )
    world.objects["foreign elector"] = _foreign_elector(other)


def _draft(seat, title: str, method: str = "majority", options: tuple[str, ...] = (), **terms) -> Proposal:
    draft = Draft(title, TWO, method, options, Terms(**terms))
    return proposing.add_proposal(seat, draft, today=timezone.localdate())


def _open(first, second, title: str, method: str, renewed: str = "", **how) -> Proposal:
    made = _draft(first, title, method, renewed=renewed)
    proposing.second_proposal(made, seat=second, seen=1, today=timezone.localdate())
    opening = voting.Opening(how.pop("mode", "members"), **how)
    voting.open_vote(made, seat=first, opening=opening, seen=1, now=timezone.now())
    return Proposal.objects.get(pk=made.pk)


def _hands(first, second) -> Proposal:
    return _open(first, second, "By hands", "consent", mode="hands", sittings=[("Early", "en"), ("Late", "en")])


def _lots(first, second) -> Proposal:
    made = _draft(first, "Who speaks", "lots", ("Ana", "Bo", "Gul"))
    proposing.second_proposal(made, seat=second, seen=1, today=timezone.localdate())
    opening = voting.Opening("members", Rules(seed="The lottery of Saturday"))
    voting.open_vote(made, seat=first, opening=opening, seen=1, now=timezone.now())
    return Proposal.objects.get(pk=made.pk)


def _lots(first, second) -> Proposal:
    made = _draft(first, "Who speaks", "lots", ("Ana", "Bo", "Gul"))
    proposing.second_proposal(made, seat=second, seen=1, today=timezone.localdate())
    opening = voting.Opening("members", Rules(seed="The lottery of Saturday"))
    voting.open_vote(made, seat=first, opening=opening, seen=1, now=timezone.now())
    return Proposal.objects.get(pk=made.pk)


def _decided(first, second) -> Proposal:
    """Its time is over, and it was carried and closed; it is renewed every day."""
    now = timezone.now()
    made = _open(first, second, "Decided", "majority", renewed="day", closes_at=now + timedelta(minutes=1))
    cast_vote(made.question, seat=first, choice="yes", now=now)
    voting.close_vote(made, seat=first, now=now + timedelta(minutes=2))
    return Proposal.objects.get(pk=made.pk)


def _foreign_elector(seat) -> Elector:
    made = _draft(seat, "Of the depot.", "consent")
    Proposal.objects.filter(pk=made.pk).update(seconded_on=timezone.localdate())
    voting.open_vote(made, seat=seat, opening=voting.Opening("members"), seen=1, now=timezone.now())
    return Elector.objects.get(question__proposal=made)


DEEDS = {
    "draft": ("detail", "edit", "second", "withdraw", "agree"),
    "seconded": ("open",),
    "voted on": ("vote", "enter", "close"),
    "by hands": ("codes", "object"),
    "lots": ("draw",),
    "decided": ("result", "again", "renew", "ballots"),
}
OBJECTS = {
    **{f"proposals:proposal-{deed}": name for name, deeds in DEEDS.items() for deed in deeds},
    **dict.fromkeys(("proposals:remark-add", "proposals:amendment-add"), "draft"),
    "proposals:amendment-answer": "other words",
    "proposals:vote-confirm": "elector",
}

NOT_TYPED = {
    "assembly.proposal": {"method", "options", "terms", "rules", "seat", "seconder", "why", "here"},
    "assembly.remark": {"about", "seat", "at"},
    "assembly.amendment": {"before", "seat", "at", "answer", "because"},
    "assembly.rules": {"rules", "seat"},
    "proposals.objection": {"sitting", "seat", "at"},
}


@fills("assembly.proposal")
def propose_something(journey: Journey) -> None:
    words = {name: journey.word(f"assembly.proposal {name}") for name in ("title", "text")}
    address = reverse("proposals:proposal-add", args=[journey.address])
    journey.send(journey.member, address, words | {"method": "consent", "burn_days": "0"})
    page = journey.member.get(_of_the_first("proposal-detail", journey)).content.decode()
    assert all(word in page for word in words.values()), "a proposal is not on its page"


def _of_the_first(route: str, journey: Journey) -> str:
    return reverse(f"proposals:{route}", args=[journey.address, Proposal.objects.get().pk])


@fills("assembly.remark")
def say_something(journey: Journey) -> None:
    word = journey.word("assembly.remark text")
    journey.send(journey.member, _of_the_first("remark-add", journey), {"text": word})


@fills("assembly.amendment")
def suggest_other_words(journey: Journey) -> None:
    words = {name: journey.word(f"assembly.amendment {name}") for name in ("after", "why")}
    journey.send(journey.member, _of_the_first("amendment-add", journey) + "?paragraph=1", words)


@fills("assembly.rules")
def propose_rules(journey: Journey) -> None:
    """Nothing is typed into them but numbers and choices."""
    journey.send(journey.member, reverse("proposals:rules-edit", args=[journey.address]), RULES)
    assert Proposal.objects.count() == 2


@fills("proposals.objection")
def write_down_an_objection(journey: Journey) -> None:
    """A vote by hands needs a second member, whom this journey has not: it is opened beside the pages."""
    seat = opened_seat(journey)
    made = _draft(seat, "By hands", "consent")
    Proposal.objects.filter(pk=made.pk).update(seconded_on=timezone.localdate())
    opening = voting.Opening("hands", sittings=[("Early", "en")])
    voting.open_vote(made, seat=seat, opening=opening, seen=1, now=timezone.now())
    address = reverse("proposals:proposal-object", args=[journey.address, made.pk])
    journey.send(journey.member, address, {"sitting": "Early", "reason": journey.word("proposals.objection reason")})


WORDS = {"title": LINE, "text": TEXT, "method": "approval", "options": LINE + "\nOne more", "burn_days": "7"}
FOLLOWS = {"bound": LINE, "tasks": LINE, "in_force_from": "2026-12-24", "in_force_until": "2026-12-26"}
AGAIN = {"title": LINE, "text": TEXT, "burn_days": "7", "review_on": "2026-12-30", "renewed": "shift"}
SEEN = {"seen": "1"}
RULES = {
    "meets": "two", "calls": "proposers", "mode": "members", "electorate": "before", "method": "consent",
    "notice_days": "4", "days_open": "5", "quorum": "2",
}  # fmt: skip
UNTIL = {"closes_on": IN_TEN_DAYS, "closes_clock": "18:30"}
CHOSEN = frozenset({"choice", "whose", "how"})  # a list of choices cannot hold another one


def _enter(world: World) -> dict[str, str]:
    return {"whose": str(world.people["third"].seat.pk), "how": "paper", "choice": "agree", "reason": TEXT}


FORMS = [
    TypedForm("proposals:proposal-add", "member", typed(**WORDS, **FOLLOWS), {"title": BAD}),
    TypedForm("proposals:proposal-edit", "member", typed(**WORDS, **FOLLOWS, **SEEN), {"title": BAD}),
    TypedForm("proposals:proposal-withdraw", "member", typed(why=TEXT), {"why": BAD}, stores=("proposals_proposal",)),
    TypedForm("proposals:remark-add", "member", typed(text=TEXT, **SEEN), {"text": BAD}),
    TypedForm("proposals:amendment-add", "member", typed(after=LINE, why=TEXT, paragraph="2", **SEEN), {"why": BAD}),
    TypedForm("proposals:amendment-answer", "member", typed(answer="declined", because=TEXT, **SEEN), {"because": BAD}),
    TypedForm(
        "proposals:proposal-open", "member", typed(mode="hands", sittings=LINE, quorum="40", pledges="200", **SEEN),
        {"quorum": "many"}, slow=True, stores=("ballots_question",),
    ),
    TypedForm(
        "proposals:proposal-vote", "member", typed(choice="object", reason=TEXT), {"reason": BAD}, beside=CHOSEN,
    ),
    TypedForm(
        "proposals:proposal-draw", "member", typed(number="4 8 15"), {"number": "–"}, stores=("ballots_question",),
    ),
    TypedForm("proposals:proposal-enter", "member", _enter, {"reason": BAD}, beside=CHOSEN),
    TypedForm("proposals:proposal-object", "member", typed(sitting="Late", reason=TEXT), {"reason": BAD}),
    TypedForm(
        "proposals:proposal-again", "member", typed(**AGAIN, **FOLLOWS, **UNTIL, **SEEN), {"title": BAD},
        stores=("ballots_question",),
    ),
    TypedForm("proposals:rules-edit", "member", typed(**RULES), {"quorum": "many"}),
]  # fmt: skip

BUTTONS = {
    "proposals:proposal-codes",
    "proposals:proposal-second",
    "proposals:proposal-agree",
    "proposals:proposal-close",
    "proposals:proposal-renew",
    "proposals:vote-confirm",
}

READ_ONLY = {
    "proposals:proposal-list",
    "proposals:proposal-detail",
    "proposals:proposal-result",
    "proposals:proposal-ballots",
}

"""Results of many votes on our side: a majority, one winner of five names, three winners of eight."""

import random

NAMES = ("Ana", "Bo", "Cem", "Dora", "Emil", "Fay", "Gul", "Hani")
ASKED = {
    "majority": ((), 1),
    "ranked-one": (NAMES[:5], 1),
    "ranked-several": (NAMES, 3),
}


def fill_results(seat, votes: int) -> dict[str, str]:
    """One decided proposal by each method in the group of `seat`, of so many members; the paths of the results."""
    from django.urls import reverse
    from django.utils import timezone

    from rooted.ballots.actions import _keep
    from rooted.ballots.methods import Rules
    from rooted.proposals import voting
    from rooted.proposals.models import Proposal
    from rooted.proposals.proposing import Draft, add_proposal

    chance, paths, now = random.Random(1), {}, timezone.now()
    for method, (names, places) in ASKED.items():
        draft = Draft("Who speaks for us", "We choose them for half a year.\n\nThey report each month.", method, names)
        made = add_proposal(seat, draft, today=timezone.localdate(now))
        Proposal.objects.filter(pk=made.pk).update(seconded_on=timezone.localdate(now))
        voting.open_vote(made, seat=seat, opening=voting.Opening("members", Rules(seats=places)), seen=1, now=now)
        made.refresh_from_db()
        for elector in made.question.electors.all()[:votes]:
            choice = [[one] for one in chance.sample(range(len(names)), len(names))] or chance.choice(["yes", "no"])
            vote = {"choice": choice, "reason": "", "how": "self", "by": elector.seat_id}
            _keep(elector, seat, vote | {"confirmed_by": elector.seat_id, "before": None})
        voting.close_vote(made, seat=seat, now=now)
        paths[method] = reverse("proposals:proposal-result", args=[seat.group.address, made.pk])
    return paths

"""What a proposal can begin from: a text to be changed, a way to decide, and whether it is erased afterwards."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Beginning:
    """`key` stands in the address. `burn_days`, `renewed`: as in proposing.Terms."""

    key: str
    name: Promise
    text: Promise | str
    method: str = ""  # "" is what the group's rules say
    burn_days: int = 0
    renewed: str = ""


BEGINNINGS = {
    one.key: one
    for one in (
        Beginning(
            "walk-out",
            _("Walk out together"),
            _(
                "From … at … o'clock we stop work, until ….\n\n"
                "What we ask for: ….\n\n"
                "Who speaks with management: … They bring every offer back to us.\n\n"
                "What must go on, so that nobody is harmed: …."
            ),
            method="majority",
            burn_days=7,
            renewed="day",
        ),
        Beginning(
            "offer",
            _("Answer an offer of management"),
            _("Management offers: ….\n\nWe accept it from … on.\n\nWhat it leaves open: …."),
            method="majority",
        ),
        Beginning(
            "demand",
            _("Put a demand"),
            _("We demand from …: ….\n\nBy when: ….\n\nIf there is no answer, we meet again on …."),
        ),
        Beginning(
            "money",
            _("Spend money"),
            _("We spend … on ….\n\nIt comes from ….\n\n… and … keep the receipts."),
        ),
        Beginning(
            "delegates",
            _("Choose people"),
            _("We choose … for ….\n\nTheir time ends on ….\n\nThey bring every decision back to us."),
            method="ranked-several",
        ),
        Beginning(
            "day",
            _("Find a day"),
            _("We meet on the day that suits most of us.\n\nWhat it is about: …."),
            method="approval",
        ),
        Beginning(
            "agreement",
            _("Agree on how we work together"),
            _("From now on we ….\n\nWe look at this again in three months."),
        ),
    )
}

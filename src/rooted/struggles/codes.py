"""The code lists of the chronicle, with the words shown for each code.

A code that is stored is never renamed or reused: a list that changes gets a new VERSION and a note here.
Version 1 covers the lists of Collective Action in Tech, the Labor Action Tracker and the CLB Strike Map.
What a source calls something we have no code for is kept literally under the code "other".
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERSION = 1
OTHER = "other"
UNKNOWN = "unknown"

FORMS: dict[str, Promise | str] = {
    "strike": _("Strike"),
    "lockout": _("Lockout"),
    "protest": _("Protest"),
    "go-slow": _("Go-slow"),
    "work-to-rule": _("Work to rule"),
    "sick-out": _("Sick-out"),
    "refusal": _("Refusal of a task"),
    "sit-in": _("Sit-in"),
    "occupation": _("Occupation"),
    "blockade": _("Blockade"),
    "picket": _("Picket"),
    "boycott": _("Boycott"),
    "open-letter": _("Open letter"),
    "legal-action": _("Legal action"),
    "union-drive": _("Union drive"),
    "union-representation": _("Union representation"),
    "union-contract": _("Union contract"),
    "resignation": _("Resignation"),
    "rent-strike": _("Rent strike"),
    "resources": _("Resources for others"),
    OTHER: _("Other"),
}

DEMANDS: dict[str, Promise | str] = {
    "pay-and-benefits": _("Pay and benefits"),
    "working-conditions": _("Working conditions"),
    "discrimination": _("Discrimination"),
    "unfair-labor-practices": _("Unfair labour practices"),
    "job-security": _("Job security"),
    "ethics": _("Ethics of the work"),
    "hours": _("Hours and rotas"),
    "safety": _("Safety and health"),
    "recognition": _("Recognition of an organisation"),
    "housing": _("Housing and rent"),
    OTHER: _("Other"),
}

CONTRACTS: dict[str, Promise | str] = {
    "white-collar": _("White-collar workers"),
    "blue-collar": _("Blue-collar workers"),
    "inhouse": _("Employed by the firm itself"),
    "contract": _("Contract workers"),
    "agency": _("Agency workers"),
    "gig": _("Gig workers"),
    "interns": _("Interns"),
    OTHER: _("Other"),
}

# Tags have no list: the literal text is the tag.
TAG = "tag"
LISTS: dict[str, dict[str, Promise | str]] = {"form": FORMS, "demand": DEMANDS, "contract": CONTRACTS}
SCHEMES = [
    ("form", _("What they did")),
    ("demand", _("What it was about")),
    ("contract", _("Who worked")),
    (TAG, _("Tag")),
]

OUTCOMES = [
    ("won", _("Won")),
    ("partly-won", _("Partly won")),
    ("lost", _("Lost")),
    ("goes-on", _("Goes on")),
    ("withdrawn", _("Called off")),
    (UNKNOWN, _("Outcome not known")),
]

# "unclear": the source gives a day, but a first of the month that may stand for the month or the year alone.
DATE_PRECISIONS = [
    ("day", _("Day")),
    ("unclear", _("Day, perhaps only the month or year")),
    ("month", _("Month")),
    ("year", _("Year")),
    ("decade", _("Decade")),
    ("century", _("Century")),
]

PLACE_PRECISIONS = [
    ("exact", _("Exact place")),
    ("town", _("Town")),
    ("region", _("Region")),
    ("country", _("Country")),
    ("countries", _("Several countries")),
    ("world", _("Worldwide")),
    ("online", _("Online")),
]

EMPLOYER_ROLES = [("employer", _("Employer")), ("agency", _("Agency")), ("parent", _("Parent company"))]
UNITS = [("people", _("People")), ("households", _("Households"))]
SOURCE_KINDS = [
    ("web", _("Web page")),
    ("print", _("Print")),
    ("spoken", _("Spoken account")),
    ("document", _("Document")),
    (OTHER, _("Other")),
]


def label(scheme: str, code: str, literal: str = "") -> str:
    """The words for one coding; what has no code of ours is shown as the source wrote it."""
    if scheme == TAG or (code == OTHER and literal):
        return literal
    return str(LISTS[scheme].get(code, code))


_OUTCOME_WORDS = dict(OUTCOMES)


def outcome(code: str) -> str:
    """The words for how it went. Django's own get_outcome_display translates the whole list each time."""
    return str(_OUTCOME_WORDS.get(code, code))

"""The code lists of the chronicle, with the words shown for each code.

A code that is stored is never renamed or reused: a list that changes gets a new VERSION and a note here.
Version 1 covers the lists of Collective Action in Tech, the Labor Action Tracker and the CLB Strike Map.
What a source calls something we have no code for is kept literally under the code "other".
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rooted.records.branches import BRANCHES

VERSION = 1
OTHER = "other"
UNKNOWN = "unknown"
GOES_ON = "goes-on"

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
    "temporary": _("Temporary contracts"),
    "part-time": _("Part-time workers"),
    "interns": _("Interns"),
    OTHER: _("Other"),
}

COMPOSITION: dict[str, Promise | str] = {
    "migrant": _("Many migrants"),
    "women": _("Mostly women"),
    "young": _("Mostly young people"),
    "older": _("Mostly older people"),
    "apprentices": _("Apprentices"),
    "day-shift": _("Day shift"),
    "night-shift": _("Night shift"),
    "several-shifts": _("Several shifts"),
    "several-sites": _("Several sites"),
    "several-contracts": _("Several contracts side by side"),
    "several-trades": _("Several trades"),
    "home-work": _("Work at home"),
    "housed-by-employer": _("Housed by the employer"),
    OTHER: _("Other"),
}

RESPONSES: dict[str, Promise | str] = {
    "nothing": _("No answer at all"),
    "talks": _("Talks"),
    "mediation": _("Mediation"),
    "offer": _("An offer"),
    "police": _("Police"),
    "arrests": _("Arrests"),
    "court": _("Court"),
    "injunction": _("Ban by a court"),
    "sackings": _("Sackings"),
    "other-punishment": _("Warnings, transfers, lost shifts"),
    "lockout": _("Lockout"),
    "agency-cover": _("Agency workers as cover"),
    "strike-breakers": _("Strike breakers"),
    "relocation": _("Work moved elsewhere, or a threat of it"),
    "violence": _("Violence"),
    OTHER: _("Other"),
}

# Tags have no list: the literal text is the tag.
TAG = "tag"
LISTS: dict[str, dict[str, Promise | str]] = {
    "form": FORMS,
    "demand": DEMANDS,
    "contract": CONTRACTS,
    "who": COMPOSITION,
    "branch": BRANCHES,
    "response": RESPONSES,
}
SCHEMES = [
    ("form", _("What they did")),
    ("demand", _("What it was about")),
    ("contract", _("Contracts")),
    ("who", _("Who worked")),
    ("branch", _("Branch")),
    ("response", _("What was done against it")),
    (TAG, _("Tag")),
]

LED_BY = [
    ("wildcat", _("The workers themselves, without a union")),
    ("committee", _("A committee of the workers")),
    ("union", _("A union")),
    ("mixed", _("Union and workers’ committee together")),
    (UNKNOWN, _("Not known who led it")),
]

OFFICIAL = [("yes", _("Official")), ("no", _("Not official")), (UNKNOWN, _("Not known"))]

OUTCOMES = [
    ("won", _("Won")),
    ("partly-won", _("Partly won")),
    ("lost", _("Lost")),
    (GOES_ON, _("Goes on")),
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

EMPLOYER_ROLES = [
    ("employer", _("Employer")),
    ("agency", _("Agency")),
    ("parent", _("Parent company")),
    ("landlord", _("Landlord")),
    ("office", _("Public office")),
]
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
_LED_BY_WORDS = dict(LED_BY)


def outcome(code: str) -> str:
    """The words for how it went. Django's own get_outcome_display translates the whole list each time."""
    return str(_OUTCOME_WORDS.get(code, code))


def led_by(code: str) -> str:
    """The words for who led it."""
    return str(_LED_BY_WORDS.get(code, code))

"""Mappings that come with the product, for lists that are known."""

import re

from rooted.mappings.making import OURS
from rooted.mappings.shape import Mapping, Rule
from rooted.struggles.exchange import UUID
from rooted.tables.braces import is_ours
from rooted.tables.looking import Look

# Its "workers" is a lower bound ("hundreds" is 100). JSON and CSV are one list: what one brought, the other knows.
_CAT = {
    "code": "cat",
    "name": "Collective Action in Tech",
    "licence": "Unlicense (public domain)",
    "cite": "Tan, Nedzhvetskaya",
    "order": "ymd",
    "first_is_unclear": True,
    "zero_is_unknown": False,
}


def _cat(split: str) -> tuple[Rule, ...]:
    listed = {"actions": "form", "struggles": "demand", "employment_types": "contract", "companies": "employer",
              "tags": "tag", "sources": "source", "latlngs": "point"}  # fmt: skip
    return (
        Rule("id", "number"),
        Rule("date", "started"),
        Rule("description", "account"),
        Rule("workers", "estimate", "least"),
        Rule("online", "online"),
        Rule("locations", "place", "hyphens", split),
        *(Rule(column, field, "", split) for column, field in listed.items()),
    )


CAT_JSON = Mapping(rules=_cat(""), **_CAT)  # type: ignore[arg-type]
CAT_CSV = Mapping(rules=_cat("list"), **_CAT)  # type: ignore[arg-type]

# Work stoppages that the US mediation service knows of. "Idled" is the number it reports, not a bound; "BU" is the
# bargaining unit. The union's local stands in "Union" already. Strikes and lockouts are not told apart there.
FMCS = Mapping(
    code="fmcs",
    name="Work stoppages known to the US mediation service (FMCS)",
    licence="MIT; records of the US government",
    cite="FMCS, gathered by labordata",
    rules=(
        Rule("Employer", "employer"),
        Rule("Union", "organisation", "led"),
        Rule("Case Number", "number"),
        Rule("BU", "workforce"),
        Rule("Industry", "branch", "naics"),
        Rule("City, State", "place", "us"),
        Rule("# Idled", "estimate"),
        Rule("Start Date", "started"),
        Rule("End Date", "ended"),
    ),
    fixed=(("form", "strike"), ("country", "US"), ("language", "en")),
    order="ymd",
)

SHIPPED = {"cat-json": CAT_JSON, "cat-csv": CAT_CSV, "fmcs": FMCS}


def shipped_for(look: Look) -> Mapping | None:
    """The mapping for a list we know by the names of its columns; also for another server's chronicle."""
    if any(is_ours(values) for values in look.samples):
        server = look.layout.server
        code = re.sub(r"[^a-z0-9]+", "-", f"{OURS}{server.lower()}").strip("-")[:40]
        return Mapping(code=code if server else f"{OURS}unnamed", name=server or "Rooted")
    if any(UUID.fullmatch(str(values.get("id", ""))) for values in look.samples):
        return None  # a table that left a server of ours: in the columns of a list we know, but other records
    columns, json = set(look.layout.columns), look.layout.kind != "csv"
    for name, mapping in SHIPPED.items():
        if {rule.column for rule in mapping.rules if rule.field != "point"} <= columns and json == ("json" in name):
            return mapping
    return None

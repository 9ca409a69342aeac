"""Columns of the Labor Action Tracker (ILR School, Cornell University, and LER School, University of Illinois)."""

from collections.abc import Iterator
from typing import Any

from rooted.exports.columns.cells import Context, english, number, sources, told, words
from rooted.places.countries import country_name
from rooted.records.branches import section_of
from rooted.records.record import Place, Record

COLUMNS = [
    "positionId", "Employer", "Labor Organization", "Local", "Industry", "Bargaining Unit Size", "Number of Locations",
    "Address", "City", "State", "Zip Code", "Country", "Latitude, Longitude",
    "Approximate Number of Participants", "Start Date", "End Date", "Duration Amount", "Duration Unit",
    "Strike or Protest", "Authorized", "Worker Demands", "Threat", "Source", "Comments or Remarks", "Display",
]  # fmt: skip
STRIKES = {"strike", "lockout", "go-slow", "work-to-rule", "sick-out", "rent-strike"}
# The names that LAT takes from NAICS, by the section of ISIC that covers most of each.
SECTORS = {
    "A": "Agriculture, Forestry, Fishing and Hunting", "B": "Mining", "C": "Manufacturing", "D": "Utilities",
    "E": "Utilities", "F": "Construction", "G": "Retail Trade", "H": "Transportation and Warehousing",
    "I": "Accommodation and Food Services", "J": "Information", "K": "Finance and Insurance",
    "L": "Real Estate and Rental and Leasing", "M": "Professional, Scientific, and Technical Services",
    "N": "Administrative and Support and Waste Management Services", "O": "Public Administration",
    "P": "Educational Services", "Q": "Health Care and Social Assistance", "R": "Arts, Entertainment, and Recreation",
    "S": "Other Services", "T": "Other Services", "U": "Public Administration",
}  # fmt: skip
WHOLESALE = "46"
AUTHORISED = {"yes": "Y", "no": "N"}


def rows(record: Record, context: Context) -> Iterator[dict[str, Any]]:
    """One row for each record; several places stand in one cell, parted by semicolons, as LAT writes them."""
    official = {AUTHORISED.get(one.official, "") for one in record.organisations} - {""}
    yield {
        "positionId": context.id,
        "Employer": [one.name for one in record.employers],
        "Labor Organization": [one.name for one in record.organisations],
        "Industry": list(dict.fromkeys(industries(record))),
        "Bargaining Unit Size": record.workforce,
        "Number of Locations": len(record.places) or None,
        "Address": _each(record, "site"),
        "City": _each(record, "town"),
        "State": _each(record, "region"),
        "Country": [country_name(place.country, "en") for place in record.places if place.country],
        "Latitude, Longitude": [f"{place.lat}, {place.lon}" for place in record.places if place.lat is not None],
        "Approximate Number of Participants": number(record.estimate_low, record.estimate_high),
        "Start Date": record.started_on,
        "End Date": record.ended_on,
        "Duration Amount": record.lasted_days,
        "Duration Unit": "days" if record.lasted_days else "",
        "Strike or Protest": "Strike" if STRIKES & set(words(record, "form")) else "Protest",
        "Authorized": official.pop() if len(official) == 1 else "",
        "Worker Demands": english(record, "demand"),
        "Threat": "Y" if record.threatened_only else "N",
        "Source": sources(record, context),
        "Comments or Remarks": told(record),
        "Display": "Y",
    }


def industries(record: Record) -> Iterator[str]:
    """The sectors of the record's branches; in the words of its source where they have no code."""
    for code in record.codings:
        if code.scheme == "branch" and code.code == WHOLESALE:
            yield "Wholesale Trade"
        elif code.scheme == "branch":
            yield code.literal or SECTORS.get(section_of(code.code), "Other Services")


def _each(record: Record, name: str) -> list[str]:
    places: tuple[Place, ...] = record.places
    return [value for place in places if (value := getattr(place, name))]

"""The list of groups that help, as a file: written, and read with suspicion (docs/directory.md has its shape)."""

import json
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FORMAT, VERSION = "rooted-directory", 1
MOST_BYTES = 1_000_000
MOST_GROUPS = 2_000
MOST_FAULTS = 50  # are told one by one
CODE = re.compile(r"[a-z]{2,12}(-[a-z0-9]{2,8})?")  # of a language or of a kind of help
LONGEST = {"name": 80, "area": 120, "about": 600, "address": 300, "from": 200}
MOST_CODES = 12
HTML = re.compile(r"<[a-zA-Z/!?]")
JOINERS = "\u200c\u200d"  # between letters of Persian and of Indian scripts


@dataclass(frozen=True)
class Line:
    """One group of a file, checked."""

    name: str
    area: str
    about: str
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    address: str
    source: str
    source_on: date


@dataclass
class Contents:
    """What a file holds: the lines that are sound, and a sentence for each that is not."""

    lines: list[Line] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Wrong(Exception):
    """Why one line is left out: a sentence."""


def read_file(content: bytes, *, kinds: set[str], today: date) -> Contents:
    """The lines of a file. `kinds`: the codes we know; others are dropped from a line.

    Raises ValidationError, with one sentence, where the whole file cannot be used.
    """
    whole = _parsed(content)
    if whole.get("format") != FORMAT:
        raise ValidationError(_("This is not a list of groups from Rooted. Nothing was changed."))
    if whole.get("version") != VERSION:
        raise ValidationError(_("This list has a version that this server cannot read. Nothing was changed."))
    groups = whole.get("groups")
    if not isinstance(groups, list) or len(groups) > MOST_GROUPS:
        raise ValidationError(_("This list has no groups, or too many. Nothing was changed."))
    source, made_on = _source(whole), _day(whole.get("made_on"), today)
    return _lines(groups, kinds, (source, made_on), today)


def _parsed(content: bytes) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        raise ValidationError(_("This file is too large. A list has at most 1 MB. Nothing was changed."))
    try:
        whole = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ValidationError(_("This file cannot be read. It must be a JSON file. Nothing was changed.")) from error
    if not isinstance(whole, dict):
        raise ValidationError(_("This is not a list of groups from Rooted. Nothing was changed."))
    return whole


def _source(whole: dict[str, Any]) -> str:
    """Where the file says it comes from; empty for a server without an address of its own."""
    if whole.get("from") == "":
        return ""
    try:
        return web_address(whole.get("from"), LONGEST["from"])
    except Wrong:
        raise ValidationError(
            _("The file does not say which server it comes from (“from”). Nothing was changed.")
        ) from None


def _day(value: Any, today: date) -> date:
    """A day of the file; today where there is none or it lies ahead."""
    try:
        return min(date.fromisoformat(value), today) if isinstance(value, str) else today
    except ValueError:
        return today


def _lines(groups: list[Any], kinds: set[str], source: tuple[str, date], today: date) -> Contents:
    contents, seen = Contents(), set()
    for number, group in enumerate(groups, 1):
        try:
            line = _line(group, kinds, source, today)
            if line.address in seen:
                raise Wrong(_("its address stands in the list twice"))
        except Wrong as fault:
            if len(contents.faults) < MOST_FAULTS:
                contents.faults.append(
                    _("Group %(number)d was left out: %(fault)s.") % {"number": number, "fault": fault}
                )
            continue
        seen.add(line.address)
        contents.lines.append(line)
    return contents


def _line(group: Any, kinds: set[str], source: tuple[str, date], today: date) -> Line:
    if not isinstance(group, dict):
        raise Wrong(_("it is not an entry"))
    from_where, on = source
    if "from" in group:
        from_where, on = web_address(group["from"], LONGEST["from"]), _day(group.get("seen_on"), today)
    return Line(
        name=_text(group, "name"),
        area=_text(group, "area"),
        about=_text(group, "about", empty=True),
        languages=_codes(group, "languages"),
        kinds=tuple(code for code in _codes(group, "kinds") if code in kinds),
        address=web_address(group.get("address"), LONGEST["address"]),
        source=from_where,
        source_on=on,
    )


def _text(group: dict[str, Any], name: str, *, empty: bool = False) -> str:
    value = group.get(name, "" if empty else None)
    if not isinstance(value, str):
        raise Wrong(_("“%(name)s” is not a text") % {"name": name})
    text = value.strip()
    if not text and not empty:
        raise Wrong(_("“%(name)s” is empty") % {"name": name})
    if len(text) > LONGEST[name]:
        raise Wrong(_("“%(name)s” is too long") % {"name": name})
    if HTML.search(text):
        raise Wrong(_("“%(name)s” holds HTML") % {"name": name})
    if not all(sign.isprintable() or sign in JOINERS or (sign == "\n" and name == "about") for sign in text):
        raise Wrong(_("“%(name)s” holds signs that cannot be shown") % {"name": name})
    return text


def _codes(group: dict[str, Any], name: str) -> tuple[str, ...]:
    values = group.get(name)
    if not isinstance(values, list) or not 0 < len(values) <= MOST_CODES:
        raise Wrong(_("“%(name)s” is not a list of 1 to 12 codes") % {"name": name})
    if not all(isinstance(code, str) and CODE.fullmatch(code) for code in values):
        raise Wrong(_("“%(name)s” holds something that is not a code") % {"name": name})
    if sum(len(code) + 1 for code in values) > 130:
        raise Wrong(_("“%(name)s” is too long") % {"name": name})
    return tuple(dict.fromkeys(values))


def web_address(value: Any, longest: int) -> str:
    """An https address, or http of an onion service: nothing else is ever linked."""
    if not isinstance(value, str) or len(value) > longest or not value.isascii() or not value.isprintable():
        raise Wrong(_("its address is not a web address"))
    try:
        place = urlsplit(value)
        host, _port = place.hostname or "", place.port
    except ValueError:
        raise Wrong(_("its address is not a web address")) from None
    onion = host.endswith(".onion")
    sound = re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host) and not re.search(r"[\s\"'<>\\@]", value)
    if not sound or (place.scheme != "https" and not (place.scheme == "http" and onion)):
        raise Wrong(_("its address does not begin with https, or with http for an onion service"))
    return value


def written(lines: list[Line], *, address: str, today: date) -> str:
    """The file: JSON, the groups in the order given, those from elsewhere with where and when they were read."""
    groups = [
        {
            "name": line.name,
            "area": line.area,
            "about": line.about,
            "languages": list(line.languages),
            "kinds": list(line.kinds),
            "address": line.address,
        }
        | ({"from": line.source, "seen_on": line.source_on.isoformat()} if line.source != address else {})
        for line in lines
    ]
    whole = {"format": FORMAT, "version": VERSION, "from": address, "made_on": today.isoformat(), "groups": groups}
    return json.dumps(whole, ensure_ascii=False, indent=1)

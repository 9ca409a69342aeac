"""Opens a file that should be the list of Collective Action in Tech, and says in one sentence why it is not."""

import hashlib
import json
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from rooted.imports.cat import NEEDED

LARGEST_FILE = 20_000_000  # bytes
MOST_ROWS = 50_000


def read_file(path: Path) -> tuple[str, list[Any]]:
    """The file's digest (SHA-256, hex) and its entries. Raises ValidationError with what to do."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ValidationError(_("This file is larger than 20 MB. Split it and import the parts."))
        data = path.read_bytes()
    except OSError as error:
        raise ValidationError(_("This file cannot be opened. Check its name and place.")) from error
    if not data.strip():
        raise ValidationError(_("This file is empty. Fetch it again."))
    try:
        entries = json.loads(data.decode("utf-8-sig"), parse_constant=lambda name: None)
    except UnicodeDecodeError as error:
        raise ValidationError(_("This file is not in UTF-8. Save it as UTF-8 and try again.")) from error
    except (ValueError, RecursionError) as error:
        raise ValidationError(_("This file is not whole JSON. Fetch it again, it may be cut short.")) from error
    check_shape(entries)
    return hashlib.sha256(data).hexdigest(), entries


def check_shape(entries: Any) -> None:
    """Raises ValidationError unless `entries` is a list in which some entry has the columns we need."""
    if not isinstance(entries, list):
        raise ValidationError(_("This file holds no list of records. Choose the file cat_actions.json."))
    if not entries:
        raise ValidationError(_("The list in this file is empty. There is nothing to import."))
    if len(entries) > MOST_ROWS:
        raise ValidationError(_("This list has more than 50,000 records. Split it and import the parts."))
    if not any(isinstance(entry, dict) and all(column in entry for column in NEEDED) for entry in entries):
        raise ValidationError(
            _("No record in this file has the columns %(columns)s. Is it from Collective Action in Tech?")
            % {"columns": ", ".join(NEEDED)}
        )

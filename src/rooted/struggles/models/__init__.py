"""The chronicle: a record (struggle.py), its rows (details.py), the lists it was brought in with (batch.py)."""

from rooted.struggles.models.batch import ImportBatch
from rooted.struggles.models.details import (
    Action,
    ActionDay,
    Answer,
    Coding,
    Correction,
    Employer,
    Location,
    Organisation,
    Point,
    Source,
    Term,
)
from rooted.struggles.models.meaning import Akin, Meaning
from rooted.struggles.models.struggle import ACCOUNT_LENGTH, PUBLIC, TOLD, Struggle, StruggleQuerySet

__all__ = [
    "ACCOUNT_LENGTH",
    "PUBLIC",
    "TOLD",
    "Action",
    "ActionDay",
    "Akin",
    "Answer",
    "Coding",
    "Correction",
    "Employer",
    "ImportBatch",
    "Location",
    "Meaning",
    "Organisation",
    "Point",
    "Source",
    "Struggle",
    "StruggleQuerySet",
    "Term",
]

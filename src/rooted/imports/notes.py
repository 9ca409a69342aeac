"""The sentences of an import's report. A row that is left out never vanishes: it stands here with the reason."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LEFT_OUT: dict[str, Promise | str] = {
    "not-a-row": _("Left out: this entry is not a record with named columns."),
    "column-missing": _("Left out: a column is missing: %(detail)s."),
    "no-number": _("Left out: the record has no number of its own in the column “id”."),
    "repeated": _("Left out: the number %(detail)s stands in this file twice."),
    "no-date": _("Left out: this is no date we can read: %(detail)s"),
    "no-account": _("Left out: there is no description."),
    "too-long": _("Left out: the description is longer than 20,000 characters."),
    "wrong-kind": _("Left out: the column “%(detail)s” holds something else than expected."),
    "too-much": _("Left out: the column “%(detail)s” holds more than we can keep."),
}

UNCLEAR: dict[str, Promise | str] = {
    "first-of-month": _("Unclear: %(detail)s may mean only the month, or only the year."),
    "coordinates-differ": _("Unclear: places and coordinates differ in number (%(detail)s). No coordinates were kept."),
    "coordinates-wrong": _("Unclear: these coordinates are not on the globe: %(detail)s. They were not kept."),
    "coordinates-coarse": _(
        "Unclear: the place is only “%(detail)s”, so its coordinates are a guess. They were not kept."
    ),
    "place-hyphens": _("Unclear: hyphens in “%(detail)s”. Check town and region."),
    "country-not-known": _("Unclear: we do not know the country in “%(detail)s”. It was kept as a region."),
    "no-place": _("Unclear: no place is given."),
    "number-zero": _("Unclear: the number of workers is 0. It was kept as not known."),
    "number-wrong": _("Unclear: this is no number of workers: %(detail)s. It was kept as not known."),
    "number-large": _("Unclear: %(detail)s workers is an unusual number. Check the source."),
    "other-code": _("Unclear: “%(detail)s” is not in our lists. It was kept under “Other”."),
    "source-no-address": _("Unclear: this source is no web address: %(detail)s. It was kept as words."),
    "source-empty": _("Unclear: one of the sources is empty."),
    "no-source": _("Unclear: no source is given."),
    "signs-replaced": _("Unclear: signs that no database can keep were replaced by �."),
    "not-read": _("Unclear: a column we do not know was not read: %(detail)s."),
}

SENTENCES = LEFT_OUT | UNCLEAR


def say(code: str, detail: str = "") -> str:
    """The sentence for one note, in the reader's language."""
    return str(SENTENCES[code]) % {"detail": detail}

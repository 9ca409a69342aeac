"""The sentences of an import's report. A row that is left out never vanishes: it stands here with the reason."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LEFT_OUT: dict[str, Promise | str] = {
    "not-a-row": _("Left out: this entry is not a record with named columns."),
    "date-empty": _("Left out: there is no date."),
    "no-date": _("Left out: this is no date we can read: %(detail)s"),
    "too-long": _("Left out: the description is longer than 20,000 characters."),
    "too-much": _("Left out: the column “%(detail)s” holds more than we can keep."),
    "not-our-form": _("Left out: this is not a record as it should be. Look at “%(detail)s”."),
    "withdrawn": _("Left out: it was withdrawn where it was published."),
    "merged": _("Left out: where it was published, it is one with another record."),
}

UNCLEAR: dict[str, Promise | str] = {
    "first-of-month": _("Unclear: %(detail)s may mean only the month, or only the year."),
    "date-part": _("Unclear: “%(detail)s” is kept as the month, year or decade it lies in."),
    "date-serial": _("Unclear: %(detail)s, read as spreadsheets count days."),
    "end-wrong": _("Unclear: this is no last day we can read: %(detail)s. It was kept as not known."),
    "end-empty": _("Unclear: there is no last day."),
    "ends-before-start": _("Unclear: it ends before it starts (%(detail)s). Both days were kept."),
    "coordinates-differ": _("Unclear: places and coordinates differ in number (%(detail)s). No coordinates were kept."),
    "coordinates-wrong": _("Unclear: these coordinates are not on the globe: %(detail)s. They were not kept."),
    "coordinates-coarse": _(
        "Unclear: the place is only “%(detail)s”, so its coordinates are a guess. They were not kept."
    ),
    "place-hyphens": _("Unclear: hyphens in “%(detail)s”. Check town and region."),
    "places-differ": _("Unclear: towns, regions and countries differ in number (%(detail)s). Check the places."),
    "country-not-known": _("Unclear: we do not know the country in “%(detail)s”. It was kept as a region."),
    "country-not-said": _("Unclear: nothing says the country of “%(detail)s”."),
    "state-not-known": _("Unclear: we do not know the state in “%(detail)s”. It was kept as a town."),
    "no-place": _("Unclear: no place is given."),
    "number-zero": _("Unclear: a number is 0. It was kept as not known."),
    "number-wrong": _("Unclear: this is no number we can read: %(detail)s. It was kept as not known."),
    "number-large": _("Unclear: %(detail)s people is an unusual number. Check the source."),
    "other-code": _("Unclear: “%(detail)s” is not in our lists. It was kept under “Other”."),
    "choice-not-known": _("Unclear: we do not know what “%(detail)s” means. It was kept as not known."),
    "source-no-address": _("Unclear: this source is no web address: %(detail)s. It was kept as words."),
    "sources-differ": _("Unclear: sources and what is said of them differ in number (%(detail)s). Check the sources."),
    "source-day-wrong": _("Unclear: this is no day a source came out: %(detail)s. It was kept as not known."),
    "copy-wrong": _("Unclear: this is no web address of a copy: %(detail)s. It was left out."),
    "no-source": _("Unclear: no source is given."),
    "signs-replaced": _("Unclear: signs that no database can keep were replaced by �."),
    "cut": _("Unclear: “%(detail)s” was longer than we can keep. Its end is left out."),
    "row-short": _("Unclear: this row has fewer cells than there are columns."),
    "row-long": _("Unclear: this row has more cells than there are columns. What is beyond was not read."),
    "number-repeats": _("Unclear: the number %(detail)s stands on several rows. Each was kept."),
    "row-repeats": _("Unclear: the same row stands in the file again (time %(detail)s). It was kept."),
}
# Said of a record that is there, but not with all that the list has.
KEPT_BACK: dict[str, Promise | str] = {
    "kept-back": _(
        "Weak points were left out: it still goes on, and they could help the other side. "
        "Add them to the record when it is over."
    ),
}
# Said of a copy that is here already, where its authors changed theirs.
NEWER: dict[str, Promise | str] = {
    "corrected": _("Its authors corrected it. The copy here follows when two of you publish this import."),
    "withdrawn-there": _(
        "Its authors withdrew it on %(detail)s. The copy here is withdrawn when two of you publish this import."
    ),
    "changed-here": _("Its authors corrected it, but you changed the copy here. It stays: look at both."),
    "withdrawn-changed-here": _(
        "Its authors withdrew it on %(detail)s, but you changed the copy here. It stays: look whether it should."
    ),
    "of-another-group": _(
        "Its authors corrected or withdrew it. Another group brought in the copy here: ask that group to follow."
    ),
    "joined-there": _(
        "Its authors say that it is the same struggle as another record. Here it follows when two of you publish this "
        "import."
    ),
    "parted-there": _(
        "Its authors parted it again from the record it is one with here. Look at both: you can part them, too."
    ),
    "joined-stays": _(
        "Its authors say that it is the same struggle as another record. The copy here stays as it is: you changed it, "
        "or another group brought it in."
    ),
}
# Said of a row that added nothing.
KNOWN: dict[str, Promise | str] = {
    "differs": _("Already there, but not the same: number %(detail)s stands here with another title or day."),
}

SENTENCES = LEFT_OUT | UNCLEAR | KEPT_BACK | NEWER | KNOWN
# The parts of a report: unclear, left out and why, repeats.
REPEATS = ("number-repeats", "row-repeats", "differs")
KINDS: dict[str, tuple[Promise | str, tuple[str, ...]]] = {
    "out": (_("Left out"), tuple(LEFT_OUT)),
    "unclear": (_("Unclear"), tuple(code for code in UNCLEAR if code not in REPEATS)),
    "repeats": (_("Repeats"), REPEATS),
    "newer": (_("Changed by their authors"), tuple(NEWER)),
    "kept-back": (_("Kept back"), tuple(KEPT_BACK)),
}


def say(code: str, detail: str = "") -> str:
    """The sentence for one note, in the reader's language."""
    return str(SENTENCES[code]) % {"detail": detail}

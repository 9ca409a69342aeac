"""A result as the register keeps it: sentences, then each sitting that may be shown on a line of its own."""

from django.utils.translation import gettext as _

from rooted.ballots.methods import LABELS, RANK, Asked
from rooted.ballots.result import Result, SittingRow
from rooted.ballots.sentences import say


def tally_of(asked: Asked, result: Result) -> tuple[str, ...]:
    """What stands in the register under the decision, in the language of whoever closes the vote."""
    urgent = [_("It was urgent: the time our rules ask for was shortened.")] if asked.rules.urgent else []
    return (*say(result), *(_line(asked, row) for row in result.rows), *urgent)


def _line(asked: Asked, row: SittingRow) -> str:
    said = _(", ").join(f"{label_of(asked, key)}: {number}" for key, number in row.figures.items())
    if asked.how.form == RANK:
        said = f"{_('Placed first')}: {said}"
    words = _("%(name)s. Present: %(present)s. %(figures)s.")
    name = row.name or _("Sittings shown together, so that nobody can be singled out")
    return words % {"name": name, "present": row.present, "figures": said}


def label_of(asked: Asked, key: str) -> str:
    """What a key of a count stands for: a stand by its word, an option by its name."""
    return str(LABELS[key]) if key in LABELS else asked.names[int(key)]

"""A result as the register keeps it: sentences, then each sitting that may be shown on a line of its own."""

from django.utils.translation import gettext as _

from rooted.ballots.drawing import earlier_lines, line_of
from rooted.ballots.methods import Asked
from rooted.ballots.result import Result
from rooted.ballots.sentences import say


def tally_of(asked: Asked, result: Result) -> tuple[str, ...]:
    """What stands in the register under the decision, in the language of whoever closes the vote."""
    urgent = [_("It was urgent: the time our rules ask for was shortened.")] if asked.rules.urgent else []
    before = [_("Counted again. Before: %(line)s") % {"line": line} for line in earlier_lines(asked, result.rows)]
    return (*say(result), *(line_of(asked, row) for row in result.rows), *before, *urgent)

"""From how many workers on a register counts an action. Computed here, at the moment of taking away; never stored."""

from django.db.models import Q

from rooted.struggles.models import StruggleQuerySet

# From 2 workers on count the Labor Action Tracker and Collective Action in Tech, from 10 the Office for National
# Statistics (UK), from 1,000 the Bureau of Labor Statistics (US).
THRESHOLDS = (2, 10, 1_000)


def reaching(number: int) -> Q:
    """Records known to have had at least `number` taking part: the lower end of the estimate reaches it."""
    return Q(estimate_low__gte=number)


def below(number: int) -> Q:
    """Records known to have had fewer: the upper end stays below it."""
    return Q(estimate_high__lt=number)


def counted(struggles: StruggleQuerySet, number: int) -> tuple[int, int, int]:
    """How many of `struggles` reach the number, stay below it, and are not known to do either."""
    total, reach, stay = (
        struggles.count(),
        struggles.filter(reaching(number)).count(),
        struggles.filter(below(number)).count(),
    )
    return reach, stay, total - reach - stay

from datetime import timedelta

from django.utils import timezone

from rooted.register.jobs import burn_decisions
from rooted.register.tests.make import decided, fresh, in_days


def test_texts_burn_on_their_day_by_themselves_and_twice_does_no_harm(ana):
    entry, later = decided(ana, burns_on=in_days(7)), decided(ana, burns_on=in_days(8))
    for _ in range(2):
        burn_decisions(timezone.now().replace(hour=12) + timedelta(days=7))
    assert (fresh(entry).item, fresh(later).burnt_on) == (None, None)

"""What comes by itself: new days on the rota, the end of roles, erasure. Only days are read here; nothing is opened."""

from datetime import datetime, timedelta

from rooted.base.jobs import job
from rooted.tasks.actions import erase_done_tasks
from rooted.tasks.roles import erase_ended_holdings
from rooted.tasks.rota import erase_old_slots, make_all_slots


@job("rota-slots", every=timedelta(hours=12), outside=True)
def make_rota(now: datetime) -> None:
    """The slots of the next eight weeks; twice does no harm."""
    make_all_slots(now.date())


@job("tasks-erase", every=timedelta(hours=6), outside=True)
def erase_tasks(now: datetime) -> None:
    """Erase done tasks after 90 days, slots after 60, what is left of roles that ended; twice does no harm."""
    erase_done_tasks(now.date())
    erase_old_slots(now.date())
    erase_ended_holdings(now.date())

"""Puts the clock of a Python ahead by AHEAD_DAYS days; it goes on ticking. On the path of a server under test alone."""

import os
from datetime import UTC, datetime, timedelta

import time_machine

time_machine.travel(datetime.now(UTC) + timedelta(days=int(os.environ["AHEAD_DAYS"])), tick=True).start()

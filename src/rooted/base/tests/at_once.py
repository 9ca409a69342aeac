"""Several people doing things at the same moment, in threads with connections of their own."""

import threading
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import connections

SECONDS = 60


def at_once(*deeds: Callable, refusals: tuple[type[Exception], ...] = (ValidationError,)) -> int:
    """Start all `deeds` together; how many were not refused. One that returns False was; anything else is raised."""
    start, done, broken = threading.Barrier(len(deeds)), [], []

    def act(deed):
        start.wait()
        try:
            if deed() is not False:
                done.append(deed)
        except refusals:
            pass
        except Exception as error:
            broken.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=act, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SECONDS)
    if broken:
        raise broken[0]
    return len(done)

"""Who holds an item while the circle's key is changed; only PostgreSQL has locks of rows."""

import threading

import pytest
from django.db import connection, connections, transaction

from rooted.circles import actions
from rooted.circles.models import SealedItem
from rooted.circles.tests import make

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite locks the whole file, never a row"),
]


class Writer(threading.Thread):
    """Holds an item's row until told to `go_on`, then writes it anew; what broke is in `broken`."""

    def __init__(self, key, circle, item):
        super().__init__()
        self.key, self.circle, self.item = key, circle, item
        self.held, self.go_on, self.broken = threading.Event(), threading.Event(), []

    def run(self):
        try:
            with transaction.atomic():
                item = SealedItem.objects.select_for_update().get(pk=self.item.pk)
                self.held.set()
                self.go_on.wait(20)
                self.key.open(self.circle).rewrite(item, {"text": "second"})
        except Exception as error:
            self.broken.append(error)
        finally:
            connections.close_all()


def test_whoever_holds_an_item_and_wants_its_circle_waits_and_nobody_is_locked_out():
    ana, bo = make.key(), make.key()
    keys = make.circle(ana, bo)
    writer = Writer(ana, keys.circle, keys.seal(make.NOTE, {"text": "first"}))
    actions.expel(keys.circle, keys.secrets, bo.holder)
    writer.start()
    assert writer.held.wait(20)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '10s'")
        assert actions.rotate_some(keys) == 1
        writer.go_on.set()
    writer.join()
    assert (writer.broken, actions.rotate_some(keys)) == ([], 0)
    assert keys.read(SealedItem.objects.get()) == {"text": "second"}

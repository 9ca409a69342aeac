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


def test_whoever_holds_an_item_and_wants_its_circle_waits_and_nobody_is_locked_out():
    ana, bo = make.key(), make.key()
    keys = make.circle(ana, bo)
    item = keys.seal(make.NOTE, {"text": "first"})
    actions.expel(keys.circle, keys.secrets, bo.holder)
    held, go_on, broken = threading.Event(), threading.Event(), []

    def rewrite():
        try:
            with transaction.atomic():
                mine = SealedItem.objects.select_for_update().get(pk=item.pk)
                held.set()
                go_on.wait(20)
                ana.open(keys.circle).rewrite(mine, {"text": "second"})
        except Exception as error:
            broken.append(error)
        finally:
            connections.close_all()

    writer = threading.Thread(target=rewrite)
    writer.start()
    assert held.wait(20)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '10s'")
        assert actions.rotate_some(keys) == 1
        go_on.set()
    writer.join()
    assert (broken, actions.rotate_some(keys)) == ([], 0)
    assert keys.read(SealedItem.objects.get()) == {"text": "second"}

"""The small world of the walks (tests/walk/world.py) on a data folder of its own, before a server serves it.

Run by `manage.py shell`, in another process, so that no test has the database open. Prints one line of JSON.
"""

import json
from typing import Any

from django.urls import reverse

from conftest import PASSPHRASE, SPOKEN
from tests.walk.routes import routes
from tests.walk.world import RECEIPT, ROLES, World, address, build


def plant() -> None:
    world = build()
    print(json.dumps({"routes": addresses(world), "cookies": world.cookies, **known(world)}))


def addresses(world: World) -> dict[str, str]:
    """Where each route's page is, with the world's objects in it."""
    return {route.name: address(world, route) for route in routes()}


def known(world: World) -> dict[str, Any]:
    """What people have on paper or were told."""
    assert set(world.cookies) == set(ROLES)
    join = reverse("groups:join", args=[world.objects["invitation"].pk])
    return {"receipt": RECEIPT, "spoken": SPOKEN, "passphrase": PASSPHRASE, "join": join}

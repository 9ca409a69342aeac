"""What the walks need of records that may be one."""

from rooted.doubles.tests import make

OBJECTS = {"doubles": "pair"}


def make_objects(world) -> None:
    """A pair of Docks, and one of Depot as the foreign one; each year apart from all other records of the world."""
    for name, role, year in (("pair", "member", 1911), ("foreign pair", "other", 1921)):
        world.objects[name] = make.pair_of_year(world.people[role].group, year)


BUTTONS = {"doubles:double-join", "doubles:double-keep", "doubles:double-part", "doubles:double-reopen"}
READ_ONLY = {"doubles:double-list", "doubles:double-detail"}

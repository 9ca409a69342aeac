"""What the walks need of records that may be one."""

from rooted.doubles.tests import make
from tests.faults.typed import LINE, TypedForm

OBJECTS = {"doubles": "pair", "doubles:double-add": "named record"}


def make_objects(world) -> None:
    """A pair of Docks, and one of Depot as the foreign one; each year apart from all other records of the world."""
    for foreign, role, year in (("", "member", 1911), ("foreign ", "other", 1921)):
        pair = make.pair_of_year(world.people[role].group, year)
        world.objects |= {f"{foreign}pair": pair, f"{foreign}named record": pair.one}


FORMS = [
    TypedForm(
        "doubles:double-add", "member", lambda world: {"other": world.objects["struggle"].get_absolute_url()},
        {"other": LINE}, stores=("doubles_pair",),
    ),
]  # fmt: skip
BUTTONS = {"doubles:double-join", "doubles:double-keep", "doubles:double-part", "doubles:double-reopen"}
READ_ONLY = {"doubles:double-list", "doubles:double-detail"}

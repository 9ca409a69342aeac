"""From an order with level ones to who is elected: a tie for the last place leaves it empty."""

from collections.abc import Mapping, Sequence

from rooted.counting.telling import Amount

Places = tuple[tuple[str, ...], ...]  # names from the first place to the last, level ones together


def filled(places: Sequence[Sequence[str]], seats: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who is elected, in order, and who is level for what stays empty."""
    elected: tuple[str, ...] = ()
    for place in places:
        if len(place) > seats - len(elected):
            return elected, tuple(place) if len(elected) < seats else ()
        elected += tuple(place)
    return elected, ()


def by_amount(totals: Mapping[str, Amount]) -> Places:
    """The places by how much each has, the most first; level ones in the order given."""
    amounts = sorted(set(totals.values()), reverse=True)
    return tuple(tuple(name for name, has in totals.items() if has == amount) for amount in amounts)

"""Who may open a page at all: nobody but unlocked persons, unless a view says otherwise."""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


def open_to_strangers(view: View) -> View:
    """Anyone may open this view."""
    view.open_to_strangers = True  # type: ignore[attr-defined]
    return view


def open_when_locked(view: View) -> View:
    """Somebody signed in may open this view before giving the passphrase again."""
    view.open_when_locked = True  # type: ignore[attr-defined]
    return view

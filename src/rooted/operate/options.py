"""What somebody set for this server, looked at before it starts: a mistake is said in one sentence."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import CommandError

FOUNDERS = ("anyone", "invited", "first")
HERE = ("127.0.0.1", "localhost", "::1")
NO_ADDRESS = (
    "{address} is no address people can use. It starts with https:// (or is an http://….onion) and ends with the name:"
    " --address https://rooted.example.org"
)


def check() -> None:
    """Raises CommandError for an address nobody could sign in at, and for a founding there is not."""
    if settings.ADDRESS and not is_usable(settings.ADDRESS):
        raise CommandError(NO_ADDRESS.format(address=settings.ADDRESS))
    if settings.FOUNDING not in FOUNDERS:
        raise CommandError(f"ROOTED_FOUNDING is one of {', '.join(FOUNDERS)}, not {settings.FOUNDING}.")


def is_usable(address: str) -> bool:
    """Scheme and host alone, where browsers keep the cookies of a session."""
    try:
        place = urlsplit(address)
        host, _port = place.hostname or "", place.port
    except ValueError:
        return False
    kept = place.scheme == "https" or (place.scheme == "http" and (host.endswith(".onion") or host in HERE))
    return kept and bool(host) and address == f"{place.scheme}://{place.netloc}" and "@" not in place.netloc

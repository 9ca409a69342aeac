"""What somebody set wrongly is said before the server starts."""

import pytest
from django.core.management import CommandError

from rooted.operate import options
from rooted.operate.tests.machine import command, prepared


@pytest.mark.parametrize(
    "address",
    [
        "rooted.example.org", "http://rooted.example.org", "https://", "https://rooted.example.org/groups",
        "https://me@rooted.example.org", "https://rooted.example.org:port", "ftp://rooted.example.org",
    ],
)  # fmt: skip
def test_an_address_nobody_can_sign_in_at_is_refused(settings, address):
    settings.ADDRESS = address
    with pytest.raises(CommandError, match=r"is no address people can use.*--address https://rooted\.example\.org"):
        options.check()


@pytest.mark.parametrize(
    "address", ["", "https://rooted.example.org", "https://a.example:8443", "http://abc.onion", "http://127.0.0.1:8000"]
)
def test_a_right_address_passes(settings, address):
    settings.ADDRESS = address
    assert options.check() is None


def test_a_founding_there_is_not_is_refused_in_one_line(tmp_path):
    done = command(prepared(tmp_path), "serve", ROOTED_FOUNDING="nobody")
    assert (done.returncode, done.stderr) == (
        1,
        "ROOTED_FOUNDING is one of anyone, invited, first, not nobody.\n",
    )


def test_a_damaged_key_is_said_in_one_line(tmp_path):
    key = prepared(tmp_path) / "keys" / "instance"
    key.write_text("cut")
    done = command(tmp_path, "serve")
    assert (done.returncode, done.stderr) == (
        1,
        f"{key} is damaged. Move it away and bring a backup back: ./rooted restore FILE --replace\n",
    )

"""A telephone number as a phone dials it."""

import pytest

from rooted.base.templatetags.parts import dial


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0300 123 4567", "03001234567"),
        ("+49 (30) 12-34.56", "+4930123456"),
        ("+44 (0)300 123 4567", "+443001234567"),
        ("(0)300 123 4567", "03001234567"),
        ("0300 123, ask for Li", "0300123"),
        ("0300 123 / 0300 456", "0300123"),
        ("۰۷۷۰۰ ۹۰۰ ۰۱۱", "07700900011"),
        ("ask Li", ""),
        ("", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_the_first_number_and_nothing_else(written, dialled):
    assert dial(written) == dialled

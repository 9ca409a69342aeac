"""Titles and names for records whose source gives none."""

import pytest

from rooted.mappings.titles import LONGEST_TITLE, as_written, title_from


@pytest.mark.parametrize(
    ("account", "title"),
    [
        ("Riders stopped work. They asked for more.", "Riders stopped work"),
        (
            "Workers in the U.S. walked out on Sept. 20 in Leeds. More.",
            "Workers in the U.S. walked out on Sept. 20 in Leeds",
        ),
        ("Why work at night? Nobody knew.", "Why work at night?"),
        ("No end here", "No end here"),
        ("One line\nand another.", "One line"),
        ("العمال أضربوا. ثم عادوا.", "العمال أضربوا"),
    ],
)
def test_a_title_is_the_first_sentence(account, title):
    assert title_from(account) == title


@pytest.mark.parametrize("account", ["word " * 100, "x" * 500, "ا" * 141])
def test_a_long_title_is_cut_and_says_so(account):
    title = title_from(account)
    assert (len(title) <= LONGEST_TITLE, title[-1]) == (True, "…")


@pytest.mark.parametrize(
    ("name", "account", "written"),
    [
        ("ibm", "Black IBM employees met.", "IBM"),
        ("bolt", "A thunderbolt fell.", "Bolt"),
        ("unite_here", "", "Unite here"),
        ("a(b", "What a(b is.", "a(b"),
    ],
)
def test_a_name_is_written_as_the_account_does(name, account, written):
    assert as_written(name, account) == written

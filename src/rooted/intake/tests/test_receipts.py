"""From tokens to words to keys."""

from collections import Counter
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.intake import receipts

GROUP, OTHER = UUID(int=1), UUID(int=2)


def test_a_receipt_follows_from_token_group_and_language():
    token = receipts.new_token()
    made = receipts.receipt_of(token, group=GROUP, language="en")
    assert made == receipts.receipt_of(token, group=GROUP, language="en")
    others = {
        receipts.receipt_of(receipts.new_token(), group=GROUP, language="en"),
        receipts.receipt_of(token, group=OTHER, language="en"),
        receipts.receipt_of(token, group=GROUP, language="ar"),
    }
    assert len(others | {made}) == 4


def test_the_lookup_says_nothing_about_the_key():
    keys = receipts.keys_of("a b c d e")
    assert (len(keys.lookup), len(keys.key)) == (16, 32)
    assert keys.lookup not in keys.key


def test_a_pair_of_places_is_asked_back_and_stays_the_same():
    counts: Counter[int] = Counter()
    for _ in range(400):
        receipt = receipts.receipt_of(receipts.new_token(), group=GROUP, language="en")
        first, second = receipts.asked_back(receipt)
        assert first != second
        assert receipts.asked_back(receipt.upper()) == (first, second)
        counts.update((first, second))
    assert sorted(counts) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("receipt", "text", "found"),
    [
        ("plum otter seven gravel lantern", "Plum, Otter; seven GRAVEL lantern!", True),
        ("plum otter seven gravel lantern", "plumotterseven gravellantern", True),
        ("plum otter seven gravel lantern", "plum otter seven gravel", False),
        ("1234 5678 9012 3456 7890", "call 12345678901234567890 now", True),
        ("1234 5678 9012 3456 7890", "١٢٣٤ ٥٦٧٨ ٩٠١٢ ٣٤٥٦ ٧٨٩٠", True),
        ("1234 5678 9012 3456 7890", "1234 5678 9012", False),
        ("", "anything", False),
    ],
)
def test_a_receipt_is_found_however_it_is_written(receipt, text, found):
    assert receipts.is_in(receipt, text) is found


@given(st.text(max_size=300))
def test_any_text_can_be_tried(text):
    receipts.is_in(text, text)
    assert len(receipts.keys_of(text).lookup) == 16

"""Exchanging any two ciphertexts, keys or rows makes every read fail, never give another's content."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rooted.base import seal
from rooted.circles import actions
from rooted.circles.tests import make

PARTS = ["key_wrap", "ciphertext", "kind", "epoch", "circle"]


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    parts=st.sets(st.sampled_from(PARTS), min_size=1),
    elsewhere=st.booleans(),
    letters=st.tuples(st.booleans(), st.booleans()),
)
def test_swapped_parts_never_open(parts, elsewhere, letters):
    ana = make.key()
    one = make.circle(ana)
    other = make.circle(ana) if elsewhere else one

    def sealed(keys, letter):
        if letter:
            return actions.drop_in(keys.circle, make.LETTER, {"text": "x"})
        return keys.seal(make.NOTE, {"text": "x"})

    first, second = sealed(one, letters[0]), sealed(other, letters[1])
    changed = [part for part in parts if getattr(first, part) != getattr(second, part)]
    for part in changed:
        mine, theirs = getattr(first, part), getattr(second, part)
        setattr(first, part, theirs)
        setattr(second, part, mine)
    for item in (first, second):
        for keys in (one, other):
            if changed:
                with pytest.raises(seal.Closed):
                    keys.read(item)

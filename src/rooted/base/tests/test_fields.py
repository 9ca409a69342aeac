import re
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from rooted.base.converters import GroupConverter, KeyConverter
from rooted.base.fields import random_id
from rooted.base.models import Job

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.parametrize(("column", "most"), [("name", 60), ("payload", 4_000)])
@pytest.mark.parametrize("letter", ["x", "ł", "😀"])
def test_the_database_itself_refuses_text_that_is_too_long(column, most, letter):
    Job.objects.create(lane="quick", run_after=NOW, **{column: letter * most})
    with pytest.raises(DatabaseError), transaction.atomic():
        Job.objects.create(lane="quick", run_after=NOW, **{column: letter * (most + 1)})
    with pytest.raises(DatabaseError), transaction.atomic():
        Job.objects.update(**{column: letter * (most + 1)})
    assert Job.objects.count() == 1


def test_a_random_id_is_a_positive_number_of_63_bits_and_never_the_same():
    ids = [random_id() for _ in range(1_000)]
    assert len(set(ids)) == 1_000
    assert all(0 < number < 2**63 for number in ids)
    assert ids != sorted(ids)


@given(st.integers(0, 2**63 - 1))
def test_an_id_and_its_place_in_an_address_belong_together(number):
    text = KeyConverter().to_url(number)
    assert re.fullmatch(KeyConverter.regex, text)
    assert KeyConverter().to_python(text) == number


@given(st.from_regex(KeyConverter.regex, fullmatch=True))
def test_an_address_that_is_no_id_is_not_found_and_every_other_has_one_spelling(text):
    try:
        number = KeyConverter().to_python(text)
    except ValueError:
        assert text > KeyConverter().to_url(2**63 - 1)
    else:
        assert KeyConverter().to_url(number) == text


@pytest.mark.parametrize("text", ["0" * 12, "0" * 14, "i" * 13, "0" * 12 + "A", "0" * 12 + "\u0661"])
def test_other_characters_and_lengths_do_not_match(text):
    assert not re.fullmatch(KeyConverter.regex, text)


@pytest.mark.parametrize("address", ["docks", "docks-2", "7", "a" * 40])
def test_a_groups_address_is_a_word(address):
    assert GroupConverter().to_url(GroupConverter().to_python(address)) == address


@pytest.mark.parametrize("address", ["", "-docks", "Docks", "do cks", "dócks", "a" * 41, "docks/", "docks\n"])
def test_anything_else_is_no_groups_address(address):
    with pytest.raises(ValueError):
        GroupConverter().to_url(address)

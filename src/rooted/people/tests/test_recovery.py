import pytest

from rooted.people import actions
from rooted.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db
URL = "/you/recovery/"  # people:recovery


def test_the_eight_blocks_stand_on_the_page_one_a_line():
    blocks = actions.recovery_blocks(person())
    page = signed_in().get(URL).content.decode()
    assert [f'<li dir="ltr">{block}</li>' in page for block in blocks] == [True] * 8

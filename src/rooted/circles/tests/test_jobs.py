import pytest

from rooted.circles.jobs import wipe_log

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_log_is_emptied_and_twice_does_no_harm():
    wipe_log()
    wipe_log()

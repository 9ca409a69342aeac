"""What another server wrote is held to what is asked of our own."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from rooted.records.record import Point
from rooted.struggles.exchange import checked
from rooted.struggles.tests import make


@pytest.mark.parametrize(
    ("days", "outcome", "kinds"),
    [
        (900, "goes-on", ["strong"]),
        (30, "unknown", ["strong"]),
        (31, "unknown", ["weak", "strong"]),
        (1, "won", ["weak", "strong"]),
    ],
)
def test_weak_points_of_what_may_go_on_are_kept_back(days, outcome, kinds):
    points = (Point("weak", "Gate two sleeps"), Point("strong", "All shifts"))
    began = timezone.localdate() - timedelta(days=days)
    record = make.record(points=points, outcome=outcome, started_on=began)
    assert [point.kind for point in checked(record).shown_points] == kinds
    assert len(checked(replace(record, ended_on=began)).shown_points) == 2

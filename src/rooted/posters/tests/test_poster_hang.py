"""posters:poster-hang, writing down where one hangs."""

from datetime import timedelta

import pytest
from django.urls import reverse

from rooted.posters.models import Poster
from rooted.posters.sealed import POSTER
from rooted.posters.tests import make

URL = reverse("posters:poster-hang", args=["docks"])


def filled(**fields):
    return make.HUNG | {"renew_on": (make.today() + timedelta(days=14)).isoformat()} | fields


def test_the_place_is_sealed_and_the_day_is_not(ana):
    assert ana.client.post(URL, filled()).url == reverse("posters:poster-list", args=["docks"])
    poster = Poster.objects.select_related("item").get()
    content = ana.seat.keys.read(poster.item, POSTER)
    assert {name: content[name] for name in make.HUNG} == make.HUNG
    assert (content["seat"], poster.renew_on) == (ana.seat.pk, make.today() + timedelta(days=14))


def test_four_weeks_are_proposed(ana):
    form = ana.client.get(URL).context["form"]
    assert form["renew_on"].value() == make.today() + timedelta(days=28)


@pytest.mark.parametrize(
    ("field", "value"),
    [("place", ""), ("place", "x" * 121), ("place", "a\0b"), ("renew_on", "2001-01-01"), ("renew_on", "soon")],
)
def test_what_is_wrong_is_said_and_everything_else_stays(ana, field, value):
    response = ana.client.post(URL, filled(**{field: value}))
    assert list(response.context["form"].errors) == [field]
    assert "Ask Li." in response.content.decode()
    assert not Poster.objects.exists()


def test_hostile_words_are_shown_as_words(ana):
    ana.client.post(URL, filled(place="<script>x</script>"))
    html = ana.client.get(reverse("posters:poster-list", args=["docks"])).content.decode()
    assert "&lt;script&gt;x&lt;/script&gt;" in html

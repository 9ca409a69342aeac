"""posters:poster-renew, hung anew."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from rooted.posters.actions import renew_poster, take_poster_down
from rooted.posters.tests import make


def url(poster, group="docks"):
    return reverse("posters:poster-renew", args=[group, poster.pk])


def test_it_gets_a_new_day(ana, bo):
    poster, day = make.poster(ana, days=-2), make.today() + timedelta(days=28)
    bo.client.post(url(poster), {"renew_on": day.isoformat()})
    poster.refresh_from_db()
    assert poster.renew_on == day


def test_a_day_gone_by_is_refused(ana):
    poster = make.poster(ana, days=-2)
    response = ana.client.post(url(poster), {"renew_on": "2001-01-01"})
    assert response.context["form"].errors["renew_on"] == ["Choose a day from today on, within a year."]


def test_one_that_was_taken_down_meanwhile_is_not_renewed(ana):
    poster = make.poster(ana)
    take_poster_down(poster, today=make.today())
    with pytest.raises(ValidationError):
        renew_poster(poster, renew_on=make.today())
    page = ana.client.post(url(poster), {"renew_on": make.today().isoformat()}).content.decode()
    assert "This poster was taken down meanwhile." in page


def test_another_groups_poster_is_not_there(ana, cem):
    poster = make.poster(ana)
    assert [cem.client.get(url(poster, group)).status_code for group in ("docks", "depot")] == [404, 404]

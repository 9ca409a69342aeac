"""posters:poster-take-down, it no longer hangs."""

from datetime import timedelta

from django.urls import reverse

from rooted.posters.actions import take_poster_down
from rooted.posters.tests import make


def url(poster):
    return reverse("posters:poster-take-down", args=["docks", poster.pk])


def test_it_is_down_from_today_and_erased_after_sixty_days(ana):
    poster = make.poster(ana)
    ana.client.post(url(poster))
    poster.refresh_from_db()
    assert (poster.down_on, poster.item.expires_on) == (make.today(), make.today() + timedelta(days=60))


def test_two_who_do_it_at_once_do_it_once(ana):
    poster = make.poster(ana)
    take_poster_down(poster, today=make.today() - timedelta(days=1))
    take_poster_down(poster, today=make.today())
    poster.refresh_from_db()
    assert poster.down_on == make.today() - timedelta(days=1)


def test_looking_does_nothing(ana):
    poster = make.poster(ana)
    assert ana.client.get(url(poster)).url == reverse("posters:poster-renew", args=["docks", poster.pk])
    poster.refresh_from_db()
    assert poster.down_on is None

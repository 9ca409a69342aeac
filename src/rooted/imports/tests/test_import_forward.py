"""The first of two members puts an import forward."""

from django.urls import reverse

from rooted.imports.tests import make
from rooted.struggles.models import Struggle


def url(batch):
    return reverse("imports:import-forward", args=[batch.group.address, batch.pk])


def test_a_member_puts_it_forward_and_nothing_is_public_yet(ana, docks):
    batch = make.batch(docks, make.entries(2))
    answer = ana.client.post(url(batch))
    batch.refresh_from_db()
    assert (answer.status_code, answer.url, batch.first_seat) == (302, make.page(batch), ana.seat.pk)
    assert Struggle.objects.public().count() == 0


def test_a_second_time_is_refused_and_says_so(ana, bo, docks):
    batch = make.batch(docks, make.entries(1))
    ana.client.post(url(batch))
    answer = bo.client.post(url(batch))
    assert (answer.status_code, "Somebody has put this import forward already." in answer.content.decode()) == (
        409,
        True,
    )


def test_others_and_plain_links_change_nothing(ana, cem, stranger, docks):
    batch = make.batch(docks, make.entries(1))
    answers = [cem.client.post(url(batch)), stranger.post(url(batch)), ana.client.get(url(batch))]
    batch.refresh_from_db()
    assert ([answer.status_code for answer in answers], batch.first_seat) == ([404, 403, 405], None)


def test_an_import_of_another_group_cannot_be_reached_through_ones_own(cem, ana, docks, depot):
    batch = make.batch(docks, make.entries(1))
    crossed = reverse("imports:import-forward", args=[depot.address, batch.pk])
    assert cem.client.post(crossed).status_code == 404

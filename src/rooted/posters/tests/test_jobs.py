"""Erasing what was taken down."""

from datetime import timedelta

from django.utils import timezone

from rooted.circles.models import SealedItem
from rooted.posters.actions import take_poster_down
from rooted.posters.jobs import erase_posters
from rooted.posters.models import Poster
from rooted.posters.tests import make


def test_it_is_erased_sixty_days_after_it_was_taken_down(ana):
    poster, kept = make.poster(ana), make.poster(ana)
    take_poster_down(poster, today=make.today() - timedelta(days=60))
    take_poster_down(kept, today=make.today() - timedelta(days=59))
    erase_posters(timezone.now())
    erase_posters(timezone.now())
    assert list(Poster.objects.all()) == [kept]
    assert not SealedItem.objects.filter(pk=poster.item_id).exists()

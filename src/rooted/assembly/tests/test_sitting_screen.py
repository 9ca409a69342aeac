"""assembly:sitting-screen"""

from django.utils import timezone

from rooted.assembly import running
from rooted.assembly.tests.make import at, page, point, sitting, speaker


def test_the_current_point_is_its_heading_and_who_waits_stands_below(ana):
    one = sitting(ana, days=0)
    running.set_point(one, point(ana, one.assembly, "Breaks in the cold store"))
    running.give_the_word(speaker(ana, one, "Jo"))
    speaker(ana, one, "Petra")
    shown = page(ana, "sitting-screen", one.pk)
    assert '<h1 dir="auto">Breaks in the cold store</h1>' in shown
    assert "<bdi>Jo</bdi> speaks." in shown
    assert ("<li><bdi>Petra</bdi></li>" in shown, 'class="masthead"' in shown) == (True, False)


def test_it_renews_itself_only_on_its_days_until_it_ends(ana):
    now, later = sitting(ana, days=0), sitting(ana, days=5)
    asked = [ana.client.get(at("sitting-screen", ana, one.pk)) for one in (now, later)]
    still = ana.client.get(at("sitting-screen", ana, now.pk, query="?still=yes"))
    running.end_sitting(now, seat=ana.seat, now=timezone.now())
    ended = ana.client.get(at("sitting-screen", ana, now.pk))
    assert [answer.get("Refresh") for answer in (*asked, still, ended)] == ["15", None, None, None]

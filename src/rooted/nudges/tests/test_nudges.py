"""nudges:nudges, one's own reminders."""

from django.urls import reverse

from rooted.nudges.actions import ask_for_mail, make_feed
from rooted.nudges.tests.make import ADDRESS, mail_server

URL = reverse("nudges:nudges", args=["docks"])


def test_without_a_mail_server_the_page_says_so(ana):
    html = ana.client.get(URL).content.decode()
    assert "This server has no mail set up." in html
    assert 'name="address"' not in html


def test_the_page_says_what_a_seized_server_gives_away(ana, settings):
    with mail_server(settings):
        html = ana.client.get(URL).content.decode()
    assert "Whoever seizes the running server can learn it" in html
    assert "Whoever has this address sees those days, without a passphrase." in html


def test_each_member_sees_their_own(ana, bo, settings):
    ask_for_mail(ana.seat, address=ADDRESS, language="en")
    make_feed(ana.seat, language="en")
    with mail_server(settings):
        seen = [member.client.get(URL).content.decode() for member in (ana, bo)]
    assert [ADDRESS in html for html in seen] == [True, False]
    assert [".ics" in html for html in seen] == [True, False]


def test_the_line_for_the_chat_names_nothing_but_the_server(ana):
    page = ana.client.get(URL)
    assert page.context["line"] == "Something needs us on Rooted: http://testserver/"
    assert page.context["sms"] == "sms:?&body=Something%20needs%20us%20on%20Rooted%3A%20http%3A//testserver/"


def test_nobody_else_opens_it(ana, cem, stranger):
    assert (cem.client.get(URL).status_code, stranger.get(URL).status_code) == (404, 403)

"""One mail, handed over to servers good and bad. The servers are real: sockets on this machine."""

import time
from email import message_from_bytes, policy
from itertools import product

import pytest

from rooted.nudges import mail
from rooted.nudges.tests.make import ADDRESS, mail_server


@pytest.fixture(autouse=True)
def _nothing_failed_yet():
    mail.forget_failures()


def send(language="en"):
    mail.send(ADDRESS, language)


def test_it_says_the_same_to_everybody_and_only_the_servers_address(settings):
    with mail_server(settings) as server:
        send()
    letter = message_from_bytes(server.got[0], policy=policy.default)
    assert (letter["From"], letter["To"], letter["Subject"]) == ("reminders@example.org", ADDRESS, "A reminder")
    assert (
        letter.get_content().replace("\r\n", "\n").strip()
        == "Something is due. Open the page when you can:\n\nhttps://rooted.example.org/"
    )
    assert sorted(letter.keys()) == [
        "Auto-Submitted", "Content-Transfer-Encoding", "Content-Type", "Date", "From", "MIME-Version", "Message-ID",
        "Subject", "To",
    ]  # fmt: skip


def test_neither_the_machines_name_nor_the_network_is_told(settings):
    with mail_server(settings) as server:
        send()
    assert server.said[0] == "ehlo example.org"
    assert server.got[0].count(b"example.org") == 3  # sender, Message-ID, the address in the text


def hanging():
    """Where a server stops, and how. The first one in every run: each takes as long as we wait."""
    for number, (how, fails) in enumerate(product(["drips", "hangs"], ["RCPT", "CONNECT", "EHLO", "MAIL"])):
        yield pytest.param(fails, how, marks=pytest.mark.long if number else ())


@pytest.mark.parametrize(("fails", "how"), list(hanging()))
def test_a_server_that_hangs_is_left_in_time_and_tried_again(settings, monkeypatch, fails, how):
    monkeypatch.setattr(mail, "SECONDS", 1.0)
    before = time.monotonic()
    with mail_server(settings, fails, how), pytest.raises(mail.NotSent):
        send()
    assert time.monotonic() - before < 6


@pytest.mark.parametrize("fails", ["CONNECT", "EHLO", "MAIL", "RCPT"])
def test_a_server_that_hangs_up_before_the_mail_is_tried_again(settings, fails):
    with mail_server(settings, fails, "drops"), pytest.raises(mail.NotSent):
        send()


@pytest.mark.parametrize(("fails", "how"), [("MAIL", "451"), ("RCPT", "450"), ("DATA", "452"), ("END", "451")])
def test_a_server_that_has_no_time_now_is_tried_again(settings, fails, how):
    with mail_server(settings, fails, how), pytest.raises(mail.NotSent):
        send()


def test_an_address_nobody_has_is_not_tried_again(settings):
    with mail_server(settings, "RCPT", "550"), pytest.raises(mail.Refused):
        send()


@pytest.mark.parametrize(
    ("how", "seconds"), [pytest.param("hangs", 3.0, marks=pytest.mark.long), ("drops", mail.SECONDS)]
)
def test_when_the_line_breaks_after_the_mail_nobody_sends_it_twice(settings, monkeypatch, how, seconds):
    monkeypatch.setattr(mail, "SECONDS", seconds)
    with mail_server(settings, "END", how), pytest.raises(mail.Unsure):
        send()


def test_a_server_that_takes_it_and_hangs_up_has_taken_it(settings):
    with mail_server(settings, "AFTER", "drops") as server:
        send()
    assert len(server.got) == 1


def test_nobody_is_there(settings):
    with mail_server(settings) as server:
        pass
    with pytest.raises(mail.NotSent):
        send()
    assert server.visits == 0


def test_after_a_failure_the_server_is_left_alone_for_a_minute(settings):
    with mail_server(settings, "EHLO", "drops") as server:
        for _ in range(3):
            with pytest.raises(mail.NotSent):
                send()
        assert server.visits == 1


def test_nothing_goes_out_in_the_open_to_another_machine(settings, monkeypatch):
    with mail_server(settings) as server:
        monkeypatch.setattr(mail, "HERE", {"nowhere"})
        with pytest.raises(mail.NotSent):
            send()
    assert [line for line in server.said if ADDRESS in line] == []


def test_the_failure_says_nothing_of_the_address(settings):
    with mail_server(settings, "RCPT", "450"), pytest.raises(mail.NotSent) as failure:
        send()
    assert (str(failure.value), failure.value.__cause__) == ("", None)


@pytest.mark.parametrize("name", ["SMTP", "MAIL_FROM", "ADDRESS"])
def test_without_one_of_the_settings_there_is_no_mail(settings, name):
    with mail_server(settings):
        assert mail.is_set_up()
        setattr(settings, name, "")
        assert not mail.is_set_up()

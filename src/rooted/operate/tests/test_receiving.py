"""How large a request may be: a list of struggles larger than any other, and one such at a time."""

import re

import pytest
from django.conf import settings
from waitress.adjustments import Adjustments

from rooted.operate.receiving import LARGEST_READ, MARK, MEGABYTE, SMALL, Parser

LIST, OTHER = "/g/docks/struggles/imports/add/", "/g/docks/letter/"


@pytest.fixture
def sent():
    """Begin to send so many megabytes; what the request is told of itself: "", "size" or "busy"."""
    parsers = []

    def begin(path, megabytes):
        parser = Parser(Adjustments(max_request_body_size=256 * MEGABYTE))
        parsers.append(parser)
        parser.parse_header(f"POST {path} HTTP/1.1\r\nContent-Length: {megabytes * MEGABYTE}\r\n".encode())
        return parser.headers.get(MARK, "")

    yield begin
    for parser in parsers:
        parser.close()


def test_a_list_may_be_long_and_anything_else_has_16_mb(sent):
    assert [sent(LIST, 500), sent(OTHER, 16), sent(OTHER, 17)] == ["", "", "size"]


def test_one_long_list_at_a_time_and_short_ones_beside_it(sent):
    assert [sent(LIST, 40), sent(LIST, 40), sent(LIST, 10)] == ["", "busy", ""]


def received(piece, times):
    """A list that came in in so many pieces."""
    parser = Parser(Adjustments(max_request_body_size=256 * MEGABYTE))
    parser.received(f"POST {LIST} HTTP/1.1\r\nContent-Length: {len(piece) * times}\r\n\r\n".encode())
    for _ in range(times):
        parser.received(piece)
    return parser


def test_a_long_list_is_held_packed_and_read_as_it_was_sent():
    piece = b"2019-03-04;Astilleros;Ribamar\n" * 4_000
    parser = received(piece, 150)
    held = parser.body_rcv.packing.packed + len(parser.body_rcv.buf)
    assert (parser.completed, parser.headers.get(MARK), held < 3 * MEGABYTE) == (True, None, True)
    assert parser.get_body_stream().read() == piece * 150
    parser.close()


def test_a_list_too_large_even_packed_keeps_its_beginning_and_says_so(monkeypatch):
    monkeypatch.setattr("rooted.operate.receiving.LARGEST_PACKED", 1_000)
    parser = received(b"x" * MEGABYTE, 17)
    assert (parser.headers[MARK], SMALL <= len(parser.get_body_stream().read()) < 2 * SMALL) == ("size", True)
    parser.close()


def test_its_place_is_free_when_it_ends(sent):
    parser = Parser(Adjustments())
    parser.parse_header(f"POST {LIST} HTTP/1.1\r\nContent-Length: {40 * MEGABYTE}\r\n".encode())
    parser.close()
    assert sent(LIST, 40) == ""


@pytest.mark.parametrize(
    ("file", "limit"), [("Caddyfile", r"max_size (\d+)GiB"), ("nginx.conf", r"client_max_body_size (\d+)m;")]
)
def test_a_proxy_lets_through_whatever_we_answer_with_a_sentence(file, limit):
    said = int(re.search(limit, (settings.SOURCE / "deploy" / file).read_text())[1])
    assert said * (1024 if file == "Caddyfile" else 1) * MEGABYTE >= LARGEST_READ

"""How large a request may be: a list of struggles larger than any other, and one such at a time."""

import pytest
from waitress.adjustments import Adjustments

from rooted.home.operate.receiving import MARK, MEGABYTE, Parser

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


def test_a_list_may_be_51_mb_and_anything_else_16(sent):
    assert [sent(LIST, 51), sent(OTHER, 16), sent(OTHER, 17), sent(LIST, 52), sent(LIST, 500)] == [
        "",
        "",
        "size",
        "size",
        "size",
    ]


def test_one_long_list_at_a_time_and_short_ones_beside_it(sent):
    assert [sent(LIST, 40), sent(LIST, 40), sent(LIST, 10)] == ["", "busy", ""]


def test_its_place_is_free_when_it_ends(sent):
    parser = Parser(Adjustments())
    parser.parse_header(f"POST {LIST} HTTP/1.1\r\nContent-Length: {40 * MEGABYTE}\r\n".encode())
    parser.close()
    assert sent(LIST, 40) == ""

"""A thousand letters in a minute leave the rest of the server answering."""

import pytest

from rooted.home.tests.machine import free_port, prepared, server
from tests.faults.flooding import flood
from tests.faults.real import seeded


@pytest.mark.parametrize(("letters", "within"), [pytest.param(1_000, 60.0, marks=pytest.mark.long)])
def test_public_pages_answer_while_letters_flood_in(tmp_path, letters, within):
    data, port = prepared(tmp_path / "data"), free_port()
    seeded(data, 1)
    with server(data, port):
        result = flood(port, letters=letters, within=within)
    print(f"{result.taken} taken, {result.back} sent back, in {result.seconds:.0f} s; ", end="")
    print(f"a public page: p50 {result.p50 * 1_000:.0f} ms, p95 {result.p95 * 1_000:.0f} ms")
    assert (result.failed, result.refused_pages) == (0, 0)
    assert result.taken + result.back == letters
    assert result.taken > letters / 4
    assert result.p95 < 3

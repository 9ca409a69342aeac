import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.base import seal

KEY = bytes(range(32))
# Frozen blobs of version 1: later releases must open them.
SEALED_V1 = bytes.fromhex(
    "01af23264e68ac80b32a300864a902ae690758bcdcc328282d0cfcc7201fb3b077e4edf719015d8fa8fe69aa4e852590a3a5e1fe6c62b2a1aa"
)
ENCRYPTED_V1 = bytes.fromhex(
    "019ed5662b50c8825a7253e8c9446c0b7c1dd72f0a0a8d1866d392b30107bb7d6f021837d8540294b1188642ee6441"
)
STREAM_V1 = [
    bytes.fromhex(text)
    for text in (
        "0130e58bc6ce9dfaf8ef14bb4ebed02ed275b09c18da304b2b",
        "0edfd4253a43beaa59a24fe43ecc9da5907015",
        "b548a363e0a26541869efdb397de74d8215f66e46c",
    )
]


def test_version_one_blobs_stay_readable():
    assert seal.open_sealed(KEY, SEALED_V1) == b"a letter"
    assert seal.decrypt(KEY, ENCRYPTED_V1, "v1|circle|item|kind") == b"a note"
    assert b"".join(seal.stream_open(KEY, STREAM_V1[0], STREAM_V1[1:], "v1|circle|item|file")) == b"a file"


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=6), st.data())
def test_a_stream_opens_whole_and_in_order_or_not_at_all(pieces, data):
    header, *sealed = seal.stream_seal(KEY, pieces, "here")
    assert list(seal.stream_open(KEY, header, sealed, "here")) == pieces
    other = data.draw(st.lists(st.sampled_from(sealed), max_size=7).filter(lambda drawn: drawn != sealed))
    with pytest.raises(seal.Closed):
        list(seal.stream_open(KEY, header, other, "here"))
    with pytest.raises(seal.Closed):
        list(seal.stream_open(KEY, header, sealed, "elsewhere"))


def test_known_answers_of_the_derivations():
    assert seal.subkey(KEY, "items").hex() == "1740630aebd03adba7a52c5a73dc0a353637618298c147167d44f3e8550b378a"
    slow = seal.slow_key("five plain words", b"s" * 16, memory_kib=1024)
    assert slow.hex() == "0952d162ed11f6f843d8b3eb09304a5b7ab8eba7f05f3d5f392c57a530d91542"


@given(st.binary(max_size=5000))
def test_padding_gives_back_what_it_got_and_only_a_class_of_length(data):
    padded = seal.pad(data)
    assert seal.unpad(padded) == data
    assert len(padded) in {256 * 2**n for n in range(6)}


def test_notes_of_1_to_200_bytes_have_one_length():
    lengths = {len(seal.encrypt(KEY, seal.pad(b"x" * size), "note")) for size in range(1, 201)}
    assert lengths == {297}


@given(st.binary(max_size=200), st.integers(min_value=0, max_value=10_000))
def test_a_changed_byte_closes_a_blob(data, place):
    blob = bytearray(seal.encrypt(KEY, data, "here"))
    blob[place % len(blob)] ^= 1
    with pytest.raises(seal.Closed):
        seal.decrypt(KEY, bytes(blob), "here")


def test_another_context_closes_a_blob():
    with pytest.raises(seal.Closed):
        seal.decrypt(KEY, seal.encrypt(KEY, b"x", "row 1"), "row 2")


def test_another_key_closes_a_sealed_box():
    public, _ = seal.new_key_pair()
    _, other = seal.new_key_pair()
    with pytest.raises(seal.Closed):
        seal.open_sealed(other, seal.seal_to(public, b"x"))


@pytest.mark.parametrize("blob", [b"", b"\x01", b"\x02" + b"x" * 80, b"x" * 200])
def test_rubbish_is_closed_and_never_an_error(blob):
    for opening in (lambda: seal.decrypt(KEY, blob, "x"), lambda: seal.open_sealed(KEY, blob)):
        with pytest.raises(seal.Closed):
            opening()


def test_a_crowd_is_told_at_once_to_come_back():
    results = []

    def derive():
        try:
            seal.slow_key("words", b"s" * 16, memory_kib=65_536)
            results.append("done")
        except seal.Busy:
            results.append("busy")

    crowd = [threading.Thread(target=derive) for _ in range(20)]
    for person in crowd:
        person.start()
    for person in crowd:
        person.join()
    assert sorted(set(results)) == ["busy", "done"]
    assert results.count("done") >= 8

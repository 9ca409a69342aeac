"""The chain and the file, without a database; and an oracle that knows only hashlib and json."""

import hashlib
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.base.words import LISTS
from rooted.register.chain import START, Link, commitment_of, head_after, head_words
from rooted.register.document import KINDS, RESULTS, Filed, Wrong, check_document, write_document

SALT = "5a" * 32
DAY = date(2026, 11, 27)
words = st.text(st.characters(codec="utf-8"), max_size=40)
task = st.fixed_dictionaries({"text": words, "who": words, "by": st.sampled_from(["", "2026-12-01"])})
texts = st.fixed_dictionaries(
    {
        "title": words,
        "text": words,
        "tally": st.lists(words, max_size=3),
        "bound": words,
        "tasks": st.lists(task, max_size=2),
        "in_force_from": st.just(""),
        "in_force_until": st.sampled_from(["", "2027-01-01"]),
        "method": words,
        "salt": st.binary(min_size=32, max_size=32).map(bytes.hex),
    }
)
results, kinds = st.sampled_from(sorted(RESULTS)), st.sampled_from(sorted(KINDS))
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@st.composite
def registers(draw, least=0, most=5):
    """Entries of a register: some take the place of earlier ones, some have burnt."""
    made, head, replaced = [], START, {0}
    for number in range(1, draw(st.integers(least, most)) + 1):
        text = draw(texts)
        replaces = draw(st.sampled_from([0, *({*range(1, number)} - replaced)]))
        replaced.add(replaces)
        link = Link(number, draw(days).isoformat(), draw(kinds), draw(results), replaces, commitment_of(text))
        head = head_after(head, link)
        burnt = draw(st.none() | days)
        made.append(Filed(link, head, burnt, None if burnt else text))
    return made


def oracle(data):
    """What `how` in the file says, by somebody who has never seen this program."""
    head, found = "0" * 64, json.loads(data)
    for entry in found["entries"]:
        if entry["text"] is not None:
            plain = json.dumps(entry["text"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            assert hashlib.sha256(plain.encode("utf-8")).hexdigest() == entry["commitment"]
        before = [str(entry["number"]), entry["day"], entry["kind"], entry["result"], str(entry["replaces"] or "")]
        lines = ["rooted register entry", head, *before, entry["commitment"]]
        head = hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()
        assert head == entry["head"]
    assert head == found["head"]


def one(number=1, head=START, *, replaces=0, text=None, burnt_on=None):
    text = text or {
        "title": f"Decision {number}", "text": "", "tally": [], "bound": "", "tasks": [], "in_force_from": "",
        "in_force_until": "", "method": "", "salt": SALT,
    }  # fmt: skip
    link = Link(number, "2026-11-27", "decision", "carried", replaces, commitment_of(text))
    return Filed(link, head_after(head, link), burnt_on, None if burnt_on else text)


def three():
    first = one()
    second = one(2, first.head)
    return [first, second, one(3, second.head)]


def wrong_in(content):
    """What is said of a file with this content."""
    with pytest.raises(Wrong) as caught:
        check_document(content if isinstance(content, bytes) else json.dumps(content).encode())
    return caught.value.code, caught.value.number


@given(registers())
def test_whatever_was_decided_corrected_and_burnt_holds_and_the_oracle_agrees(entries):
    data = write_document(entries)
    assert check_document(data) == [entry.head for entry in entries]
    oracle(data)


@given(registers(), st.sets(st.integers(1, 5)))
def test_the_heads_stay_as_they_were_whatever_burns(entries, burning):
    later = [
        Filed(entry.link, entry.head, DAY, None) if entry.link.number in burning and entry.text else entry
        for entry in entries
    ]
    assert check_document(write_document(later)) == check_document(write_document(entries))


@given(registers(), st.booleans())
def test_without_texts_the_heads_are_the_same(entries, with_texts):
    assert check_document(write_document(entries, with_texts=with_texts)) == [entry.head for entry in entries]


@given(registers(least=1, most=3), st.data())
def test_any_change_of_one_byte_is_found(entries, data):
    whole = bytearray(write_document(entries))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Wrong):
        check_document(bytes(whole))


@pytest.mark.parametrize("bits", [1, 2, 32, 128, pytest.param(255, marks=pytest.mark.long)])
def test_of_one_file_every_single_byte_counts(bits):
    whole = write_document(three())
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= bits
        with pytest.raises(Wrong):
            check_document(bytes(changed))


@given(st.binary(max_size=200))
def test_whatever_is_no_register_is_refused(data):
    with pytest.raises(Wrong):
        check_document(data)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda file: file["entries"].pop(1), ("gap", 2)),
        (lambda file: file["entries"].pop(), ("end", 0)),
        (lambda file: file["entries"].reverse(), ("gap", 1)),
        (lambda file: file["entries"][1].update(day="2026-11-26"), ("chain", 2)),
        (lambda file: file["entries"][1].update(result="blocked"), ("chain", 2)),
        (lambda file: file["entries"][2].update(replaces=1), ("chain", 3)),
        (lambda file: file["entries"][0]["text"].update(title="Decision one"), ("text", 1)),
        (lambda file: file["entries"][0]["text"].update(who="somebody"), ("form", 1)),
        (lambda file: file["entries"][0].update(text=None), ("missing", 1)),
        (lambda file: file["entries"][0].update(burnt_on="2026-12-01"), ("unburnt", 1)),
        (lambda file: file["entries"][0].update(number=True), ("gap", 1)),
        (lambda file: file["entries"][0].update(day="2026-W48-5"), ("form", 1)),
        (lambda file: file["entries"][0].update(result=["carried"]), ("form", 1)),
        (lambda file: file["entries"][0].update(replaces=2), ("form", 1)),
        (lambda file: file["entries"][0]["text"].update(tally=[[[]]]), ("form", 1)),
        (lambda file: file.update(length=4), ("end", 0)),
        (lambda file: file.update(head="0" * 64), ("end", 0)),
        (lambda file: file.update(how=["Believe it."]), ("changed", 0)),
        (lambda file: file.update(check="0" * 64), ("changed", 0)),
        (lambda file: file.update(more=1), ("form", 0)),
        (lambda file: file.update(entries={}), ("form", 0)),
    ],
)
def test_it_is_said_what_is_wrong_and_where(change, said):
    file = json.loads(write_document(three()))
    change(file)
    assert wrong_in(file) == said


def test_a_decision_whose_place_is_taken_twice_is_refused():
    first = one()
    second = one(2, first.head, replaces=1)
    assert wrong_in(write_document([first, second, one(3, second.head, replaces=1)])) == ("form", 3)


def test_the_same_content_written_in_another_way_is_a_change():
    assert wrong_in(json.loads(write_document(three()))) == ("changed", 0)


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"1" * 6_000, b"[" * 100_000, b'"\\ud800"', b"\xff", b"NaN"])
def test_no_file_brings_it_down(data):
    assert wrong_in(data)[1] == 0


def test_two_equal_texts_have_two_commitments_by_their_salt():
    assert commitment_of({"title": "Yes", "salt": "1"}) != commitment_of({"title": "Yes", "salt": "2"})


def test_lines_cannot_be_moved_from_one_part_of_an_entry_to_the_next():
    whole, cut = Link(1, "2026-11-27\nx", "y", "z", 0, START), Link(1, "2026-11-27", "x\ny", "z", 0, START)
    assert {wrong_in(_file_of(link)) for link in (whole, cut)} == {("form", 1)}


def _file_of(link):
    return write_document([Filed(link, head_after(START, link), DAY, None)])


@pytest.mark.parametrize("language", [*LISTS, "ar", "pl"])
def test_head_words_are_six_and_follow_from_the_head(language):
    head = hashlib.sha256(b"head").digest()
    said = head_words(head, language)
    assert (len(said.split()), said) == (6, head_words(head, language))
    assert head_words(START, language) != said

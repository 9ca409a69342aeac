"""A published list is taken back here: copies of it on other servers follow; and copies say whose list it is."""

import json

import pytest
from django.utils import timezone

from rooted.imports.actions import undo_import
from rooted.imports.tests import make
from rooted.imports.tests.test_following import gone, released
from rooted.struggles.actions import correct_record
from rooted.struggles.exchange import Notice, entry_of, origin_of, read_entry
from rooted.struggles.models import Correction, ImportBatch, Struggle
from rooted.struggles.reading import record_of
from rooted.struggles.tests import make as chronicle

TODAY = timezone.localdate()
LIST = "Collective Action in Tech (Tan, Nedzhvetskaya; Unlicense (public domain)), Docks"


@pytest.fixture(autouse=True)
def here(settings):
    settings.ADDRESS = "https://here.example"


def travelled(entry):
    return json.loads(json.dumps(entry))


def taken_back(struggle):
    """The import of this record taken back; what then travels of it."""
    undo_import(struggle.batch, why="The columns were mixed up.")
    make.worker()
    struggle.refresh_from_db()
    return travelled(entry_of(struggle))


@pytest.fixture
def first(docks):
    """A record of a list, published here."""
    return make.imported(docks, make.entries(1))[0]


def standing():
    return Struggle.objects.get(source_set="cat", external_id="1")


def test_what_is_taken_back_keeps_its_number_on_the_way_and_frees_it_here(first):
    notice = read_entry(taken_back(first), server="rooted-here-example")
    assert notice == Notice("cat", "1", TODAY, "The columns were mixed up.")
    assert (first.external_id, first.freed_number) == ("", "1")


def test_a_copy_elsewhere_follows_when_the_list_is_taken_back(stranger, first, depot):
    there = travelled(entry_of(first))
    notice = taken_back(first)
    released(depot, there, server="here.example")
    copy = standing()
    assert (copy.group, copy.published_on) == (depot, TODAY)
    released(depot, notice, server="here.example")
    copy.refresh_from_db()
    assert (copy.withdrawn_on, copy.withdrawn_there_on) == (TODAY, TODAY)
    assert "The columns were mixed up." in stranger.get(copy.get_absolute_url()).content.decode()


def test_brought_in_and_published_again_the_number_is_that_of_what_stands(docks, first):
    taken_back(first)
    make.imported(docks, make.entries(1))
    first.refresh_from_db()
    assert "list" not in entry_of(first)
    assert entry_of(standing())["list"]["number"] == "1"


def test_the_same_number_in_another_list_changes_nothing(depot, first):
    entry = travelled(entry_of(first))
    taken_back(first)
    others = [entry | {"list": {"set": which, "number": number}} for which, number in (("boats", "1"), ("cat", "9"))]
    assert released(depot, *others, server="there.example").rows_added == 2
    first.refresh_from_db()
    assert first.freed_number == "1"


def test_taken_back_twice_the_number_is_still_known(docks, first):
    known = {"list": {"set": "cat", "number": "7"}}
    copied = released(docks, travelled(entry_of(first)) | known, server="there.example")
    newer = released(docks, gone() | known, server="there.example")
    copy = copied.struggles.get()
    for batch in (copied, newer):
        undo_import(batch, why="x")
        make.worker()
    copy.refresh_from_db()
    assert (copy.external_id, copy.freed_number, entry_of(copy)["list"]["number"]) == ("", "7", "7")


def test_a_copy_says_whose_list_it_is_and_claims_no_number_of_the_server_it_came_from(stranger, first, depot):
    entry = travelled(entry_of(first))
    assert "Its number there is 1." in stranger.get(first.get_absolute_url()).content.decode()
    taken_back(first)
    released(depot, entry, server="here.example")
    text = " ".join(stranger.get(standing().get_absolute_url()).content.decode().split())
    assert f"First published by {LIST}, here.example. Taken over from there, not checked by us." in text
    assert ("Imported from here.example, not checked by us." in text, "Its number there" in text) == (True, False)
    assert entry_of(standing())["record"]["origin"] == f"{LIST}, here.example"


def test_what_we_correct_in_a_list_is_ours_and_not_the_lists(first):
    correct_record(first, record_of(first), words="The town was wrong.", first=1, second=2)
    told = read_entry(travelled(entry_of(first)), server="x")
    assert [one.origin for one in told.corrections] == ["Docks, here.example"]
    assert Correction.objects.get().origin == ""


@pytest.mark.parametrize(
    ("cite", "told"), [("", "Boats, Docks, here.example"), ("C" * 170, f"Boats ({'C' * 170}), Docks, here.example")]
)
def test_the_licence_is_left_out_where_there_is_no_room_for_it(docks, cite, told):
    struggle = chronicle.struggle(docks)
    struggle.batch = ImportBatch(set_name="Boats", cite=cite, licence="L" * 30 if cite else "")
    assert origin_of(struggle) == told

"""assembly:speaker-add"""

from hypothesis import given
from hypothesis import strategies as st

from rooted.assembly.models import Speaker
from rooted.assembly.speaking import in_turn, same_name
from rooted.assembly.tests.make import page, post, sitting


def test_a_name_waits_at_the_end(ana, bo):
    one = sitting(ana)
    for member, name in ((ana, "Petra"), (bo, "Abdi")):
        post(member, "speaker-add", one.pk, name=name)
    shown = page(ana, "sitting-detail", one.pk)
    assert shown.index("Petra") < shown.index("Abdi")


def test_no_seat_stands_in_the_row(ana):
    post(ana, "speaker-add", sitting(ana).pk, name="Petra")
    assert {field.name for field in Speaker._meta.fields} == {"id", "sitting", "item", "place", "turn"}


def test_a_full_list_is_refused_and_the_name_comes_back(ana, monkeypatch):
    monkeypatch.setattr("rooted.assembly.running.MOST_SPEAKERS", 1)
    one = sitting(ana)
    shown = [post(ana, "speaker-add", one.pk, name=name) for name in ("Petra", "Abdi")][1].content.decode()
    assert ("The list is full." in shown, 'value="Abdi"' in shown) == (True, True)


NAMES = st.lists(st.sampled_from(["Ana", "ana ", "Bo", "Cem", "Dara"]), max_size=8)


@given(waiting=NAMES, spoken=NAMES, new_first=st.booleans())
def test_everyone_stays_in_turn_and_nobody_new_waits_for_one_who_spoke(waiting, spoken, new_first):
    numbered = list(enumerate(waiting, 1))
    order = in_turn(numbered[::-1], spoken, new_first=new_first)
    assert sorted(order) == numbered
    heard = {same_name(name) for name in spoken}
    firsts = [same_name(n) not in heard and same_name(n) not in map(same_name, waiting[: p - 1]) for p, n in order]
    assert firsts == sorted(firsts, reverse=True) if new_first else order == numbered


def test_a_name_that_waits_already_is_refused_with_a_sentence(ana):
    one = sitting(ana)
    shown = [post(ana, "speaker-add", one.pk, name=name) for name in ("Petra", " PETRA ")][1].content.decode()
    assert ("This name is on the list already." in shown, one.speakers.count()) == (True, 1)

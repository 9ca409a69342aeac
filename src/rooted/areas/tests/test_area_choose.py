"""areas:area-choose, which area is ours: one more of each at a time."""

from rooted.areas.bounds import Around, Bounds
from rooted.areas.reading import read_area
from rooted.areas.tests import make
from rooted.places.tests.make import make_town
from rooted.records.record import Place
from rooted.struggles.tests.make import struggle

NOTHING = {"town": "", "km": "25", "land": "", "branch": "", "seen": "0"}


def send(member, **fields):
    return member.client.post(make.at("area-choose", member), NOTHING | fields)


def kept(member):
    return read_area(member.seat).bounds


def test_a_town_a_country_and_a_branch_are_added_and_lead_back_to_the_page(ana):
    make.leeds()
    answer = send(ana, town="Leeds", km="50", land="FR", branch="H")
    assert answer.url == make.at("area", ana)
    assert kept(ana) == Bounds((Around(2644688, 50),), ("FR",), ("H",))


def test_what_loses_its_tick_goes_and_the_rest_stays(ana, bo):
    make.bounds(ana, Bounds(lands=("GB", "FR"), branches=("H",)))
    send(bo, keep=["land:FR", "branch:H"], seen="1")
    assert kept(ana) == Bounds(lands=("FR",), branches=("H",))


def test_regions_are_those_the_chronicle_knows(ana):
    struggle(ana.group, places=(Place("region", "US", "Oregon"),))
    assert '<option value="US:Oregon">– Oregon</option>' in ana.client.get(make.at("area-choose", ana)).content.decode()
    send(ana, land="US:Oregon")
    assert kept(ana) == Bounds(lands=("US:Oregon",))


def test_a_name_of_several_towns_asks_which_one(ana):
    make.leeds()
    make_town(7, "Leeds", "US", "Alabama", 33.5, -86.5)
    assert "Choose yours below" in send(ana, town="Leeds").content.decode()
    send(ana, town="Leeds", **{"town-town": "7"})
    assert kept(ana) == Bounds((Around(7, 25),))


def test_an_unknown_town_is_refused_and_comes_back(ana):
    html = send(ana, town="Saltend", branch="H").content.decode()
    assert "We know no town of this name." in html
    assert 'value="Saltend"' in html
    assert kept(ana) == Bounds()


def test_too_much_is_refused_with_what_to_do(ana):
    make.bounds(ana, Bounds(branches=tuple("ABCDEFGHIJ")))
    keep = [f"branch:{code}" for code in "ABCDEFGHIJ"]
    assert "Take some out." in send(ana, keep=keep, branch="K", seen="1").content.decode()


def test_the_second_of_two_sees_it_and_can_save_then(ana, bo):
    make.bounds(ana, Bounds(lands=("GB",)))
    page = send(bo, land="FR", seen="0")
    assert "Ana saved this while you wrote." in page.content.decode()
    form = page.context["form"]
    assert (form["seen"].value(), form["land"].value()) == ("1", "FR")
    send(bo, keep=["land:GB"], land="FR", seen=form["seen"].value())
    assert kept(bo) == Bounds(lands=("GB", "FR"))


def test_nonsense_is_refused(ana):
    assert send(ana, land="XX").status_code == 200
    assert send(ana, keep=["land:XX", "town:9:25"]).status_code == 302
    assert send(ana, km="26").status_code == 200
    assert kept(ana) == Bounds()


def test_outsiders_meet_nothing(ana, cem):
    assert cem.client.get(make.at("area-choose", ana)).status_code == 404

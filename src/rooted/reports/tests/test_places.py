"""The places of a report: what is typed, how it is shown again, and what strangers find it by."""

from dataclasses import replace

import pytest

from rooted.places.tests import make as towns
from rooted.records.record import Place
from rooted.reports.tests import make
from rooted.struggles.tests import make as struggles

WHAT = {"title": make.TITLE, "started_year": "2026", "language": "en"}


def saved(member, report, **typed):
    answer = make.send(report, member, "what", **typed)
    assert answer.status_code == 302, answer.context["form"].errors
    return make.draft(report, member)


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ({"region": "Sylhet", "country": "BD"}, Place("region", "BD", "Sylhet")),
        ({"region": "Sylhet"}, Place("region", "", "Sylhet")),
        ({"region": "Sylhet", "country": "BD", "site": "Gate 2"}, Place("region", "BD", "Sylhet", site="Gate 2")),
        ({"town": "Smallwell", "region": "Sylhet"}, Place("town", "", "Sylhet", "Smallwell")),
        ({"town": "Leeds", "region": "Yorkshire"}, Place("town", "GB", "Yorkshire", "Leeds", 53.796, -1.548)),
        ({"town": "Salem", "region": "Ohio"}, Place("town", "US", "Ohio", "Salem")),
        ({"town": "Salem", "region": "oregon"}, Place("town", "US", "Oregon", "Salem", 44.9, -123.0)),
    ],
)
def test_a_region_is_written_down_shown_again_and_stays_as_it_is(ana, row, place):
    towns.make_town(name="Leeds", latitude=53.796, longitude=-1.548)
    towns.make_town(2, name="Salem", country="US", region="Oregon", latitude=44.9, longitude=-123.0)
    report = make.report(ana)
    typed = {f"places-0-{name}": value for name, value in row.items()}
    assert saved(ana, report, **WHAT, going="", **typed).record.places == (place,)
    form = ana.client.get(make.step(report, ana, "what")).context["form"]
    again = {name: form[name].value() for name in form.fields if name.startswith("places-0-")}
    assert saved(ana, report, **WHAT | {"title": "New"}, going="", **again).record.places == (place,)


def test_beside_a_region_that_is_known_to_the_degree_the_workplace_changes(ana):
    place = Place("region", "US", "Texas", "", 31.0, -99.0)
    report = make.report(ana, places=(place,))
    rows = {"places-0-region": "Texas", "places-0-country": "US", "places-0-site": "Depot"}
    assert saved(ana, report, **WHAT, going="", **rows).record.places == (replace(place, site="Depot"),)


def test_strangers_read_the_region_and_find_the_record_by_it(ana, bo, stranger):
    report = make.report(ana)
    row = {"places-0-region": "Sylhet", "places-0-country": "BD"}
    saved(ana, report, **WHAT, going="no", **row)
    page = stranger.get(make.release(report, ana, bo).get_absolute_url()).content.decode()
    listed = stranger.get("/struggles/?country=BD&region=BD:Sylhet").content.decode()
    assert ("Sylhet, Bangladesh" in page, make.TITLE in listed) == (True, True)


def test_names_of_regions_that_public_records_have_are_offered(ana):
    struggles.struggle(ana.group, places=(Place("region", "BD", "Sylhet"),))
    for address in (make.step(make.report(ana), ana, "what"), make.at("report-begin", ana)):
        page = ana.client.get(address).content.decode()
        assert '<datalist id="regions"><option value="Sylhet"></option></datalist>' in page
        assert 'list="regions"' in page

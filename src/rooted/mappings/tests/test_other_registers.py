"""Tables and maps as other registers and programs give them: read without an editor's hand."""

import json
from uuid import uuid4

import pytest

from rooted.mappings.guessing import guess
from rooted.mappings.shipped import CAT_JSON, shipped_for
from rooted.mappings.tests.make import entries, entry
from rooted.mappings.tests.test_strange_lists import days, places, read
from rooted.tables.looking import look
from rooted.tables.tests.make import opened

LAT = (
    'positionId,Employer,Labor Organization,Local,Industry,Number of Locations,City,State,"Latitude, Longitude",'
    "Approximate Number of Participants,Start Date,Strike or Protest,Authorized,Worker Demands,Threat,Source\n"
    'p1,Docks,ILA,Local 9,Transportation and Warehousing,1,Savannah,GA,"32.08, -81.09",40,2021-03-04,Strike,Y,Pay,N,'
    "https://a.example\n"
    'p2,Mill,,,Manufacturing,1,Akron,Ohio,"41.08, -81.52",200,2021-04-05,Protest,N,Pay; Hours and rotas,N,\n'
)


def test_the_labor_action_tracker_is_read_without_an_editors_hand():
    one, two = read(LAT)
    assert guess(look(opened(LAT)), "List").column_of("number") == "positionId"
    assert (one.estimate_low, [union.name for union in one.organisations]) == (40, ["ILA"])
    assert (places(one), one.places[0].lat) == ([("Savannah", "GA", "")], 32.08)
    assert [code.code for code in one.codings] == ["strike", "pay-and-benefits", "H"]
    assert [code.code for code in two.codings] == ["protest", "pay-and-benefits", "hours", "C"]


def test_a_place_beside_its_region_is_one_place_and_figures_of_exactness_are_none():
    content = "event_date,sub_event_type,location,admin1,country,latitude,longitude,geo_precision\n" + (
        "2021-03-04,Peaceful protests,Leipzig,Sachsen,Germany,51.34,12.37,1\n" * 2
    )
    one, _again = read(content)
    assert (places(one), one.places[0].lat, one.notes) == ([("Leipzig", "Sachsen", "DE")], 51.34, ())


GEOJSON = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature", "geometry": {"type": "Point", "coordinates": [4.85, 45.75]},
            "properties": {"name": place, "dateStart": "2019-03-04", "date_end": "2019-03-06", "city": place,
                           "category": "Strike"},
        }
        for place in ("Lyon", "Bron")
    ],
}  # fmt: skip


def test_what_a_map_gives_is_read_with_its_points():
    one, two = read(json.dumps(GEOJSON))
    assert (one.title, days(one), places(one)) == ("Lyon", ["2019-03-04", "2019-03-06"], [("Lyon", "", "")])
    assert ((two.places[0].lat, two.places[0].lon), two.notes) == ((45.75, 4.85), ())
    assert [code.code for code in one.codings] == ["strike"]


def test_arabic_words_count_with_their_article_and_words_side_by_side_one_by_one():
    (one,) = read(
        "تاريخ الانتهاء,تاريخ البدء,المطالب\n٥ مارس ٢٠١٩,٣ مارس ٢٠١٩,الأجور وساعات العمل\n".replace(" وس", " و س")
    )
    assert (days(one), [code.code for code in one.codings]) == (
        ["2019-03-03", "2019-03-05"],
        ["pay-and-benefits", "hours"],
    )


@pytest.mark.parametrize(("place", "day"), [("Savannah, GA", "2019-03-04"), ("Leeds, UK", "2019-04-03")])
def test_days_without_a_word_on_their_order_are_read_as_their_country_writes_them(place, day):
    (one,) = read(f'Date,Location\n3/4/19,"{place}"\n')
    assert days(one)[0] == day


def test_a_table_of_ours_in_the_columns_of_a_known_list_is_not_that_list():
    ours = [entry(number) | {"id": str(uuid4())} for number in (1, 2)]
    assert [shipped_for(look(opened(json.dumps(one)))) for one in (entries(2), ours)] == [CAT_JSON, None]

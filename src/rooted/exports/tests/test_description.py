"""The description is held to the routes, to the record's fields and to the code lists."""

import dataclasses

import pytest
from django.urls import reverse
from jsonschema import ValidationError

from rooted.exports.tests.described import DESCRIPTION, fits
from rooted.exports.urls import urlpatterns
from rooted.records import codes, questions, record
from rooted.struggles import bands
from rooted.struggles.forms import NOT_WRITTEN_DOWN, FindForm

SCHEMAS = DESCRIPTION["components"]["schemas"]


def test_it_is_served_as_it_stands(stranger, db):
    assert stranger.get(reverse("exports:description")).json() == DESCRIPTION


def test_every_route_of_the_api_is_described_and_no_other():
    routes = {str(one.pattern).replace("<uuid:", "{").replace(">", "}"): one.name for one in urlpatterns}
    api = {f"/{address}": name for address, name in routes.items() if address.startswith("api/")}
    assert api == {path: methods["get"]["operationId"] for path, methods in DESCRIPTION["paths"].items()}


PARTS = [one for one in vars(record).values() if dataclasses.is_dataclass(one)]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_of_a_record_is_described(part):
    names = {field.name for field in dataclasses.fields(part)} - {"notes", "external_id", "withheld"}
    assert set(SCHEMAS[part.__name__]["properties"]) - {"format"} == names


@pytest.mark.parametrize(
    ("schema", "name", "known"),
    [
        ("Record", "led_by", dict(codes.LED_BY)),
        ("Record", "outcome", dict(codes.OUTCOMES)),
        ("Record", "started_precision", dict(codes.DATE_PRECISIONS)),
        ("Place", "precision", dict(codes.PLACE_PRECISIONS)),
        ("Code", "scheme", dict(codes.SCHEMES)),
        ("Employer", "role", dict(codes.EMPLOYER_ROLES)),
        ("Source", "kind", dict(codes.SOURCE_KINDS)),
        ("Action", "form", codes.FORMS),
        ("Answer", "question", questions.QUESTIONS),
        ("Point", "kind", questions.POINT_KINDS),
    ],
)
def test_every_code_is_described(schema, name, known):
    assert SCHEMAS[schema]["properties"][name]["enum"] == list(known)


PARAMETERS = {one["name"]: one["schema"] for one in DESCRIPTION["paths"]["/api/struggles/"]["get"]["parameters"]}


def test_every_filter_of_the_list_is_described():
    assert set(PARAMETERS) == {*FindForm.base_fields, "page"}


@pytest.mark.parametrize(("name", "known"), [("not_known", NOT_WRITTEN_DOWN), ("known", bands.KNOWN)])
def test_what_can_be_asked_for_as_known_is_described(name, known):
    assert sorted(PARAMETERS[name]["items"]["enum"]) == sorted(known)


def test_a_wrong_answer_is_found_out():
    with pytest.raises(ValidationError):
        fits("Entry", {"id": "x", "byline": "Docks"})

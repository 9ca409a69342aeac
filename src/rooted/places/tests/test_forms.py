"""A town in a form: free text, one town, or a choice; all without script."""

import pytest
from django.http import QueryDict

from rooted.base.forms import Form
from rooted.places.actions import load_towns
from rooted.places.forms import TownField, Whereabouts
from rooted.places.models import Town
from rooted.places.tests.make import town_file

pytestmark = pytest.mark.django_db


class PlaceForm(Form):
    area = TownField(required=False)


@pytest.fixture(autouse=True)
def few(tmp_path):
    load_towns(town_file(tmp_path))


def filled(**data):
    query = QueryDict(mutable=True)
    query.update({name.replace("_", "-"): value for name, value in data.items()})
    return PlaceForm(query)


def test_a_name_of_one_town_is_that_town():
    form = filled(area="lodz")
    assert form.is_valid()
    assert form.cleaned_data["area"] == Whereabouts("lodz", Town.objects.get(name="Łódź"))


def test_any_other_text_is_kept_as_it_is():
    form = filled(area="the upper valley")
    assert (form.is_valid(), form.cleaned_data["area"]) == (True, Whereabouts("the upper valley"))


def test_nothing_is_nothing():
    form = filled(area="")
    assert (form.is_valid(), form.cleaned_data["area"]) == (True, Whereabouts(""))


def test_a_name_of_several_towns_comes_back_with_a_choice_and_the_text():
    form = filled(area="leeds")
    assert form.errors["area"] == ["There are several towns of this name. Choose yours below."]
    page = form.render()
    assert [page.count(text) for text in ('type="radio"', 'value="leeds"', "Leeds, Alabama, United States")] == [
        3,
        1,
        1,
    ]


def test_the_choice_is_taken():
    form = filled(area="leeds", area_town="4072130")
    assert form.is_valid()
    assert form.cleaned_data["area"] == Whereabouts("Leeds, Alabama, United States", Town.objects.get(pk=4072130))


def test_none_of_these_keeps_what_was_written():
    form = filled(area="leeds", area_town="none")
    assert (form.is_valid(), form.cleaned_data["area"]) == (True, Whereabouts("leeds"))


def test_a_choice_that_was_not_offered_is_asked_again():
    assert filled(area="leeds", area_town="3093133").errors["area"] == [
        "There are several towns of this name. Choose yours below."
    ]


def test_one_form_with_a_choice_leaves_the_next_without():
    filled(area="leeds").is_valid()
    assert "radio" not in PlaceForm().render()


def test_what_is_too_long_or_holds_nul_is_refused():
    assert [filled(area=text).is_valid() for text in ("x" * 121, "le\x00eds")] == [False, False]


def test_the_chosen_label_names_the_same_town_again():
    again = filled(area="Leeds, Alabama, United States")
    assert again.is_valid()
    assert again.cleaned_data["area"].town.pk == 4072130

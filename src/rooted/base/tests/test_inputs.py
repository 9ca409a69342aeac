"""Inputs are what Django's own templates would draw; Django itself is the oracle."""

import re

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from hypothesis import given
from hypothesis import strategies as st

from rooted.base.forms import Renderer

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ATTRIBUTES = {"id": "id_x", "autofocus": True, "hidden": False, "data-words": '<b> & "q"', "maxlength": 20}
CHOICES = [("", "All"), ("a", 'One & "two"'), ("b", "<b>"), (3, "Three")]


def lines(html):
    """The text without what stands between two tags."""
    return re.sub(r">\s+", ">", re.sub(r"\s+<", "<", str(html)))


def same(widget, value):
    ours, theirs = (widget.render("a&b", value, ATTRIBUTES, kind()) for kind in (Renderer, DjangoTemplates))
    return lines(ours) == lines(theirs)


LINES = [
    *(forms.TextInput, forms.NumberInput, forms.EmailInput, forms.URLInput, forms.PasswordInput, forms.HiddenInput),
    *(forms.DateInput, forms.DateTimeInput, forms.TimeInput, forms.FileInput, forms.CheckboxInput),
]


@pytest.mark.parametrize("kind", LINES)
@pytest.mark.parametrize("value", [None, "", "plain", '<script>alert("1")</script>', 7])
def test_a_line_is_what_django_draws(kind, value):
    assert same(kind(), value)


@given(TEXT)
def test_whatever_was_typed_comes_back_as_django_would_write_it(typed):
    assert same(forms.TextInput(), typed)
    assert same(forms.HiddenInput(), typed)


@pytest.mark.parametrize("value", [None, "", "two\nlines", "</textarea><b>"])
def test_several_lines_are_what_django_draws(value):
    assert same(forms.Textarea(), value)


@pytest.mark.parametrize("value", [None, "", "a", "b", 3, "none of them"])
def test_a_list_is_what_django_draws(value):
    assert same(forms.Select(choices=CHOICES), value)


@pytest.mark.parametrize("kind", [forms.RadioSelect, forms.CheckboxSelectMultiple])
@pytest.mark.parametrize("wrapped", [True, False])
def test_each_of_several_to_choose_from_is_what_django_draws(kind, wrapped):
    widget = kind(choices=CHOICES)
    for choice in widget.subwidgets("a&b", ["a"], ATTRIBUTES):
        context = {"widget": choice | {"wrap_label": wrapped}}
        ours, theirs = (each().render(choice["template_name"], context) for each in (Renderer, DjangoTemplates))
        assert lines(ours) == lines(theirs)

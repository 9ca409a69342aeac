import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation

from rooted.base.forms import Filters, Form


class Letter(Form):
    kind = forms.ChoiceField(
        label="What is it about?", widget=forms.RadioSelect, choices=[("work", "Work"), ("home", "Home")]
    )
    text = forms.CharField(label="What happened?", help_text="In any language.", widget=forms.Textarea, max_length=20)
    day = forms.DateField(label="Which day?", required=False)
    people = forms.IntegerField(label="How many?", required=False, min_value=1)
    kept = forms.BooleanField(label="I have kept the words")
    passphrase = forms.CharField(label="Passphrase", widget=forms.PasswordInput, required=False, help_text="Yours.")
    token = forms.CharField(widget=forms.HiddenInput, required=False)


GOOD = {"kind": "work", "text": "Wages", "day": "2026-11-26", "people": "12", "kept": "on"}


def errors(**changes):
    return {name: list(found) for name, found in Letter({**GOOD, **changes}).errors.items()}


def test_a_full_form_is_accepted():
    assert errors() == {}


def test_what_is_empty_is_answered_with_what_to_do():
    assert {name: list(found) for name, found in Letter({}).errors.items()} == {
        "kind": ["Choose one."],
        "text": ["Write something here."],
        "kept": ["Tick this box to go on."],
    }


@pytest.mark.parametrize(
    ("field", "typed", "answer"),
    [
        ("text", "a\0b", "There is a character here that cannot be kept. Delete it and write it again."),
        ("text", "a" * 21, "Make this shorter. It can be 20 characters long. Yours is 21."),
        ("kind", "other", "Choose one of these."),
        ("day", "31/31", "Choose a day, or write it as year-month-day: 2026-11-26."),
        ("people", "many", "Write a whole number, for example 12."),
        ("people", "0", "Write a number that is not below 1."),
    ],
)
def test_what_is_wrong_is_answered_with_what_to_do(field, typed, answer):
    assert errors(**{field: typed}) == {field: [answer]}


def test_words_an_author_chose_are_kept():
    class Own(Form):
        name = forms.CharField(error_messages={"required": "Write a name for the group."})

    assert Own({}).errors["name"] == ["Write a name for the group."]


def test_spaces_around_are_cut_and_line_ends_count_once():
    form = Letter({**GOOD, "text": "  ten\r\nfull\r\nlines  \r\n"})
    assert form.is_valid()
    assert form.cleaned_data["text"] == "ten\nfull\nlines"


def test_everything_typed_comes_back_but_the_passphrase():
    html = str(Letter({**GOOD, "text": "<b>Wages", "day": "31/31", "passphrase": "salt herring", "token": "t7"}))
    assert "&lt;b&gt;Wages</textarea>" in html
    assert 'value="31/31"' in html
    assert 'name="token" value="t7"' in html
    assert "salt herring" not in html


def test_the_errors_come_first_each_a_link_to_its_field():
    html = str(Letter({**GOOD, "kind": "", "day": "x"}))
    assert html.startswith('<div class="errors" role="alert" tabindex="-1" autofocus>')
    assert "2 things to put right" in html
    assert 'href="#id_kind_0"' in html
    assert 'id="id_kind_0"' in html
    assert 'href="#id_day"' in html


def test_a_refusal_of_the_whole_form_stands_first():
    form = Letter(GOOD)
    form.add_error(None, ValidationError("Somebody answered already. Read the answer first."))
    html = str(form)
    assert "One thing to put right" in html
    assert "<li>Somebody answered already. Read the answer first.</li>" in html


def test_hint_and_error_are_tied_to_their_input():
    html = str(Letter({**GOOD, "text": ""}))
    assert 'aria-invalid="true" aria-describedby="id_text_helptext id_text_error"' in html
    assert '<p class="quiet" id="id_text_helptext">In any language.</p>' in html
    assert '<div class="wrong" id="id_text_error"><p>Write something here.</p></div>' in html


def test_choices_stand_one_a_row_in_a_fieldset():
    html = str(Letter())
    assert "<legend>What is it about?</legend>" in html
    assert html.count("<fieldset") == 1
    assert html.count('<label for="id_kind_') == 2


def test_the_browser_is_asked_for_nothing_but_the_right_keyboard():
    html = str(Letter())
    assert [word in html for word in (" required", "maxlength", ' type="date"', ' inputmode="numeric"')] == [
        False,
        False,
        True,
        True,
    ]


def test_what_may_stay_empty_says_so_unless_it_has_a_hint():
    fields = Letter().fields
    hints = {name: str(fields[name].help_text) for name in ("text", "day", "people", "passphrase", "token")}
    assert hints == {
        "text": "In any language.",
        "day": "You can leave this empty.",
        "people": "You can leave this empty.",
        "passphrase": "Yours.",
        "token": "",
    }


def test_a_day_is_written_as_browsers_want_it_in_every_language():
    with translation.override("ar"):
        html = str(Letter({**GOOD, "day": "2026-11-26"})["day"])
    assert 'value="2026-11-26"' in html


def test_filters_are_fields_on_one_line_without_hints():
    class Find(Filters):
        q = forms.CharField(label="Words", required=False)

    html = str(Find())
    assert html.startswith('<p class="field"><label for="id_q">Words</label><input')
    assert "leave this empty" not in html

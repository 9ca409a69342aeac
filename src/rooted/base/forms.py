"""The one form of the product: its parts, its plain words, what it refuses.

A form lists its errors first, each a link to its field; then the fields, each with label, hint, what is wrong, input.
"""

import functools
from collections.abc import Callable
from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from rooted.base.inputs import DRAWN
from rooted.base.uploads import ACCEPT, Upload, accept_all

WRITE = _("Write something here.")
CHOOSE = _("Choose one of these.")
DAY = _("Choose a day, or write it as year-month-day: 2026-11-26.")
CLOCK = _("Write a time as hours and minutes: 18:30.")
NUMBER = _("Write a whole number, for example 12.")
EMPTY_IS_FINE = _("You can leave this empty.")

WORDS: dict[str, str | Promise] = {
    "null_characters_not_allowed": _("There is a character here that cannot be kept. Delete it and write it again."),
    "max_length": ngettext_lazy(
        "Make this shorter. It can be %(limit_value)d character long. Yours is %(show_value)d.",
        "Make this shorter. It can be %(limit_value)d characters long. Yours is %(show_value)d.",
        "limit_value",
    ),
    "min_length": ngettext_lazy(
        "Make this longer. It needs at least %(limit_value)d character. Yours has %(show_value)d.",
        "Make this longer. It needs at least %(limit_value)d characters. Yours has %(show_value)d.",
        "limit_value",
    ),
    "max_value": _("Write a number that is not above %(limit_value)s."),
    "min_value": _("Write a number that is not below %(limit_value)s."),
    "invalid_choice": CHOOSE,
    "invalid_list": CHOOSE,
}
# The first class that fits gives the words for an empty and for a meaningless answer.
WORDS_BY_KIND: list[tuple[type[forms.Field], str | Promise, str | Promise]] = [
    (forms.BooleanField, _("Tick this box to go on."), CHOOSE),
    (forms.ModelMultipleChoiceField, _("Choose at least one."), CHOOSE),
    (forms.MultipleChoiceField, _("Choose at least one."), CHOOSE),
    (forms.ChoiceField, _("Choose one."), CHOOSE),
    (forms.ModelChoiceField, _("Choose one."), CHOOSE),
    (forms.FileField, _("Choose a file."), _("Choose a file again. This one did not arrive.")),
    (forms.DateTimeField, DAY, DAY),
    (forms.DateField, DAY, DAY),
    (forms.TimeField, CLOCK, CLOCK),
    (forms.IntegerField, NUMBER, NUMBER),
    (forms.Field, WRITE, WRITE),
]


class Renderer(DjangoTemplates):
    """Draws forms as the parts field, wrong and errors."""

    form_template_name = "base/_form.html"
    field_template_name = "base/_field.html"

    @cached_property
    def engine(self) -> Any:
        return self.backend(
            {
                "APP_DIRS": True,
                "DIRS": [],
                "NAME": "fields",
                "OPTIONS": {"builtins": ["django.templatetags.i18n"]},
            }
        )

    def render(self, template_name: str, context: Any, request: Any = None) -> str:
        draw = DRAWN.get(template_name)
        return draw(context["widget"]) if draw else super().render(template_name, context, request)

    def get_template(self, template_name: str) -> Any:
        if template_name.startswith("django/"):  # what inputs.py does not draw
            return self.inputs.get_template(template_name)
        return self.engine.get_template(template_name)

    @cached_property
    def inputs(self) -> Any:
        return DjangoTemplates().engine


class Form(forms.Form):
    """A form that speaks plainly: what is empty or wrong is answered with what to do, in the reader's language."""

    use_required_attribute = False  # the browser's own messages come in its language, not in the page's
    says_what_may_be_empty = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        prepare_fields(type(self))
        super().__init__(*args, **kwargs)

    @property
    def number_of_errors(self) -> int:
        """How many things there are to put right, in all fields together."""
        return sum(len(errors) for errors in self.errors.values())

    @property
    def files_were_sent(self) -> bool:
        """Whether files came with it: should it come back, they have to be chosen again."""
        return bool(self.files)


@functools.cache
def prepare_fields(kind: type[Form]) -> None:
    """Once for each class of forms: Django copies the class's fields for every form."""
    for field in kind.base_fields.values():  # type: ignore[attr-defined]
        speak_plainly(field)
        fit_input(field)
        if kind.says_what_may_be_empty and may_be_empty(field) and not field.help_text:
            field.help_text = EMPTY_IS_FINE


class FilesInput(forms.FileInput):
    """Where several files are chosen."""

    allow_multiple_selected = True

    def __init__(self) -> None:
        super().__init__({"multiple": True, "accept": ACCEPT})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        return files.getlist(name) if hasattr(files, "getlist") else []


class FilesField(forms.FileField):
    """Up to five files; gives a list of base.uploads.Upload. Its form needs enctype="multipart/form-data".

    Put it last: of a request that is too large, what stands before the files is still read and comes back.
    """

    widget = FilesInput

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Files"))
        options.setdefault(
            "help_text",
            _(
                "Up to 5 files, 15 MB together: pictures (JPEG, PNG, WebP), PDF or plain text. Pictures are painted "
                "anew, so that place, time and phone are no longer in them. A PDF stays as it is: it may hold the name "
                "of whoever wrote it."
            ),
        )
        super().__init__(**options)

    def clean(self, data: Any, initial: Any = None) -> list[Upload]:
        if not data:
            if self.required:
                raise forms.ValidationError(self.error_messages["required"], code="required")
            return []
        return accept_all(data)


class Filters(Form):
    """Several words that narrow a list: a form sent by GET, on one line where it fits."""

    template_name = "base/_filters.html"
    says_what_may_be_empty = False


def may_be_empty(field: forms.Field) -> bool:
    """True where a person writes or picks something and does not have to."""
    return not field.required and not isinstance(field, forms.BooleanField) and not field.widget.is_hidden


def speak_plainly(field: forms.Field) -> None:
    """Replace the messages that the field's author left as they came."""
    given: dict[str, Any] = {}
    for kind in reversed(type(field).__mro__):
        given.update(getattr(kind, "default_error_messages", {}))
    required, invalid = next((empty, wrong) for kind, empty, wrong in WORDS_BY_KIND if isinstance(field, kind))
    for code, words in {**WORDS, "required": required, "invalid": invalid}.items():
        if field.error_messages.get(code) is given.get(code):
            field.error_messages[code] = words  # type: ignore[assignment]


def fit_input(field: forms.Field) -> None:
    """Give the input what a phone needs, and take away what cuts a pasted text short in silence."""
    widget = field.widget
    widget.attrs.pop("maxlength", None)
    widget.attrs.pop("minlength", None)
    if isinstance(widget, forms.Textarea):
        widget.attrs.pop("cols", None)
        widget.attrs.pop("rows", None)
        field.to_python = with_plain_line_ends(field.to_python)  # type: ignore[assignment, method-assign]
    if isinstance(widget, forms.Textarea) or type(widget) is forms.TextInput:
        widget.attrs.setdefault("dir", "auto")
    if type(widget) is forms.DateInput:
        widget.input_type, widget.format = "date", "%Y-%m-%d"
    elif type(widget) is forms.TimeInput:
        widget.input_type, widget.format = "time", "%H:%M"
    elif type(widget) is forms.NumberInput:
        widget.input_type = "text"
        widget.attrs.setdefault("inputmode", "numeric")


def with_plain_line_ends(to_python: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Browsers send two characters for a line end: count and keep one."""

    def convert(value: Any) -> Any:
        if isinstance(value, str):
            value = value.replace("\r\n", "\n").replace("\r", "\n")
        return to_python(value)

    return convert

"""Inputs of forms, written as text: Django draws each, and each of their choices, with a template of its own.

`widget` is the dictionary that Django hands to its templates; what comes out is what those would write.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

Widget = Mapping[str, Any]


def attributes(widget: Widget) -> str:
    """Its attributes: a true one is its name alone, a false one is left out."""
    return "".join(
        f" {name}" if value is True else f' {name}="{conditional_escape(str(value))}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def field(widget: Widget) -> SafeString:
    """One <input>: a line of text, a file, a box to tick, something hidden."""
    value = widget["value"]
    said = "" if value is None else f' value="{conditional_escape(str(value))}"'
    return mark_safe(  # noqa: S308  every part is escaped, here and below
        f'<input type="{widget["type"]}" name="{conditional_escape(widget["name"])}"{said}{attributes(widget)}>'
    )


def choice(widget: Widget) -> SafeString:
    """One of several <input>s to choose from, within its label where that is asked for."""
    drawn = field(widget)
    if not widget["wrap_label"]:
        return drawn
    where = f' for="{widget["attrs"]["id"]}"' if widget["attrs"].get("id") else ""
    return mark_safe(f"<label{where}>{drawn} {conditional_escape(widget['label'])}</label>")  # noqa: S308


def text(widget: Widget) -> SafeString:
    """Where several lines are written; a browser drops the first line end."""
    inside = conditional_escape(widget["value"] or "")
    name = conditional_escape(widget["name"])
    return mark_safe(f'<textarea name="{name}"{attributes(widget)}>\n{inside}</textarea>')  # noqa: S308


def select(widget: Widget) -> SafeString:
    """A list that folds open; our lists have no headings within."""
    options = "".join(option(one) for _heading, options, _place in widget["optgroups"] for one in options)
    name = conditional_escape(widget["name"])
    return mark_safe(f'<select name="{name}"{attributes(widget)}>\n{options}</select>')  # noqa: S308


def option(widget: Widget) -> str:
    """One line of it."""
    value, label = conditional_escape(str(widget["value"])), conditional_escape(widget["label"])
    return f'<option value="{value}"{attributes(widget)}>{label}</option>\n'


INPUTS = {
    *("text", "number", "email", "url", "tel", "search", "color", "password", "hidden"),
    *("date", "datetime", "time", "file", "checkbox", "input"),
}
DRAWN: dict[str, Callable[[Widget], SafeString]] = {
    f"django/forms/widgets/{name}.html": draw
    for name, draw in [
        *((name, field) for name in INPUTS),
        ("radio_option", choice),
        ("checkbox_option", choice),
        ("textarea", text),
        ("select", select),
    ]
}

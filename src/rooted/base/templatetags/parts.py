"""Small parts of every page: days, numbers, names of languages, what is drawn once. Built in: no {% load %} needed."""

import functools
import re
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, pgettext

register = template.Library()


@functools.lru_cache(maxsize=2_000)
def _written(value: date, letters: str, _language: str | None) -> str:
    return date_format(value, letters)


def written(value: date, letters: str) -> str:
    """A day in `letters` of Django's date filter, in the reader's language; lists say the same days over and over."""
    return _written(value.date() if isinstance(value, datetime) else value, letters, get_language())


@register.filter
def day(value: date | None) -> SafeString | str:
    """A day as people write it, for example "Thu 26 Nov 2026"; nothing where there is none."""
    if not value:
        return ""
    words = written(value, pgettext("a day in full, in letters of Django's date filter", "D j M Y"))
    return format_html('<time datetime="{}">{}</time>', value.isoformat()[:10], words)


@register.filter
def near_day(value: date | None) -> SafeString | str:
    """A day of the coming weeks, without its year, for example "Thu 26 Nov"."""
    if not value:
        return ""
    words = written(value, pgettext("a day without its year, in letters of Django's date filter", "D j M"))
    return format_html('<time datetime="{}">{}</time>', value.isoformat()[:10], words)


@register.filter
def grouped(number: int | None) -> str:
    """ "241,000", as the reader's language writes it; nothing where there is none."""
    return "" if number is None else number_format(number, use_l10n=True, force_grouping=True)


@register.filter
def language_names(codes: str | list[str]) -> str:
    """ "en,pl" as "English, Polish", in the reader's language; a code without a known name stays as it is."""
    codes = codes.split(",") if isinstance(codes, str) else codes
    return pgettext("between the items of a list", ", ").join(language_name(code.strip()) for code in codes if code)


@register.filter
def language_name(code: str) -> str:
    """ "pl" as "Polish", in the reader's language."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


@register.filter
def is_read_by_a_native(code: str) -> bool:
    """Whether somebody who grew up with this language has read our texts in it."""
    return code in settings.READ_BY_A_NATIVE


NUMBER = re.compile(r"\+?\d[\d ().-]{2,}\d")


@register.filter
def dial(phone: str) -> str:
    """The first telephone number in a text as a phone dials it: "+44 (0)300 12, ask Li" as "+4430012"; else empty.

    Digits of other scripts become those a phone dials.
    """
    found = NUMBER.search(phone)
    if not found:
        return ""
    number = found[0].replace("(0)", "") if found[0].startswith("+") else found[0]  # the 0 is for calls from inside
    return "".join(letter if letter == "+" else str(int(letter)) for letter in re.findall(r"[+\d]", number))


class Kept(template.Node):
    """What stands between {% kept %} and {% endkept %}."""

    def __init__(self, nodelist: template.NodeList) -> None:
        self.nodelist = nodelist
        self.drawn: dict[tuple[str | None, int], SafeString] = {}

    def render(self, context: template.Context) -> SafeString:
        languages = context.get("languages") or settings.LANGUAGES
        drawn = get_language(), len(languages)
        if drawn not in self.drawn:
            nobody = template.Context({"languages": languages})
            with nobody.bind_template(context.template):  # type: ignore[arg-type]
                self.drawn[drawn] = self.nodelist.render(nobody)
        return self.drawn[drawn]


@register.tag
def kept(parser: Any, _token: Any) -> Kept:
    """Text and links that are the same for everybody who reads a language: drawn once, then kept in memory.

    Inside there is no variable of the page, only `languages`: nothing of one reader can be shown to another.
    """
    nodelist = parser.parse(["endkept"])
    parser.delete_first_token()
    return Kept(nodelist)

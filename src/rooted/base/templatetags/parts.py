"""Small parts of every page: a day, and languages by their names. Built in: no {% load %} needed."""

from datetime import date

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info, pgettext

register = template.Library()


@register.filter
def day(value: date | None) -> SafeString | str:
    """A day as people write it, for example "Thu 26 Nov 2026"; nothing where there is none."""
    if not value:
        return ""
    words = date_format(value, pgettext("a day in full, in letters of Django's date filter", "D j M Y"))
    return format_html('<time datetime="{}">{}</time>', value.isoformat()[:10], words)


@register.filter
def near_day(value: date | None) -> SafeString | str:
    """A day of the coming weeks, without its year, for example "Thu 26 Nov"."""
    if not value:
        return ""
    words = date_format(value, pgettext("a day without its year, in letters of Django's date filter", "D j M"))
    return format_html('<time datetime="{}">{}</time>', value.isoformat()[:10], words)


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

"""What posters say, in every language of the street."""

from django.utils.translation import get_language_info, gettext, override
from django.utils.translation import gettext_noop as _

OWN = "own"
QUESTIONS = {
    "both": _("Landlord not doing repairs? Boss not paying?"),
    "wages": _("Did you work and not get paid?"),
    "agency": _("Do you work for an agency and never know your hours?"),
    "rent": _("Is your rent going up again?"),
    "repairs": _("Mould? No heating? Nobody comes?"),
    "deposit": _("Does the landlord keep your deposit?"),
    "leave": _("Did you get a letter that you must leave your home?"),
    "office": _("Does an office not pay what you have a right to?"),
    "change": _("Do you want to change something at work, together?"),
}
INVITE = _("Write to us. It costs nothing, and you need no name.")
PICTURE = _("Picture of the address: %(address)s")
TITLE = _("Notice")


def in_language(text: str, code: str) -> str:
    """`text`, one of those above, in the language `code`; empty when nobody translated it yet."""
    with override(code):
        said = gettext(text)
    return said if code == "en" or said != text else ""


def known(code: str) -> bool:
    """Whether every text above is translated to `code`."""
    return all(in_language(text, code) for text in (*QUESTIONS.values(), INVITE))


def way_of(code: str) -> str:
    """Which way a language is written: "ltr" or "rtl"."""
    return "rtl" if get_language_info(code)["bidi"] else "ltr"

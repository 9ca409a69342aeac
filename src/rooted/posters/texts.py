"""What posters say, in every language of the street."""

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext, override
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
LANGUAGES = ("en", "ar", "bg", "bn", "de", "es", "fa", "fr", "gu", "hi", "it", "pa", "pl", "pt", "ro", "ru", "ta", "tr",
             "uk", "ur")  # fmt: skip
NAMES = {"pa": "ਪੰਜਾਬੀ"}  # Django names this one in English
FROM_THE_RIGHT = {"ar", "fa", "ur"}


def in_language(text: str, code: str) -> str:
    """`text`, one of those above, in the language `code`; empty when nobody translated it yet."""
    with override(code):
        said = gettext(text)
    return said if code == "en" or said != text else ""


def known(code: str) -> bool:
    """Whether every text above is translated to `code`."""
    return all(in_language(text, code) for text in (*QUESTIONS.values(), INVITE))


def languages() -> list[tuple[str, str]]:
    """The languages of the street: codes with their own names."""
    return [(code, NAMES.get(code, LANG_INFO[code]["name_local"])) for code in LANGUAGES]

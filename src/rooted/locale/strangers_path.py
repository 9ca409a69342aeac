"""The stranger's path: what somebody meets who read a poster, writes a letter, comes back for the answer, and leaves.

It speaks twenty languages; everything else speaks those of settings.WHOLE_LANGUAGES. Routes say which pages, files
(from src/rooted/) where their texts stand: `make messages` and tests/test_languages.py read both.
"""

# Twenty, each by its own name: the order of the buttons.
LANGUAGE_NAMES = {
    "en": "English",
    "ar": "العربية",
    "bg": "Български",
    "bn": "বাংলা",
    "de": "Deutsch",
    "es": "Español",
    "fa": "فارسی",
    "fr": "Français",
    "gu": "ગુજરાતી",
    "hi": "हिन्दी",
    "it": "Italiano",
    "pa": "ਪੰਜਾਬੀ",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "ru": "Русский",
    "ta": "தமிழ்",
    "tr": "Türkçe",
    "uk": "Українська",
    "ur": "اردو",
}
# These are translated whole, members' pages too.
WHOLE = ["en", "ar", "de", "es", "fr", "pl"]
NOT_IN_DJANGO = {"gu": {"bidi": False, "code": "gu", "name": "Gujarati", "name_local": "ગુજરાતી"}}
# Which of them somebody has read who grew up with the language. So far nobody has told us so: pages say it.
READ_BY_A_NATIVE = {"en"}

ROUTES = [
    "base:language-set",
    "base:leave",
    "groups:group",
    "home:front",
    "intake:answer-file",
    "intake:letter",
    "intake:letter-save",
    "intake:letter-more",
    "intake:letter-delete",
    "intake:receipt",
    "intake:struggle-ask",
]

FILES = [
    "base/again.py",
    "base/forms.py",
    "base/templates/base/_errors.html",
    "base/templates/base/_field.html",
    "base/templates/base/_field_words.html",
    "base/templates/base/_languages.html",
    "base/templates/base/again.html",
    "base/templates/base/failed.html",
    "base/templates/base/leave.html",
    "base/templates/base/not_found.html",
    "base/templates/base/page.html",
    "base/templates/base/refused.html",
    "base/templatetags/parts.py",
    "base/pictures.py",
    "base/uploads.py",
    "base/views.py",
    "circles/files.py",
    "groups/kinds.py",
    "groups/templates/groups/_facts.html",
    "groups/templates/groups/group.html",
    "home/templates/home/_groups.html",
    "home/templates/home/front.html",
    "home/templates/site/_drop_a_line.html",
    "home/templates/site/_foot.html",
    "home/templates/site/_nav.html",
    "intake/actions.py",
    "intake/files.py",
    "intake/forms.py",
    "intake/templates/intake/_behind.html",
    "intake/templates/intake/_files_to_stranger.html",
    "intake/templates/intake/_other_ways.html",
    "intake/templates/intake/_promise.html",
    "intake/templates/intake/_said_to_stranger.html",
    "intake/templates/intake/_send.html",
    "intake/templates/intake/_shut.html",
    "intake/templates/intake/_what_happens.html",
    "intake/templates/intake/letter.html",
    "intake/templates/intake/letter_delete.html",
    "intake/templates/intake/letter_more.html",
    "intake/templates/intake/letter_save.html",
    "intake/templates/intake/receipt.html",
    "intake/templates/intake/struggle_ask.html",
    "intake/views/stranger.py",
    "posters/texts.py",
]

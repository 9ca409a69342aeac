"""What members fill in: a file, how its columns are read, a mapping, why an import is taken back."""

import hashlib
import secrets
from dataclasses import replace

from django import forms
from django.utils.translation import gettext_lazy as _

from rooted.base.fold import line as folded
from rooted.base.forms import EMPTY_IS_FINE, Form, fit_input, may_be_empty, speak_plainly
from rooted.base.templatetags.parts import language_name
from rooted.imports.trying import examples, unknown_words
from rooted.mappings.fields import FIELDS, GROUPS, ORDERS, SPLITS
from rooted.mappings.shape import OWN, Mapping, Rule, Word
from rooted.mappings.ways import guess_how, guess_split
from rooted.mappings.words import CODES, LANGUAGES
from rooted.places.countries import country_names
from rooted.records import codes
from rooted.records.branches import choices as branches
from rooted.struggles.forms import Options
from rooted.tables.letters import CHOICES
from rooted.tables.table import Unusable

NOT_READ = ("", _("is not read"))
NOTHING = ("", "–")
LETTERS = {
    "utf-8": "UTF-8", "utf-16": "UTF-16", "cp1252": _("Western Europe"), "cp1250": _("Central Europe"),
    "cp1251": _("Cyrillic"), "cp1253": _("Greek"), "cp1254": _("Turkish"), "cp1256": _("Arabic"),
    "gb18030": _("Chinese"),
}  # fmt: skip
DELIMITERS = [("", _("Find out")), (",", ","), (";", ";"), ("\t", _("tab")), ("|", "|")]


class ListInput(forms.FileInput):
    """Where one list is chosen."""

    input_type = "file"


class ListField(forms.FileField):
    """A list that came in as keeping.Packed (base.uploads.kept_in)."""

    widget = ListInput({"accept": ".csv,.json,.jsonl,.ndjson,.tsv,.txt"})

    def to_python(self, data):
        refused = getattr(data, "refused", "")
        if refused == "busy":
            raise forms.ValidationError(_("Another long list is coming in just now. Try again in a minute."))
        if refused:
            raise forms.ValidationError(Unusable("size").sentence)
        return data if getattr(data, "kept", None) is not None else None


class ImportAddForm(Form):
    """A file, and the mapping it is read with."""

    mapping = forms.ChoiceField(
        label=_("How are its columns read?"),
        help_text=_("Or take a way of reading that a group here has kept."),
        required=False,
    )
    file = ListField(
        label=_("The list"),
        help_text=_("CSV with any delimiter, or JSON. At most 50 MB and 200,000 rows."),
    )

    def __init__(self, data=None, files=None, *, mappings):
        super().__init__(data, files)
        self.mappings = {str(one.pk): one for one in mappings}
        choices = [(key, str(one)) for key, one in self.mappings.items()]
        self.fields["mapping"].choices = [("", _("Find out from the file")), *choices]

    def chosen(self):
        """The mapping chosen, or None."""
        one = self.mappings.get(self.cleaned_data["mapping"])
        return one.mapping if one else None


class MappingAddForm(Form):
    """A mapping as a small file from elsewhere."""

    file = ListField(label=_("The mapping"), help_text=_("A small JSON file that somebody downloaded from this page."))


class ImportUndoForm(Form):
    """Why an import is taken back: everybody reads it on each of its records."""

    why = forms.CharField(label=_("Why?"), help_text=_("Everyone can read this on each record."), max_length=500)


class ImportMapForm(Form):
    """How every column of a file is read. One field, one separator and, where there are several, one way a column."""

    def __init__(self, data=None, *, file):
        super().__init__(data)
        self.look, self.plan = file.look, file.plan
        self.columns = list(self.look.layout.columns) if not self.plan.code.startswith("rooted-") else []
        self.words, self.more_words = unknown_words(self.look, self.plan)
        self.add_general()
        for place, column in enumerate(self.columns):
            self.add_column(place, column)
        for scheme, word in self.words:
            self.add_word(scheme, word)

    def add(self, name, field, initial):
        field.initial = initial
        speak_plainly(field)
        fit_input(field)
        if may_be_empty(field) and not field.help_text and not isinstance(field, forms.ChoiceField):
            field.help_text = EMPTY_IS_FINE
        self.fields[name] = field

    def choose(self, name, label, choices, initial):
        self.add(name, forms.ChoiceField(label=label, choices=choices, required=False, widget=Options), initial)

    def add_general(self):
        plan, fixed = self.plan, dict(self.plan.fixed)
        name = forms.CharField(
            label=_("Name of the list"), help_text=_("Each record says it came from here."), max_length=120
        )
        self.add("name", name, plan.name)
        self.add("cite", forms.CharField(label=_("Who gathered it?"), required=False, max_length=200), plan.cite)
        self.add("licence", forms.CharField(label=_("Licence"), required=False, max_length=200), plan.licence)
        for field, choices in fixed_choices().items():
            self.choose(f"fixed-{field}", FIELDS[field].words, [NOTHING, *choices], fixed.get(field, ""))
        self.choose("order", _("Order in dates such as 03/04/2019"), ORDERS, plan.order)
        letters = [("", _("Find out")), *((code, LETTERS[code]) for code in CHOICES)]
        self.choose("encoding", _("Alphabet of the file"), letters, plan.encoding)
        self.choose("delimiter", _("Between the cells of a CSV file"), DELIMITERS, plan.delimiter)
        first = forms.BooleanField(label=_("The first of a month may mean only the month or the year"), required=False)
        self.add("first_is_unclear", first, plan.first_is_unclear)
        zero = forms.BooleanField(label=_("0 means that nobody knows"), required=False)
        self.add("zero_is_unknown", zero, plan.zero_is_unknown)
        if plan.code.startswith(OWN):
            words = _("This is another list than the one this mapping was made for, with numbers of its own")
            self.add("another", forms.BooleanField(label=words, required=False), False)

    def add_column(self, place, column):
        rule = next((rule for rule in self.plan.rules if rule.column == column), Rule(column, ""))
        fields = [(words, [(one.code, one.words) for one in listed]) for words, listed in GROUPS]
        self.choose(f"field-{place}", column, [NOT_READ, *fields], rule.field)
        kind = FIELDS.get(rule.field)
        if kind and kind.several:
            self.choose(f"split-{place}", _("A cell holds"), SPLITS, rule.split)
        if kind and kind.hows:
            self.choose(f"how-{place}", _("How it is read"), kind.hows, rule.how or kind.hows[0][0])

    def add_word(self, scheme, word):
        own = self.plan.own_words(scheme)
        choices = [("", _("as it is written")), *((code, words_for(scheme, code)) for code in CODES[scheme])]
        self.choose(key_of(scheme, word), word, choices, own.get(folded(word), ""))

    # What the template draws, in its order.

    def column_fields(self):
        """What each column fills, up to three of its values, how many cells hold something, its other choices."""
        for place, column in enumerate(self.columns):
            more = [self[name] for name in (f"split-{place}", f"how-{place}") if name in self.fields]
            yield self[f"field-{place}"], examples(self.look, column), self.look.filled.get(column, 0), more

    def letters(self):
        """The alphabet the file is read in, in words."""
        return LETTERS.get(self.look.layout.encoding, self.look.layout.encoding)

    def fixed_fields(self):
        return [self[f"fixed-{field}"] for field in fixed_choices()]

    def word_fields(self):
        """The words no table knows, each with what it is a word for."""
        return [(FIELDS[scheme].words, self[key_of(scheme, word)]) for scheme, word in self.words]

    def reading_fields(self):
        names = ("order", "first_is_unclear", "zero_is_unknown", "encoding", "delimiter", "another")
        return [self[name] for name in names if name in self.fields]

    # What it comes to.

    def mapping(self) -> Mapping:
        """The mapping as it was filled in."""
        typed = self.cleaned_data
        fixed = tuple((field, typed[f"fixed-{field}"]) for field in fixed_choices() if typed[f"fixed-{field}"])
        return replace(
            self.plan,
            **{name: typed[name] for name in ("cite", "licence", "first_is_unclear", "zero_is_unknown")},
            **{name: typed[name] or getattr(self.plan, name) for name in ("name", "order")},
            **{name: typed[name] for name in ("encoding", "delimiter")},
            code=f"{OWN}{secrets.token_hex(8)}" if typed.get("another") else self.plan.code,
            rules=tuple(rule for place, column in enumerate(self.columns) if (rule := self.rule(place, column))),
            fixed=fixed,
            words=tuple(self.typed_words()),
        )

    def rule(self, place, column):
        """What a column fills; its separator and its way are found anew where the field is another one now."""
        typed, field = self.cleaned_data, self.cleaned_data[f"field-{place}"]
        if not field:
            return None
        if field != self.fields[f"field-{place}"].initial:
            return Rule(column, field, guess_how(column, field, self.look), guess_split(column, field, self.look))
        return Rule(column, field, typed.get(f"how-{place}", ""), typed.get(f"split-{place}", ""))

    def typed_words(self):
        """The words given a meaning here, and those of the mapping that this file does not show."""
        shown = {(scheme, folded(word)) for scheme, word in self.words}
        for word in self.plan.words:
            if (word.scheme, folded(word.written)) not in shown:
                yield word
        for scheme, word in self.words:
            if code := self.cleaned_data[key_of(scheme, word)]:
                yield Word(scheme, word, code)


def fixed_choices():
    """What can be the same for every row, and the values to choose from."""
    languages = sorted(((code, language_name(code)) for code in LANGUAGES), key=lambda one: one[1])
    return {
        "country": sorted(country_names().items(), key=lambda one: one[1]),
        "language": languages,
        "form": list(codes.FORMS.items()),
        "demand": list(codes.DEMANDS.items()),
        "branch": branches(),
        "led_by": codes.LED_BY,
        "outcome": codes.OUTCOMES,
    }


def words_for(scheme, code):
    """The words for one code of a list or a choice."""
    if scheme == "language":
        return language_name(code)
    if scheme in ("official", "source_kind"):
        return dict(codes.OFFICIAL if scheme == "official" else codes.SOURCE_KINDS)[code]
    return {"outcome": codes.outcome, "led_by": codes.led_by}.get(scheme, lambda one: codes.label(scheme, one))(code)


def key_of(scheme, word):
    """The name of a word's field, the same whatever else the file holds."""
    return f"word-{scheme}-{hashlib.blake2b(word.encode(), digest_size=6).hexdigest()}"

"""What members fill in about proposals. Talking: talk_forms.py; opening: opening_forms.py; again: again_forms.py."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rooted.ballots.forms import VoteForm
from rooted.ballots.lots import LONGEST_NUMBER
from rooted.ballots.methods import METHODS, MOST_OPTIONS
from rooted.base.forms import Form, speak_plainly
from rooted.base.versions import SeenForm
from rooted.counting.files.text import on_one_line
from rooted.proposals.paragraphs import LONGEST_TEXT, too_much
from rooted.proposals.proposing import TOO_MUCH, Draft, Terms
from rooted.rules.rules import CALLS, ELECTORATE, MEETS, TOGETHER, WAYS, HowWeDecide

LONGEST_TITLE = 120
LONGEST_REMARK = 2_000
LONGEST_OPTION = 200
MOST_TASKS = 20
MOST_PEOPLE = 1_000_000
FEW = 12  # so many members are choices one below the other; more are a list that opens

BURNS = [
    ("0", _("It stays in the register.")),
    ("7", _("7 days after the decision")),
    ("30", _("30 days after the decision")),
    ("365", _("A year after the decision")),
]
RENEWED = {"": _("No"), "day": _("Yes, every day"), "shift": _("Yes, every shift")}


def one_line():
    return forms.TextInput(attrs={"autocomplete": "off"})


def text_area():
    return forms.Textarea(attrs={"autocomplete": "off"})


def day_input():
    return forms.DateInput(attrs={"autocomplete": "off"})


class Lines(forms.CharField):
    """One thing a line; gives a tuple of them, without tabs and signs that files of ballots cannot hold."""

    def __init__(self, *, most, longest=LONGEST_OPTION, **options):
        super().__init__(required=False, max_length=most * (longest + 2), widget=text_area(), **options)
        self.most, self.longest = most, longest

    def clean(self, value):
        lines = tuple(filter(None, map(on_one_line, super().clean(value).splitlines())))
        if len(lines) > self.most:
            raise ValidationError(_("These are too many lines. Keep at most %(most)s."), params={"most": self.most})
        if any(len(line) > self.longest for line in lines):
            words = _("One line is too long. A line can have %(longest)s characters.")
            raise ValidationError(words, params={"longest": self.longest})
        return lines


class InParts(Form):
    """A form whose less usual fields stand in a part that opens. `more`: their names."""

    more = ()

    def visible_now(self):
        return [field for field in self.visible_fields() if field.name not in self.more]

    def visible_later(self):
        return [self[name] for name in self.more if name in self.fields]

    def later_is_filled(self):
        """Whether something in the part that opens was typed, or is wrong."""
        return any(name in self.errors or self[name].value() for name in self.more if name in self.fields)


class ProposalForm(InParts):
    """The words, how to vote on them, what follows."""

    title = forms.CharField(label=_("In a few words"), max_length=LONGEST_TITLE, widget=one_line())
    text = forms.CharField(
        label=_("What shall be decided?"),
        help_text=_("An empty line begins a new paragraph. Each paragraph can be spoken about and changed by itself."),
        max_length=LONGEST_TEXT,
        widget=text_area(),
    )
    method = forms.ChoiceField(label=_("How do we decide it?"), widget=forms.RadioSelect)
    options = Lines(
        label=_("What can be chosen?"),
        help_text=_("One a line. Only where you decide between several; otherwise leave it empty."),
        most=MOST_OPTIONS,
    )
    burn_days = forms.TypedChoiceField(
        label=_("When is the text erased?"),
        help_text=_(
            "A decision can be used against those who took it: for a walk-out one can be dismissed. Then let text, "
            "figures and tasks be erased, best after 7 days. The register keeps its number, its day and whether it was "
            "carried."
        ),
        choices=BURNS,
        coerce=int,
        widget=forms.RadioSelect,
        initial="0",
    )
    bound = forms.CharField(label=_("Who is bound by it?"), max_length=300, required=False, widget=one_line())
    tasks = Lines(
        label=_("What is to be done then?"),
        help_text=_("One task a line, with who and by when if you know. They go to the list of tasks."),
        most=MOST_TASKS,
        longest=280,
    )
    in_force_from = forms.DateField(label=_("In force from"), required=False, widget=day_input())
    in_force_until = forms.DateField(label=_("In force until"), required=False, widget=day_input())
    review_on = forms.DateField(label=_("When do we look at it again?"), required=False, widget=day_input())
    renewed = forms.ChoiceField(
        label=_("Do you ask again whether it goes on?"),
        help_text=_("If it is carried, the notice board reminds you. One tap puts the same words to the same people."),
        choices=list(RENEWED.items()),
        required=False,
        widget=forms.RadioSelect,
    )

    assembly = forms.ChoiceField(
        label=_("For which assembly?"),
        help_text=_("Its sittings are asked. You can choose none."),
        required=False,
        widget=forms.RadioSelect,
    )

    more = ("bound", "tasks", "in_force_from", "in_force_until", "review_on", "renewed")
    ways = ("method", "options")

    def __init__(self, data=None, *, pair=False, rules=None, assemblies=(), **options):
        """`rules`: the group's own, which say what ways to decide there are; None where it has none."""
        super().__init__(data, **options)
        self.pair, self.group_rules = pair, rules
        self.fields["method"].choices = [(method.key, method.name) for method in self.methods()]
        self.fields["assembly"].choices = [("", _("None")), *assemblies]
        if not assemblies:
            del self.fields["assembly"]

    def visible_now(self):
        return [field for field in super().visible_now() if not (self.folded and field.name in self.ways)]

    def visible_ways(self):
        return [self[name] for name in self.ways]

    @property
    def folded(self):
        """Whether the ways to decide stand in a part that opens: two who are alone agree, or talk more.

        Not where an assembly is called: it decides by hands, however few have an account.
        """
        if not self.pair or "assembly" in self.fields or any(name in self.errors for name in self.ways):
            return False
        return self["method"].value() == TOGETHER and not self["options"].value()

    def methods(self):
        """Those that suit the group: only two agree or talk more; of the others those it uses."""
        offers = self.group_rules.offers if self.group_rules is not None else METHODS.__contains__
        return [method for key, method in METHODS.items() if (self.pair if key == TOGETHER else offers(key))]

    def clean_text(self):
        text = self.cleaned_data["text"]
        if too_much(text):
            raise ValidationError(TOO_MUCH)
        return text

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("in_force_from"), cleaned.get("in_force_until")
        if first and last and last < first:
            self.add_error("in_force_until", _("This is before it begins. Choose a later day."))
        method, options = self.way(), cleaned.get("options")
        if method and options is not None and "options" not in self.errors:
            self._check_options(method, options)
        return cleaned

    def way(self):
        """The chosen way to decide, as in METHODS; None where none was chosen."""
        return METHODS.get(self.cleaned_data.get("method", ""))

    def _check_options(self, method, options):
        if method.options and len(options) < method.options:
            self.add_error("options", _("This way to decide needs at least two things to choose from, one a line."))
        elif options and not method.options:
            self.add_error(
                "options", _("This way to decide has nothing to choose from. Take them out, or choose another.")
            )
        elif len({one.casefold() for one in options}) < len(options):
            self.add_error("options", _("Two of these are the same. Name each once."))

    def meant(self):
        """The id of the assembly it is for, or 0."""
        return int(self.cleaned_data.get("assembly") or 0)

    def draft(self):
        typed = self.cleaned_data
        terms = {name: typed[name] for name in (*self.more, "burn_days")}
        return Draft(typed["title"], typed["text"], typed["method"], typed["options"], Terms(**terms))


def filled_from(draft):
    """What a form shows of a draft that is there."""
    terms = {name: getattr(draft.terms, name) for name in ProposalForm.more}
    lines = {"options": "\n".join(draft.options), "tasks": "\n".join(draft.terms.tasks)}
    words = {"title": draft.title, "text": draft.text, "method": draft.method, "burn_days": str(draft.terms.burn_days)}
    return {**terms, **lines, **words}


class ProposalEditForm(SeenForm, ProposalForm):
    """The same, with the version its writer saw."""

    def anew(self, data):
        return type(self)(data, pair=self.pair, rules=self.group_rules)


class WithdrawForm(Form):
    """Why a proposal ends without a decision."""

    why = forms.CharField(
        label=_("Why do you withdraw it?"), max_length=LONGEST_REMARK, required=False, widget=text_area()
    )


class RulesForm(Form):
    """How the group decides from now on."""

    meets = forms.ChoiceField(label=_("Who may call a meeting?"), choices=list(MEETS.items()), widget=forms.RadioSelect)
    calls = forms.ChoiceField(label=_("Who may open a vote?"), choices=list(CALLS.items()), widget=forms.RadioSelect)
    mode = forms.ChoiceField(label=_("How do we vote?"), choices=list(WAYS.items()), widget=forms.RadioSelect)
    electorate = forms.ChoiceField(
        label=_("Who votes here?"),
        help_text=_("In a meeting everyone who is present decides."),
        choices=list(ELECTORATE.items()),
        widget=forms.RadioSelect,
    )
    method = forms.ChoiceField(label=_("How do we decide, if nothing else is chosen?"), widget=forms.RadioSelect)
    methods = forms.MultipleChoiceField(
        label=_("Which ways to decide do we use?"),
        help_text=_("Left empty, all of them."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    notice_days = forms.IntegerField(
        label=_("How many days before is a meeting called, and a text known that we vote on?"),
        help_text=_("What is urgent can come sooner: then it is said to everyone."),
        min_value=0,
        max_value=90,
    )
    days_open = forms.IntegerField(label=_("For how many days can we vote here, at least?"), min_value=1, max_value=90)
    quorum = forms.IntegerField(
        label=_("How many must take part, so that it counts?"),
        help_text=_("0 if any number is enough."),
        min_value=0,
        max_value=MOST_PEOPLE,
    )

    def __init__(self, data=None, *, pair, **options):
        super().__init__(data, **options)
        fit = [method for method in METHODS.values() if not method.options and (pair or method.key != TOGETHER)]
        self.fields["method"].choices = [(method.key, method.name) for method in fit]
        used = [(key, method.name) for key, method in METHODS.items() if pair or key != TOGETHER]
        self.fields["methods"].choices = used

    def clean(self):
        cleaned = super().clean()
        method = METHODS.get(cleaned.get("method", ""))
        if method and cleaned.get("methods") and method.key not in cleaned["methods"]:
            self.add_error("methods", _("What holds if nothing else is chosen must be among them."))
        if cleaned.get("mode") == "hands" and method and not method.by_hand:
            self.add_error("method", _("This cannot be counted by hands. Choose another."))
        return cleaned

    def rules(self):
        return HowWeDecide(**self.cleaned_data | {"methods": self._used()})

    def _used(self):
        return tuple(key for key in METHODS if key in self.cleaned_data["methods"])


class EnterForm(VoteForm):
    """Somebody else's vote: whose, how it came, what they chose."""

    def __init__(self, data=None, *, asked, electors):
        super().__init__(data, asked=asked, entered=True)
        few = len(electors) <= FEW
        whose = forms.ChoiceField(
            label=_("Whose vote is it?"), choices=electors, widget=forms.RadioSelect() if few else forms.Select()
        )
        speak_plainly(whose)
        self.fields["whose"] = whose
        self.order_fields(["whose", "how"])

    def whose(self):
        """The id of the seat."""
        return int(self.cleaned_data["whose"])


class CloseForm(Form):
    """Closing needs nothing to be typed."""


class DrawForm(Form):
    """The number for drawing lots."""

    number = forms.CharField(
        label=_("The number for the lots"),
        help_text=_("Exactly as its source gives it. Signs and spaces between the figures do not matter."),
        max_length=LONGEST_NUMBER,
        widget=one_line(),
    )

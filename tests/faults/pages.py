"""A page as a person meets it: its forms with all that stands in their fields, and what is carried along in them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode

from rooted.base import again

Pairs = list[tuple[str, str]]
FORM = "application/x-www-form-urlencoded"


@dataclass
class Form:
    """One form of a page. `pairs` is what a browser would send if somebody pressed its button now."""

    action: str
    method: str = "get"
    pairs: Pairs = field(default_factory=list)
    lines: set[str] = field(default_factory=set)  # the names of fields to write in
    secret: set[str] = field(default_factory=set)  # the names of fields for passphrases

    @property
    def carried(self) -> Pairs:
        """What it would send, and what it carries for later in `kept`."""
        kept = (pair for name, value in self.pairs if name == "kept" for pair in again.unpack(value))
        return [*self.pairs, *((name, value) for name, value in kept)]

    def filled(self, values: dict[str, str]) -> Pairs:
        """What it sends once its fields hold `values`."""
        return [(name, value) for name, value in self.pairs if name not in values] + list(values.items())


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self.path, self.forms, self.form = path, [], None
        self.area: str | None = None
        self.choice = ""
        self.text = ""

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.form = Form(given.get("action") or self.path, given.get("method", "get").lower())
            self.forms.append(self.form)
        elif self.form is not None:
            getattr(self, f"_{tag}", lambda _given: None)(given)

    def _input(self, given):
        kind, name = given.get("type", "text"), given.get("name", "")
        if kind in ("text", "password"):
            self.form.lines.add(name)
        if kind == "password":
            self.form.secret.add(name)
        if name and (kind not in ("radio", "checkbox") or "checked" in given):
            self.form.pairs.append((name, given.get("value") or ""))

    def _textarea(self, given):
        self.area, self.text = given.get("name", ""), ""
        self.form.lines.add(self.area)

    def _select(self, given):
        self.choice = given.get("name", "")

    def _option(self, given):
        if "selected" in given:
            self.form.pairs.append((self.choice, given.get("value") or ""))

    def _button(self, given):
        if given.get("name"):
            self.form.pairs.append((given["name"], given.get("value") or ""))

    def handle_data(self, data):
        self.text += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self.form is not None:
            text = self.text.replace("\r\n", "\n")
            self.form.pairs.append((self.area or "", text.removeprefix("\n")))  # the one HTML drops
        elif tag == "form":
            self.form = None


def forms_of(response) -> list[Form]:
    """The forms of a page that are sent by POST."""
    if not response.get("Content-Type", "").startswith("text/html"):
        return []
    reader = _Reader(response.request["PATH_INFO"])
    reader.feed(response.content.decode())
    return [form for form in reader.forms if form.method == "post"]


def carried_in(response) -> set[tuple[str, str]]:
    """Every (name, value) that some form of the page would send now or carries for later."""
    return {pair for form in forms_of(response) for pair in form.carried}


def send(client, path: str, pairs: Pairs, **headers):
    """POST as a browser does; the answer, redirects not followed."""
    return client.post(path, urlencode(pairs), content_type=FORM, headers=headers)

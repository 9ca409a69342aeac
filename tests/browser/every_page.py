"""Every GET route that answers with a page × role × direction. Pages that are the same to the letter are opened once:
most routes answer a stranger with the same sign-in page, and whoever is in no group as they answer the member of
another."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.chromium import PATIENCE
from tests.browser.seeded import ROLES, Seeded
from tests.browser.witness import Witness

LANGUAGES = ("en", "ar")
WIDE = {"width": 1280, "height": 900}
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')
NEXT = re.compile(r'name="next" value="[^"]*"')
OFFERED = re.compile(r'id="id_passphrase_helptext">[^<]*')  # other words at each visit
ONCE = re.compile(r'name="token" value="[^"]*"')


@dataclass
class Visit:
    """One page, open in front of one role, and all (route, role) that get it."""

    page: Page
    role: str
    language: str
    names: list[str] = field(default_factory=list)
    witness: Witness | None = None

    def __str__(self) -> str:
        more = f" and {len(self.names) - 1} more" if len(self.names) > 1 else ""
        return f"{self.names[0]} as {self.role} in {self.language}{more}"


def every_page(browser: Browser, seeded: Seeded, *, roles: Iterable[str] = ROLES) -> Iterator[Visit]:
    seen: dict[tuple[str, str], Visit] = {}
    for role in roles:
        for language in LANGUAGES:
            context = seeded.browser_of(browser, role, locale=language, viewport=WIDE)
            yield from pages_of(context, seeded, role, language, seen)
            context.close()


def pages_of(
    context: BrowserContext, seeded: Seeded, role: str, language: str, seen: dict[tuple[str, str], Visit]
) -> Iterator[Visit]:
    """The pages no role before was shown; what was, is added to its first visit."""
    page, witness = context.new_page(), Witness(seeded.address)
    witness.watch(page)
    for html, names in same_pages(seeded, role, language).items():
        if (language, html) in seen:
            seen[language, html].names += names
            continue
        page.goto(seeded.address + seeded.routes[names[0]])
        seen[language, html] = Visit(page, role, language, names, witness)
        yield seen[language, html]


def same_pages(seeded: Seeded, role: str, language: str) -> dict[str, list[str]]:
    """The routes that answer with a page, by what it says; asked without a browser, which takes far longer."""
    found: dict[str, list[str]] = {}
    connection = HTTPConnection(urlsplit(seeded.address).netloc, timeout=PATIENCE / 1000)
    for name, path in seeded.routes.items():
        connection.request("GET", path, headers={"Cookie": seeded.cookies[role], "Accept-Language": language})
        answer = connection.getresponse()
        body = answer.read()
        if answer.headers.get_content_type() == "text/html" and answer.status not in {301, 302, 405}:
            found.setdefault(essence(body.decode()), []).append(name)
    connection.close()
    return found


def after_a_form(browser: Browser, seeded: Seeded) -> Iterator[Visit]:
    """Pages that only a sent form leads to: what is to be put right, the receipt, the conversation, the invitation."""
    words = {"receipt": seeded.receipt}
    for role, name, action, values in [*MISTAKES, ("stranger", "intake:receipt", "/back/", words), *SENT]:
        for language in LANGUAGES:
            context = seeded.browser_of(browser, role, locale=language, viewport=WIDE)
            page = context.new_page()
            page.goto(seeded.address + seeded.routes[name])
            send(page, action, values)
            yield Visit(page, role, language, [f"{name} sent with {', '.join(values) or 'nothing'}"])
            context.close()


MISTAKES: list[tuple[str, str, str, dict[str, str]]] = [
    ("stranger", "intake:letter", "/letter/", {}),
    ("stranger", "intake:receipt", "/back/", {"receipt": "these words open nothing here"}),
    ("stranger", "groups:found-invited", "", {"name": "x"}),
    ("stranger", "groups:join", "", {"words": "these are not it"}),
    ("stranger", "people:sign-in", "/sign-in/", {"name": "nobody", "passphrase": "not a passphrase"}),
    ("stranger", "people:recover", "", {"name": "nobody", "code": "aaaa"}),
    ("locked", "people:you", "/unlock/", {"passphrase": "not mine"}),
    ("member", "people:recovery-check", "", {}),
    ("member", "people:passphrase-change", "", {"passphrase": "short"}),
    ("member", "intake:letter-detail", "/answer/", {}),
    ("member", "intake:letter-detail", "/note/", {}),
    ("member", "groups:group-edit", "", {"group_name": ""}),
]
SENT: list[tuple[str, str, str, dict[str, str]]] = [
    ("stranger", "intake:letter", "/letter/", {"text": "A short letter.", "brings": "news", "way": "words"}),
    ("member", "groups:invite", "", {}),
    ("member", "groups:reseat", "", {}),
]


def send(page: Page, action: str, values: dict[str, str]) -> None:
    """Fill the form that goes to `action` (or to the page itself) and press its button."""
    chosen = f"main form[action$='{action}']" if action else "main form:not([action])"
    form = page.locator(chosen).first
    for name, value in values.items():
        choice = form.locator(f"[type=radio][name={name}][value='{value}']")
        if choice.count():
            choice.check()
        else:
            form.locator(f"[name={name}]").fill(value)
    with form.page.expect_navigation():
        form.locator("button").last.click()


def essence(html: str) -> str:
    for changing, fixed in ((TOKEN, ""), (NEXT, ""), (OFFERED, ""), (ONCE, "")):
        html = changing.sub(fixed, html)
    return html

"""What every page must and must not hold: nothing inline, nothing from elsewhere, one heading, neutral title."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

from tests.walk.access import Answer

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LINKING = ("src", "href", "action", "srcset", "poster", "data", "formaction")
FREE_TITLES = {"base:leave"}  # the way out has the title of a page of anybody's
OURSELVES = "testserver"  # a link that is to be sent on is written out whole
LABELLED = {"input", "select", "textarea"}

HEADERS = {
    "Content-Security-Policy": "default-src 'none'",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=()",
}
COOKIES = ("__Host-s", "__Host-c", "__Host-k", "__Host-l")


class Page(HTMLParser):
    """A page, read once: its elements with their attributes, and the text of title and scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, str] = {}
        self.forms: list[dict[str, object]] = []
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.elements.append((tag, values))
        if tag == "form":
            self.forms.append({"method": values.get("method", "get").lower(), "names": set()})
        if self.forms and "name" in values:
            self.forms[-1]["names"].add(values["name"])  # type: ignore[attr-defined]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open:
            name = "title of a picture" if self._open[-1] == "title" and "svg" in self._open else self._open[-1]
            self.texts[name] = self.texts.get(name, "") + data

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [values for tag, values in self.elements if tag in tags]


def inline(page: Page) -> list[str]:
    """No script, style or handler in the page itself: the policy would refuse it, and a wrong one might not."""
    found = ["holds <style>"] * len(page.all("style"))
    found += ["holds a script without src" for values in page.all("script") if "src" not in values]
    for tag, values in page.elements:
        found += [f"<{tag}> has {name}" for name in values if name == "style" or name.startswith("on")]
        found += [f"<{tag}> has {name}={value!r}" for name, value in values.items() if "javascript:" in value.lower()]
    return found


def foreign(page: Page) -> list[str]:
    """No address on another host, but for links to sources, which send no referrer."""
    found = []
    for tag, values in page.elements:
        for name in LINKING:
            place = urlsplit(values.get(name, ""))
            link = tag == "a" and name == "href" and "noreferrer" in values.get("rel", "").split()
            elsewhere = place.netloc not in {"", OURSELVES} or place.scheme in {"data", "blob"}
            if elsewhere and not link:
                found.append(f"<{tag} {name}> leads to {place.scheme}://{place.netloc}")
    return found


def frame(page: Page, *, route: str = "", language: str = "") -> list[str]:
    """Language, direction, neutral title, one heading; every id once."""
    html = (page.all("html") or [{}])[0]
    direction = "rtl" if html.get("lang", "").startswith("ar") else "ltr"
    found = []
    if not html.get("lang") or (language and html["lang"] != language):
        found.append(f"has lang={html.get('lang')!r}")
    if html.get("dir") != direction:
        found.append(f"has dir={html.get('dir')!r}")
    if page.texts.get("title", "").strip() != "Rooted" and route not in FREE_TITLES:
        found.append(f"has the title {page.texts.get('title')!r}")
    if len(page.all("h1")) != 1:
        found.append(f"has {len(page.all('h1'))} <h1>")
    ids = [values["id"] for _tag, values in page.elements if "id" in values]
    return found + [f"uses the id {name!r} twice" for name in sorted({i for i in ids if ids.count(i) > 1})]


def fields(page: Page) -> list[str]:
    """Every field has a label, every form that writes its token."""
    labelled = {values.get("for") for values in page.all("label")}
    found = [
        f"the field {values.get('name')!r} has no label"
        for tag, values in page.elements
        if tag in LABELLED
        and values.get("type") not in {"hidden", "submit", "button"}
        and values.get("id") not in labelled
        and not {"aria-label", "aria-labelledby"} & values.keys()
    ]
    found += [
        "a form has no token"
        for form in page.forms
        if form["method"] == "post" and "csrfmiddlewaretoken" not in form["names"]  # type: ignore[operator]
    ]
    return found


def headers(answer: Answer) -> list[str]:
    """The headers of every page, and no cookie but ours."""
    found = [
        f"has {name}: {answer.headers.get(name)!r}"
        for name, part in HEADERS.items()
        if part not in answer.headers.get(name, "")
    ]
    for cookie in answer.cookies:
        name, _, rest = cookie.partition("=")
        flags = rest.lower()
        if "max-age=0" in flags and name in COOKIES:
            continue  # taken away
        if name not in COOKIES or "secure" not in flags or "httponly" not in flags or "path=/" not in flags:
            found.append(f"sets the cookie {name} with {rest.partition(';')[2]!r}")
    return found


def source(page: Page, *, route: str = "") -> list[str]:
    """Everybody gets the code that runs here: its link stands on every page but the neutral one."""
    led_to = {values.get("href") for values in page.all("a")}
    return [] if "/source/" in led_to or route == "base:leave" else ["has no link to the source"]


def page_faults(answer: Answer, *, route: str, language: str = "") -> list[str]:
    """Everything wrong with one HTML answer."""
    page = Page(answer.body.decode())
    parts = [inline(page), foreign(page), fields(page), frame(page, route=route, language=language)]
    parts.append(source(page, route=route))
    return [fault for part in parts for fault in part]

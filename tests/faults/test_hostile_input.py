"""Nothing anybody sends makes an error of ours: fields, bodies, methods, addresses, headers, cookies.

An answer is never 500, never bare, and what was sent stands in it escaped or not at all.
"""

import gzip
import re
from itertools import groupby, islice
from urllib.parse import quote_plus, urlencode

import pytest
from django.conf import settings
from django.http import HttpResponse

from rooted.people import sessions
from tests.faults.browsers import ROUTES, browser, path_of
from tests.faults.forms import FORMS
from tests.faults.pages import FORM, send
from tests.walk.report import none_wrong
from tests.walk.world import address

pytestmark = [pytest.mark.django_db, pytest.mark.long]
every_form = pytest.mark.parametrize("form", FORMS, ids=str)

MARK = "<script>alert(7)</script>"
RAW = {
    "nothing": b"",
    "spaces": b"+++",
    "NUL": b"a%00b",
    "100 kB": b"x" * 100_000,
    "one word of 8,000 letters": b"w" * 8_000,
    "right to left override": quote_plus("left \u202e right \u2066 open").encode(),
    "emoji": quote_plus("🌱👩🏽‍🌾🇺🇳 🏴󠁧󠁢󠁳󠁣󠁴󠁿").encode(),
    "a lone surrogate": b"%ED%A0%80 and %ED%B0%80",
    "no UTF-8": b"%FF%FE%80 \xff\xfe",
    "a script": quote_plus(MARK + '"><img src=x onerror=alert(7)>').encode(),
    "a formula": quote_plus("=1+1|cmd '/c calc'!A0").encode(),
    "a template": quote_plus("{{ request }}{% debug %} %s %(a)s ${7*7}").encode(),
    "SQL": quote_plus("' OR 1=1; DROP TABLE people_person; --").encode(),
    "a number too large": b"9" * 400,
    "less than nothing": b"-1",
    "not a number": b"NaN",
    "lines": b"%0d%0aSet-Cookie:+a=b%0d%0a%0d%0a",
    "a list in JSON": quote_plus('[["text", "\\ud800"], ["next", "//elsewhere.example"], 7, null]').encode(),
    "deep JSON": b"%5B" * 50_000,
}
every_value = pytest.mark.parametrize("value", RAW.values(), ids=RAW)
# The values that break parsers, each alone among fields that are right; all the others come in all fields at once.
BREAKING = (
    "nothing",
    "NUL",
    "100 kB",
    "a lone surrogate",
    "no UTF-8",
    "a script",
    "a number too large",
    "less than nothing",
    "deep JSON",
)
every_breaking_value = pytest.mark.parametrize("value", [RAW[name] for name in BREAKING], ids=BREAKING)


@pytest.fixture(autouse=True)
def _anyone_may_found(settings):
    settings.FOUNDING = "anyone"


def encoded(pairs, wrong="", value=b"") -> bytes:
    """A form's body, with the bytes `value` in the field `wrong`."""
    return b"&".join(
        quote_plus(name).encode() + b"=" + (value if name == wrong else quote_plus(text).encode())
        for name, text in pairs.items()
    )


def faults(response) -> list[str]:
    """What is wrong with an answer to something hostile."""
    found = []
    content = response.content
    if response.get("Content-Encoding") == "gzip":
        content = gzip.decompress(content)
    page = content.decode() if response.get("Content-Type", "").startswith("text/html") else "<h1>"
    if response.status_code >= 500:
        found.append(f"answers {response.status_code}")
    if MARK in page or "onerror=alert(7)>" in page.replace("&gt;", ""):
        found.append("gives markup back unescaped")
    if response.status_code >= 400 and response.status_code != 405 and "<h1>" not in page:  # 405 is met by programs
        found.append(f"answers {response.status_code} without a sentence")
    if "elsewhere.example" in response.get("Location", ""):
        found.append("leads elsewhere")
    return found


@every_form
def test_no_value_in_all_fields_breaks_a_form(world, form):
    client, found = browser(world, form.who), []
    for name, value in RAW.items():
        body = b"&".join(quote_plus(field).encode() + b"=" + value for field in form.typed(world))
        response = client.post(path_of(world, form), body, content_type=FORM)
        found += [f"{name}: {line}" for line in faults(response)]
    none_wrong(found)


@every_form
@every_breaking_value
def test_no_value_in_one_field_breaks_a_form(world, form, value):
    found = []
    for name in form.typed(world):
        client = browser(world, form.who)
        body = encoded(form.typed(world), name, value)
        response = client.post(path_of(world, form), body, content_type=FORM)
        found += [f"{name}: {line}" for line in faults(response)]
    none_wrong(found)


@every_form
def test_a_field_that_is_missing_or_comes_twice_breaks_no_form(world, form):
    found = []
    for name in form.typed(world):
        others = {key: text for key, text in form.typed(world).items() if key != name}
        for pairs in (list(others.items()), [*form.typed(world).items(), (name, "b"), (name, MARK)]):
            response = send(browser(world, form.who), path_of(world, form), pairs)
            found += [f"{name}: {line}" for line in faults(response)]
    none_wrong(found)


# Each kind of page once: public and sealed, reading and writing, with parameters and without.
SOME = [
    ROUTES[name]
    for name in (
        "home:front", "home:board", "people:sign-in", "people:unlock", "people:preferences", "places:town-list",
        "groups:group", "groups:join", "intake:letter", "intake:receipt", "intake:letter-list", "intake:letter-note",
        "struggles:struggle-list", "imports:import-detail", "base:language-set", "base:source",
    )
]  # fmt: skip

BOUNDARY = "multipart/form-data; boundary=x"
BODIES = {
    "501 fields": (FORM, b"&".join(b"a%d=1" % number for number in range(501))),
    "1.1 MB": (FORM, b"text=" + b"x" * 1_100_000),
    "JSON": ("application/json", b'{"text": "a"}'),
    "broken JSON": ("application/json", b'{"text": '),
    "XML": ("text/xml", b"<a>"),
    "no type": ("", b"text=a"),
    "a type that is none": ("///;;==", b"text=a"),
    "another alphabet": (FORM + "; charset=utf-16", "text=a".encode("utf-16")),
    "a codec that is none for text": (FORM + "; charset=rot13", b"text=a%41"),
    "an unknown alphabet": (FORM + "; charset=klingon", b"text=a"),
    "no parts": (BOUNDARY, b""),
    "half a part": (BOUNDARY, b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nabc'),
    "no boundary": ("multipart/form-data", b"abc"),
    "a boundary of nothing": ("multipart/form-data; boundary=", b"abc"),
    "parts in another alphabet": (
        "multipart/form-data; boundary=x; charset=rot13",
        b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nabc\r\n--x--\r\n',
    ),
    "a file for a text": (
        BOUNDARY,
        b'--x\r\nContent-Disposition: form-data; name="text"; filename="a"\r\n\r\nabc\r\n--x--\r\n',
    ),
    "bad base64": (
        BOUNDARY,
        b'--x\r\nContent-Disposition: form-data; name="text"\r\nContent-Transfer-Encoding: base64\r\n\r\n*\r\n--x--',
    ),
    "six files": (
        BOUNDARY,
        b"".join(
            b'--x\r\nContent-Disposition: form-data; name="f%d"; filename="a"\r\n\r\nabc\r\n' % number
            for number in range(6)
        )
        + b"--x--\r\n",
    ),
    "a semicolon for an ampersand": (FORM, b"text=a;b=c&&&=&=x&%&%zz=%zz"),
}


# A body is taken apart before a form sees it: two forms of each app.
OF_EACH_APP = [
    form
    for _app, forms in groupby(sorted(FORMS, key=lambda form: form.route), key=lambda form: form.route.split(":")[0])
    for form in islice(forms, 2)
]


@pytest.mark.parametrize(("kind", "body"), BODIES.values(), ids=BODIES)
def test_no_body_breaks_a_form(world, kind, body):
    found = []
    for form in OF_EACH_APP:
        response = browser(world, form.who).generic("POST", path_of(world, form), body, content_type=kind)
        found += [f"{form}: {line}" for line in faults(response)]
    none_wrong(found)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "HEAD", "BREW", "get"])
def test_no_method_breaks_a_page(world, method):
    found = []
    for role in ("stranger", "member"):
        client = browser(world, role)
        for route in SOME:
            response = client.generic(method, address(world, route), b"text=a", content_type=FORM)
            found += [f"{route.name} as {role}: {line}" for line in faults(response) if response.status_code >= 500]
    none_wrong(found)


NAMES = ("page", "q", "country", "year", "form", "show", "only", "groups", "next", "language", "kept")


@every_value
def test_no_parameter_breaks_a_page(world, value):
    found = []
    for role in ("stranger", "member"):
        client = browser(world, role)
        for route in SOME:
            query = b"&".join(name.encode() + b"=" + value[:4_000] for name in NAMES).decode("latin-1")
            response = client.get(address(world, route), QUERY_STRING=query)
            found += [f"{route.name} as {role}: {line}" for line in faults(response)]
    none_wrong(found)


PIECES = [
    "zzzzzzzzzzzzz", "0000000000000", "ooooooooooooo", "%00", "%ED%A0%80", "%FF", "..%2f..%2fetc", "%F0%9F%8C%B1",
    "a" * 9_000, "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "%3Cscript%3Ealert(7)%3C%2Fscript%3E", "-", "%20", "9" * 40,
]  # fmt: skip


# Each kind of value in an address, alone and behind another one.
NAMING = [
    ROUTES[name]
    for name in (
        "groups:group", "groups:join", "groups:found-invited", "groups:removal-confirm", "intake:letter-detail",
        "struggles:struggle-detail", "imports:import-detail",
    )
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece[:20])
def test_no_address_breaks_a_page(world, piece):
    found = []
    for role in ("stranger", "member"):
        client = browser(world, role)
        for route in NAMING:
            for name in route.values:
                path = re.sub(rf"<\w+:{name}>", piece, "/" + route.pattern)
                path = re.sub(r"<\w+:group>", "docks", re.sub(r"<\w+:\w+>", "0000000000001", path))
                found += [f"{path} as {role}: {line}" for line in faults(client.get(path))]
    none_wrong(found)


HEADERS = {
    "another host": {"HTTP_HOST": "elsewhere.example"},
    "a host that is none": {"HTTP_HOST": "<script>alert(7)</script>"},
    "a host with a port that is none": {"HTTP_HOST": "127.0.0.1:99999999"},
    "no host": {"HTTP_HOST": ""},
    "a forwarded host": {"HTTP_X_FORWARDED_HOST": "elsewhere.example", "HTTP_X_FORWARDED_PROTO": "gopher"},
    "forwarded for nobody": {"HTTP_X_FORWARDED_FOR": ",,, ::: 999.999.999.999, <script>"},
    "forwarded for many": {"HTTP_X_FORWARDED_FOR": ", ".join(["10.0.0.1"] * 2_000)},
    "no address": {"REMOTE_ADDR": ""},
    "an address that is none": {"REMOTE_ADDR": "unix:"},
    "many languages": {"HTTP_ACCEPT_LANGUAGE": "xx-" * 3_000},
    "languages that are none": {"HTTP_ACCEPT_LANGUAGE": "*;q=nan,\0,en;q=-1,../../etc,ar;q=9e999"},
    "bytes for a language": {"HTTP_ACCEPT_LANGUAGE": "\xff\xfe"},
    "a referrer that is none": {"HTTP_REFERER": "http://[::1", "HTTP_ORIGIN": "http://[::1"},
    "an origin elsewhere": {"HTTP_ORIGIN": "https://elsewhere.example"},
    "no origin": {"HTTP_ORIGIN": "null"},
    # with a query, Django itself fails before our first line: LookupError in WSGIRequest (5.2)
    "an alphabet for a page": {"CONTENT_TYPE": "text/plain; charset=rot13"},
    "a length that is none": {"CONTENT_LENGTH": "-5"},
    "a zip": {"HTTP_ACCEPT_ENCODING": "gzip;q=9e999, \0, *"},
    "a range": {"HTTP_RANGE": "bytes=99999999999-1", "HTTP_IF_MODIFIED_SINCE": "never", "HTTP_IF_NONE_MATCH": '"'},
}


@pytest.mark.parametrize("headers", HEADERS.values(), ids=HEADERS)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_header_breaks_a_page(world, headers, method):
    found = []
    for role in ("stranger", "member"):
        client = browser(world, role, enforce_csrf_checks=True)
        for route in SOME:
            given = {"CONTENT_TYPE": FORM, **headers} if method == "POST" else headers
            response = client.generic(method, address(world, route), b"", **given)
            found += [f"{route.name} as {role}: {line}" for line in faults(response)]
    none_wrong(found)


GARBAGE = {
    "nothing": "",
    "bytes": "\xff\xfe\x00",
    "no base64": "=====",
    "half of a half": "YWJj",
    "another half": "A" * 43 + "=",
    "100 kB": "x" * 20_000,
    "NUL by its number": '"abcdefgh\\000ijklmnop"',
    "a script": MARK,
    "a number": "0",
    "JSON": '{"a": 1}',
}


COOKIES = (
    settings.SESSION_COOKIE_NAME,
    sessions.HALF_COOKIE,
    settings.CSRF_COOKIE_NAME,
    settings.LANGUAGE_COOKIE_NAME,
)


@pytest.mark.parametrize("value", GARBAGE.values(), ids=GARBAGE)
def test_no_cookie_breaks_a_page(world, value):
    found = []
    names = (
        settings.SESSION_COOKIE_NAME,
        sessions.HALF_COOKIE,
        settings.CSRF_COOKIE_NAME,
        settings.LANGUAGE_COOKIE_NAME,
    )
    for name in names:
        client = browser(world, "member", enforce_csrf_checks=True)
        cookies = {key: morsel.value for key, morsel in client.cookies.items()} | {name: value}
        client.cookies.clear()
        line = "; ".join(f"{key}={text}" for key, text in cookies.items())
        for route in SOME:
            for method in ("GET", "POST"):
                response = client.generic(method, address(world, route), b"text=a", content_type=FORM, HTTP_COOKIE=line)
                found += [f"{name}, {method} {route.name}: {fault}" for fault in faults(response)]
    none_wrong(found)


@pytest.mark.parametrize("kept", [v for k, v in RAW.items() if "JSON" in k], ids=lambda v: v[:10].decode())
def test_what_a_door_carries_is_believed_in_nothing(world, kept):
    body = encoded({**FORMS[0].typed(world), "next": "//elsewhere.example/x"}, "kept", kept)
    assert faults(browser(world, "stranger").post("/sign-in/", body, content_type=FORM)) == []


def test_markup_that_was_kept_is_shown_as_text(world):
    client = browser(world, "member")
    path = address(world, ROUTES["intake:letter-note"])
    send(client, path, [("text", MARK + " and =1+1")])
    page = client.get(address(world, ROUTES["intake:letter-detail"])).content.decode()
    assert (MARK in page, "&lt;script&gt;alert(7)&lt;/script&gt; and =1+1" in page) == (False, True)


def test_a_body_too_large_is_answered_with_what_to_do(world):
    response = send(browser(world, "stranger"), "/g/docks/letter/", [("text", "x" * 1_100_000)])
    assert response.status_code == 400
    assert "This was too much, or not readable" in response.content.decode()


def test_planted_faults_are_found():
    assert faults(HttpResponse("<h1>Bad Request (400)</h1>" + MARK, status=500)) == [
        "answers 500",
        "gives markup back unescaped",
    ]
    assert faults(HttpResponse("no", status=400)) == ["answers 400 without a sentence"]


def test_the_query_of_a_redirect_holds_nothing_typed(world):
    response = send(browser(world, "stranger"), "/letters/save/", [("receipt", "two words")])
    assert (response.status_code, response.url) == (302, "/letters/back/" + urlencode({}))

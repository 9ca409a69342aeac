"""Every page that any route gives anybody: nothing inline, nothing foreign, right frame, right headers."""

import pytest

from tests.walk import pages
from tests.walk.access import Answer
from tests.walk.report import none_wrong

pytestmark = pytest.mark.django_db


def faults(answers, language=""):
    found = {}
    for (route, method, role), answer in answers.items():
        if answer.is_page and answer.status < 500:
            for fault in pages.page_faults(answer, route=route, language=language):
                found.setdefault(f"{method} {route} {fault}", set()).add(role)
    return sorted(f"{fault} (as {', '.join(sorted(roles))})." for fault, roles in found.items())


def test_every_page_is_clean(asked):
    none_wrong(faults(asked.answers, "en"))


def test_pages_without_token_are_clean(asked):
    none_wrong(faults({(route, "POST", role): answer for (route, role), answer in asked.bare_posts.items()}, "en"))


@pytest.mark.long
def test_every_page_is_clean_in_arabic(further):
    none_wrong(faults(further.arabic, "ar"))


def test_every_answer_has_its_headers(asked):
    found = {
        f"{method} {route} {fault}."
        for (route, method, _role), answer in asked.answers.items()
        for fault in pages.headers(answer)
    }
    none_wrong(sorted(found))


def test_many_pages_were_looked_at(asked):
    """Else the tests above would pass on an empty product."""
    assert sum(answer.is_page for answer in asked.answers.values()) > 200


GOOD = (
    '<!doctype html><html lang="en" dir="ltr"><title>Rooted</title><h1>Letters</h1>'
    '<a href="https://example.org/" rel="noreferrer">source</a><script src="/static/x.js"></script>'
    '<a href="/source/">Source</a>'
    '<form method="post"><input type="hidden" name="csrfmiddlewaretoken"><label for="a">A</label><input id="a"></form>'
)


def page_of(change):
    return Answer(200, change(GOOD).encode(), {})


def test_a_right_page_passes():
    assert pages.page_faults(page_of(str), route="intake:letter-list") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<h1>", "<style>p{}</style><h1>"),
        ("<h1>", '<h1 style="color:red">'),
        ("<h1>", '<h1 onclick="x()">'),
        (' src="/static/x.js"', ""),
        ('src="/static/x.js"', 'src="//elsewhere.example/x.js"'),
        (' rel="noreferrer"', ""),
        ("<h1>", '<img src="data:image/png;base64,x"><h1>'),
        ("Rooted", "Fight against the landlord"),
        ("<h1>Letters</h1>", ""),
        ("<h1>", "<h1>One</h1><h1>"),
        (' lang="en"', ""),
        ('dir="ltr"', 'dir="rtl"'),
        ('for="a"', 'for="b"'),
        ('name="csrfmiddlewaretoken"', 'name="x"'),
        ("<h1>", '<h1 id="a">'),
        ('href="https://example.org/"', 'href="javascript:x"'),
        ('href="/source/"', 'href="/"'),
    ],
)
def test_a_planted_fault_is_found(old, new):
    assert len(pages.page_faults(page_of(lambda text: text.replace(old, new, 1)), route="intake:letter-list")) == 1


def test_missing_headers_and_a_foreign_cookie_are_found():
    answer = Answer(200, b"", {"Content-Security-Policy": "default-src 'none'"}, ("track=1; Path=/",))
    assert len(pages.headers(answer)) == len(pages.HEADERS)

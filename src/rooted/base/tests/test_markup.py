from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.base.markup import TAGS, html


class Reader(HTMLParser):
    """Every tag and attribute as a browser would see them."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.words = set(), [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [(tag, *pair) for pair in attrs]

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
        ("**must** and *may*", "<p><strong>must</strong> and <em>may</em></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a", "<ol>\n<li>a</li>\n</ol>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("# One\n\n#### Four", "<h3>One</h3>\n<h3>Four</h3>"),
        ("`x`", "<p><code>x</code></p>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        (
            "[here](https://a.example/?q=1)",
            '<p><a href="https://a.example/?q=1" rel="noreferrer nofollow">here</a></p>',
        ),
        (
            "<mailto:a@b.example>",
            '<p><a href="mailto:a@b.example" rel="noreferrer nofollow">mailto:a@b.example</a></p>',
        ),
    ],
)
def test_a_little_markdown_is_understood(written, shown):
    assert html(written).strip() == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("[x](javascript:alert)", "<p>[x](javascript:alert)</p>"),
        ("[x](JaVaScRiPt:alert)", "<p>[x](JaVaScRiPt:alert)</p>"),
        ("[x](/sign-out/)", "<p>[x](/sign-out/)</p>"),
        ("[x](//evil.example)", "<p>[x](//evil.example)</p>"),
        ("[x](data:text/html,x)", "<p>[x](data:text/html,x)</p>"),
        (
            "[a]() and [b](https://b.example)",
            '<p>a and <a href="https://b.example" rel="noreferrer nofollow">b</a></p>',
        ),
        ("https://plain.example", "<p>https://plain.example</p>"),
        ("wages\n---", "<p>wages<br>\n---</p>"),
        ("    four spaces", "<p>four spaces</p>"),
        ("[name]: https://a.example", "<p>[name]: https://a.example</p>"),
    ],
)
def test_what_is_not_meant_as_markup_or_not_allowed_stays_readable(written, shown):
    assert html(written).strip() == shown


def test_a_picture_becomes_a_link_because_nothing_is_fetched_from_elsewhere():
    assert Reader(html("![x](https://a.example/x.png)")).tags == {"p", "a"}


PIECES = st.sampled_from(
    [
        *("<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg onload=x>", "<a href='javascript:x'>"),
        *("[a](", "![a](", ")", "javascript:alert(1)", "java\tscript:", "&#106;avascript:", "data:text/html,", "//e.x"),
        *(
            "<javascript:x>",
            'https://a.example/" onclick=x ',
            "style=x",
            "[a]: ",
            '"x"',
            "\n",
            "\n\n",
            "    ",
            "> ",
            "- ",
        ),
        *("`", "```", "*", "**", "#", "<!--", "-->", "\\", "&lt;", "<style>", '<http://a"onx=y>', "\u202e", "\x00"),
    ]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=14).map("".join))
def test_nothing_a_writer_tries_becomes_anything_but_the_allowed_tags(text):
    seen = Reader(html(text))
    assert seen.tags <= TAGS
    for tag, name, value in seen.attributes:
        assert (tag, name) in {("a", "href"), ("a", "rel")}
        if name == "href":
            assert value.lower().startswith(("http://", "https://", "mailto:"))
        else:
            assert value == "noreferrer nofollow"


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1))
def test_plain_words_stay_what_they_are(text):
    assert Reader(html(text)).words.strip() == text


@pytest.mark.parametrize("piece", ["[", "*", "`", "> ", "- ", "(", "<", "![", "**a", "[a](", "\n", "_a"])
def test_a_hundred_kilobytes_of_one_thing_are_rendered(piece):
    html(piece * (100_000 // len(piece)))

"""What people write, in a little Markdown, to clean HTML: paragraphs, lists, quotations, emphasis, links, one heading.

No images, no HTML of one's own, no code blocks: three spaces or a line of dashes do not change what a person sees.
"""

import re
from collections.abc import Iterable

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a", "h3", "code"}
SCHEMES = {"http", "https", "mailto"}
LINK = re.compile(r"(https?://|mailto:)[^\s]", re.IGNORECASE)
# Rules that would surprise who never heard of Markdown, or make text disappear.
UNWANTED = ["image", "code", "fence", "hr", "lheading", "reference", "html_block", "html_inline"]


def _may_link(url: str) -> bool:
    return LINK.match(url) is not None


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": True}).disable(UNWANTED)
    parser.validateLink = _may_link  # type: ignore[method-assign]
    return parser


PARSER = _parser()
CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes={"a": {"href"}},
    url_schemes=SCHEMES,
    link_rel="noreferrer nofollow",
)


def _unlink(inline: Iterable[Token]) -> None:
    """Leave the words of a link that leads nowhere, `[words]()`, as plain words; the parser asks of it no address."""
    nowhere = False
    for token in inline:
        if token.type == "link_open":
            nowhere = not token.attrGet("href")
        if token.type in ("link_open", "link_close"):
            token.hidden = nowhere


def html(text: str) -> SafeString:
    """`text` as HTML that holds only TAGS; every heading is an h3, below the headings of the page."""
    tokens = PARSER.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = "h3"
        _unlink(token.children or [])
    rendered = PARSER.renderer.render(tokens, PARSER.options, {})
    return mark_safe(CLEANER.clean(rendered))  # noqa: S308  the cleaner has the last word

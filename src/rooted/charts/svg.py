"""What all drawings share: the frame with its title, links, texts, numbers. Nothing inline, everything escaped.

Colours come from the page: `currentColor`, and the classes `land`, `axis`, `dot` and `over` inside `.chart`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from rooted.charts import words

IDENT = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
CONTROL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # not allowed in XML 1.0, even escaped

Number = Callable[[int], str]


@dataclass(frozen=True)
class Box:
    """A rectangle on the drawing, in its units; y runs down."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )


def say(text: str) -> str:
    """Somebody's text, safe inside an element or an attribute in double quotes."""
    return escape(CONTROL.sub("", text))


def num(value: float) -> str:
    """A length with two decimals at most: 12, 0.5, 3.07."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if round(value, 2) else "0"


def ident(name: str) -> str:
    """`name`, if it can be an id of the page; ValueError if not."""
    if not IDENT.fullmatch(name):
        raise ValueError(f"Not an id: {name!r}. Letters, figures, - and _ only, a letter first.")
    return name


def linked(inner: str, name: str, href: str = "") -> str:
    """`inner` named for all (`name` is also what a pointer shows), as a link if there is an address.

    An address starts with /, ? or #; ValueError for any other: a figure opens records of this server only.
    """
    title = f"<title>{say(name)}</title>"
    if not href:
        return f"<g>{title}{inner}</g>"
    if not href.startswith(("/", "?", "#")) or href.startswith("//"):
        raise ValueError(f"A figure opens pages of this server only, not {href!r}.")
    heard = "" if "<text" in inner else f' aria-label="{say(name)}"'  # a link with words is called by its words
    return f'<a href="{say(href)}"{heard}>{title}{inner}</a>'


def area(kind: str, box: Box, fill: str = "") -> str:
    """A rectangle of a class of the style sheet, or filled and ruled in the colour of the text."""
    x, y, wide, high = (num(v) for v in (box.left, box.top, box.right - box.left, box.bottom - box.top))
    look = f'class="{kind}"' if kind else f'fill="{fill}" stroke="currentColor" stroke-width="1.5"'
    return f'<rect {look} x="{x}" y="{y}" width="{wide}" height="{high}"/>'


def touch(left: float, top: float, wide: float, high: float) -> str:
    """An area that cannot be seen but pressed."""
    place = f'x="{num(left)}" y="{num(top)}" width="{num(wide)}" height="{num(high)}"'
    return f'<rect {place} fill="none" pointer-events="all"/>'


def text(
    x: float, y: float, content: str, *, anchor: str = "middle", kind: str = "", rtl: bool = False, link: bool = False
) -> str:
    """One line. `anchor` is start, middle or end in the direction of reading: the start of rtl text is its right."""
    name = f' class="{kind}"' if kind else ""
    way = (' direction="rtl"' if rtl else "") + (' text-decoration="underline"' if link else "")
    where = f'x="{num(x)}" y="{num(y)}" text-anchor="{anchor}"'
    return f"<text{name} {where}{way}>{say(content)}</text>"


def line_box(x: float, y: float, content: str) -> Box:
    """The room a line takes that is centred at `x` and stands on `y`."""
    half = words.width(content) / 2
    return Box(x - half, y - 0.8 * words.SIZE, x + half, y + 0.2 * words.SIZE)


def drawing(parts: Iterable[str], view: Box, *, name: str, title: str, description: str, kind: str = "") -> str:
    """The whole <svg>. One picture for those who hear it; a group of links if it has any, as a picture holds none."""
    body = "".join(parts)
    role = "group" if "<a " in body else "img"
    size = " ".join(num(v) for v in (view.left, view.top, view.right - view.left, view.bottom - view.top))
    style = f' class="{kind}"' if kind else ""
    return (
        f'<svg{style} viewBox="{size}" role="{role}" aria-labelledby="{ident(name)}-title {name}-desc">'
        f'<title id="{name}-title">{say(title)}</title><desc id="{name}-desc">{say(description)}</desc>{body}</svg>'
    )

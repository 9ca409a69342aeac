"""Where the numbers of circles stand: none over another, none over a foreign circle, the largest before all others.

A number stands in its circle or beside it. The largest always have theirs: where neighbours leave no room beside one,
its number stands as near as it can, and a line leads to it. Lengths in units of the map.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rooted.charts import svg, words
from rooted.charts.circles import RING, Circle
from rooted.charts.svg import Box, Number

NUMBERED = 60  # the largest so many try for a number
ALWAYS = 8  # the largest so many with a name get one, by a line if need be
GAP = 3.0  # between a circle and the number beside it
LOW = 0.36 * words.SIZE  # from the middle of a figure down to the line it stands on
WAYS = 16  # directions a line can take
STEP, FARTHEST = 7.0, 170.0  # how much longer lines get from try to try
LINE = 0.9  # half the breadth of a line


@dataclass
class Numbers:
    """What has found its place: texts with their boxes, lines as what they lead over."""

    circles: Sequence[Circle]
    shown: Box
    number: Number
    texts: list[tuple[Box, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)

    def place_all(self) -> None:
        """The largest first. Where circles have names, neighbours drawn as one have no number: no table has it."""
        named = any(circle.label for circle in self.circles)
        for index, circle in enumerate(self.circles[:NUMBERED]):
            if named and not circle.label:
                continue
            if not self._beside(index, circle) and index < ALWAYS and circle.label:
                self._led_to(circle)

    def _beside(self, index: int, circle: Circle) -> bool:
        for box, text in spots(circle, self.number(circle.count)):
            larger = [] if circle.holds(box) else self.circles[:index]  # inside, only smaller ones can lie over it
            if self._is_free(box, [*larger, *self.circles[index + 1 :]]):
                self._take(box, text)
                return True
        return False

    def _led_to(self, circle: Circle) -> None:
        """On the first round, seen from the circle, on which there is room: where the line crosses fewest others."""
        content = self.number(circle.count)
        far = max(circle.radius, RING) + GAP + words.SIZE
        while far < FARTHEST:
            others = [one for one in self.circles if math.hypot(one.x - circle.x, one.y - circle.y) < 2 * far]
            found = [
                (sum(other.meets(part) for other in others for part in line), at, box, line)
                for at, box in around(circle, content, far)
                if self._is_free(box, self.circles) and self._are_free(line := between(circle, box))
            ]
            if found:
                _crossed, at, box, line = min(found, key=lambda one: one[0])
                self._take(box, svg.text(at[0], at[1] + LOW, content))
                self.taken += line
                self.lines.append(leading(circle, box))
                return
            far += STEP

    def _is_free(self, box: Box, others: Sequence[Circle]) -> bool:
        return (
            self.shown.holds(box)
            and not any(box.meets(other) for other in self.taken)
            and not any(other.meets(box) for other in others)
        )

    def _are_free(self, line: Sequence[Box]) -> bool:
        return not any(box.meets(part) for box, _text in self.texts for part in line)

    def _take(self, box: Box, text: str) -> None:
        self.texts.append((box, text))
        self.taken.append(box)


def numbers(circles: Sequence[Circle], shown: Box, number: Number) -> Numbers:
    """The numbers that have room, and the lines that lead to some of them."""
    found = Numbers(circles, shown, number)
    found.place_all()
    return found


def spots(circle: Circle, content: str) -> list[tuple[Box, str]]:
    """Where its number may stand, best first: inside, at its right, left, above, below; the room it takes, the text."""
    wide = words.width(content)
    out = max(circle.radius, RING) + GAP
    x, y = circle.x, circle.y
    found = [
        (svg.line_box(x + out + wide / 2, y + LOW, content), svg.text(x + out, y + LOW, content, anchor="start")),
        (svg.line_box(x - out - wide / 2, y + LOW, content), svg.text(x - out, y + LOW, content, anchor="end")),
        (svg.line_box(x, y - out, content), svg.text(x, y - out, content)),
        (svg.line_box(x, y + out + 2 * LOW, content), svg.text(x, y + out + 2 * LOW, content)),
    ]
    inside = svg.line_box(x, y + LOW, content)
    if circle.holds(inside):
        found.insert(0, (inside, svg.text(x, y + LOW, content, kind="over")))
    return found


def around(circle: Circle, content: str, far: float) -> Iterator[tuple[tuple[float, float], Box]]:
    """Middles of the number, and the room it takes, all round the circle at one distance."""
    for way in range(WAYS):
        turn = 2 * math.pi * way / WAYS
        at = circle.x + far * math.cos(turn), circle.y - far * math.sin(turn)
        yield at, svg.line_box(at[0], at[1] + LOW, content)


def _ends(circle: Circle, box: Box) -> tuple[float, float, float, float]:
    """From the middle of the circle to the edge of the box."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    across, along = x - circle.x, y - circle.y
    room = min(
        (box.right - box.left) / 2 / abs(across) if across else math.inf,
        (box.bottom - box.top) / 2 / abs(along) if along else math.inf,
    )
    return circle.x, circle.y, x - across * room, y - along * room


def between(circle: Circle, box: Box) -> list[Box]:
    """What the line from the edge of the circle to the number leads over, in small pieces."""
    x, y, to_x, to_y = _ends(circle, box)
    length = math.hypot(to_x - x, to_y - y)
    steps = range(math.ceil(max(circle.radius, RING)), int(length))
    middles = ((x + (to_x - x) * step / length, y + (to_y - y) * step / length) for step in steps)
    return [Box(at - LINE, down - LINE, at + LINE, down + LINE) for at, down in middles]


def leading(circle: Circle, box: Box) -> str:
    """The line itself: a narrow wedge in ink with an edge of paper, so that it is seen over other circles."""
    x, y, to_x, to_y = _ends(circle, box)
    length = math.hypot(to_x - x, to_y - y) or 1.0
    aside_x, aside_y = LINE * (to_y - y) / length, -LINE * (to_x - x) / length
    corners = (x + aside_x, y + aside_y), (x - aside_x, y - aside_y), (to_x, to_y)
    return f'<path class="dot" d="M{"L".join(f"{svg.num(at)} {svg.num(down)}" for at, down in corners)}z"/>'

"""What was taken out of a text and what was added: lines first, then words inside the lines that changed.

Long texts cost little: what two texts share at their ends is set aside, and two pieces that are both long and unlike
are shown as one taken out and one added, without looking for single words (difflib would need seconds).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\n|[^\S\n]+|\w+|[^\w\s]")
MOST = 400_000  # lines of one text times lines of the other; the same for words
ALIKE = 0.4  # so much must two pieces share to be read as one that changed; a space here and there is chance
AROUND = 1  # lines shown before and after a change

SAME, GONE, ADDED = "same", "gone", "added"


@dataclass(frozen=True)
class Piece:
    """A run of text: in both ("same"), only in the older ("gone"), only in the newer ("added")."""

    kind: str
    text: str


@dataclass(frozen=True)
class Line:
    """One line of the comparison. `left_out` is how many equal lines stand here unsaid; then there are no pieces."""

    pieces: tuple[Piece, ...] = ()
    left_out: int = 0

    @property
    def kind(self) -> str:
        """ "same", "gone", "added", or "changed" where a line holds more than one of them."""
        kinds = {piece.kind for piece in self.pieces if piece.text} or {piece.kind for piece in self.pieces} or {SAME}
        return kinds.pop() if len(kinds) == 1 else "changed"

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(piece.text for piece in self.pieces)


def compare(older: str, newer: str) -> list[Line]:
    """The lines of both texts in their order; nothing if both are equal.

    Equal lines far from any change are only counted, empty ones that are in both not even that.
    """
    if older == newer:
        return []
    lines = _cut_at_line_ends(pieces(older, newer))
    return _folded([line for line in lines if line.kind != SAME or not line.is_empty])


def pieces(older: str, newer: str) -> list[Piece]:
    """Both texts in pieces: "same" and "gone" make the older, "same" and "added" the newer; each gets a line end."""
    found: list[Piece] = []
    for kind, gone, added in _steps(older.split("\n"), newer.split("\n")):
        if kind == SAME:
            found += [Piece(SAME, line + "\n") for line in gone]
        else:
            found += _by_word("".join(line + "\n" for line in gone), "".join(line + "\n" for line in added))
    return [piece for piece in found if piece.text]


def _by_word(gone: str, added: str) -> list[Piece]:
    if not gone or not added:
        return [Piece(GONE, gone), Piece(ADDED, added)]
    found = []
    for kind, old, new in _steps(WORDS.findall(gone), WORDS.findall(added)):
        if kind == SAME:
            found.append(Piece(SAME, "".join(old)))
        else:
            found += [Piece(GONE, "".join(old)), Piece(ADDED, "".join(new))]
    same = sum(len(piece.text) for piece in found if piece.kind == SAME)
    if 2 * same < ALIKE * (len(gone) + len(added)):
        return [Piece(GONE, gone), Piece(ADDED, added)]
    return found


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    """(kind, piece of `old`, piece of `new`) from the beginning to the end of both."""
    start = _equal_at_the_start(old, new)
    end = _equal_at_the_start(old[start:][::-1], new[start:][::-1])
    if start:
        yield SAME, old[:start], new[:start]
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    if len(middle_old) * len(middle_new) > MOST:
        yield "changed", middle_old, middle_new
    else:
        for tag, a, b, c, d in SequenceMatcher(None, middle_old, middle_new).get_opcodes():
            yield (SAME if tag == "equal" else "changed"), middle_old[a:b], middle_new[c:d]
    if end:
        yield SAME, old[len(old) - end :], new[len(new) - end :]


def _equal_at_the_start(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))


def _cut_at_line_ends(found: list[Piece]) -> Iterator[Line]:
    """Lines as they are read: a line that is only in one of the texts ends where that text's line ends."""
    line: list[Piece] = []
    for piece in found:
        *whole, rest = piece.text.split("\n")
        for text in whole:
            line.append(Piece(piece.kind, text))
            yield Line(tuple(part for part in line if part.text or part.kind != SAME))
            line = []
        if rest:
            line.append(Piece(piece.kind, rest))
    if line:
        yield Line(tuple(line))


def _folded(lines: list[Line]) -> list[Line]:
    changes = [at for at, line in enumerate(lines) if line.kind != SAME]
    near = {at for change in changes for at in range(change - AROUND, change + AROUND + 1)}
    folded: list[Line] = []
    for at, line in enumerate(lines):
        if at in near:
            folded.append(line)
        elif folded and folded[-1].left_out:
            folded[-1] = Line(left_out=folded[-1].left_out + 1)
        else:
            folded.append(Line(left_out=1))
    return folded

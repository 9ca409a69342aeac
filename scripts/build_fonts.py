"""Cuts the fonts of printed papers out of Debian's fonts-noto-core: `python scripts/build_fonts.py`.

Writes src/rooted/base/fonts/*.ttf (Noto Sans, SIL Open Font License 1.1, see LICENCE.txt there) and `coverage.txt`,
the characters they hold, so that the product can say before printing what it cannot print.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FROM = Path("/usr/share/fonts/truetype/noto")
TO = Path(__file__).resolve().parents[1] / "src" / "rooted" / "base" / "fonts"
MARKS = [(0x200B, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069), (0x25CC, 0x25CC)]  # joiners, direction, the dotted ring
DANDA = [(0x0964, 0x0965)]
# font: the first and last character of each range it keeps
KEPT = {
    "NotoSans": [
        (0x0020, 0x007E), (0x00A0, 0x024F),  # Latin of Western, Central and Eastern Europe, Turkish, Romanian
        (0x02B0, 0x02DD), (0x0300, 0x036F), (0x1E00, 0x1EFF),  # Vietnamese
        (0x0400, 0x052F),  # Cyrillic
        (0x2010, 0x2027), (0x202F, 0x205E), (0x2070, 0x2094), (0x20A0, 0x20BF), (0x2100, 0x2126),
        (0x2190, 0x2193), (0x2212, 0x2215), (0x25A0, 0x25A1), *MARKS,
    ],
    "NotoSansArabic": [
        (0x0600, 0x06FF), (0x0750, 0x077F), (0xFD3E, 0xFD3F), (0xFDF2, 0xFDF2), (0xFDFA, 0xFDFC), *MARKS,
    ],
    "NotoSansDevanagari": [(0x0900, 0x097F), (0x1CD0, 0x1CFF), (0xA8E0, 0xA8FF), *MARKS],
    "NotoSansBengali": [(0x0980, 0x09FF), *DANDA, *MARKS],
    "NotoSansGujarati": [(0x0A80, 0x0AFF), *DANDA, *MARKS],
    "NotoSansGurmukhi": [(0x0A00, 0x0A7F), *DANDA, *MARKS],
    "NotoSansTamil": [(0x0B80, 0x0BFF), *DANDA, *MARKS],
}  # fmt: skip


def cut(name: str) -> set[int]:
    """Write one font with only its ranges; the characters it then holds."""
    options = subset.Options(layout_features=["*"], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 6, 13])
    options.name_languages = [0x409]
    options.recalc_timestamp = False
    font = TTFont(FROM / f"{name}.ttf", recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    family = name.split("-", maxsplit=1)[0]
    cutter.populate(unicodes=[code for first, last in KEPT[family] for code in range(first, last + 1)])
    cutter.subset(font)
    font.save(TO / f"{name}.ttf")
    return set(font.getBestCmap())


def ranges(codes: set[int]) -> list[str]:
    """Characters as lines "first last", in hexadecimal."""
    lines, ordered = [], sorted(codes)
    start = last = ordered[0]
    for code in [*ordered[1:], -1]:
        if code != last + 1:
            lines.append(f"{start:04x} {last:04x}")
            start = code
        last = code
    return lines


def main() -> None:
    """Cut every font in both weights."""
    if not FROM.is_dir():
        sys.exit("Install Debian's package fonts-noto-core first.")
    TO.mkdir(exist_ok=True)
    held = {weight: set().union(*(cut(f"{name}-{weight}") for name in KEPT)) for weight in ("Regular", "Bold")}
    both = held["Regular"] & held["Bold"]
    (TO / "coverage.txt").write_text("\n".join(ranges(both)) + "\n", encoding="ascii")
    size = sum(path.stat().st_size for path in TO.glob("*.ttf"))
    print(f"{len(both)} characters, {size / 1_000_000:.2f} MB in {TO}")


if __name__ == "__main__":
    main()

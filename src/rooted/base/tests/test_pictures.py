import io
import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from rooted.base import pictures
from rooted.base.tests import pictured

KINDS = ("JPEG", "PNG", "WEBP")


def repainted(data):
    with Image.open(io.BytesIO(pictures.repaint(data))) as shown:
        shown.load()
        return shown


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_planted_in_a_picture_is_left(kind):
    sent = pictured.marked(kind)
    assert sent.count(pictured.MARK) >= 4
    assert pictured.MARK not in pictures.repaint(sent)


@pytest.mark.parametrize("kind", KINDS)
def test_what_comes_out_has_no_part_that_is_not_the_picture(kind):
    shown = repainted(pictured.marked(kind))
    assert (shown.format, shown.mode, shown.size) == ("JPEG", "RGB", pictured.SIZE)
    assert set(shown.info) == {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert not shown.getexif()


def test_the_same_points_give_the_same_bytes_whatever_was_hung_on():
    assert pictures.repaint(pictured.marked("PNG")) == pictures.repaint(pictured.saved("PNG"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_without_the_note_that_said_so(kind, orientation):
    sent = pictured.saved(kind, exif=pictured.exif(orientation), quality=95)
    shown = repainted(sent)
    blue = max((40 if x else 10, 30 if y else 5) for x in (0, 1) for y in (0, 1) if is_blue(shown, x, y))
    turned = orientation >= 5
    assert shown.size == (pictured.SIZE[::-1] if turned else pictured.SIZE)
    assert blue == {1: (10, 30), 2: (40, 30), 3: (40, 30), 4: (10, 30)}.get(orientation, blue)


def is_blue(shown, right, below):
    width, height = shown.size
    red, _green, blue = shown.getpixel((width * 3 // 4 if right else width // 4, height * 3 // 4 if below else 3))
    return blue > red


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "1", "I;16"])
def test_png_of_every_mode_is_painted(mode):
    if mode == "I;16":
        out = io.BytesIO()
        Image.new("I;16", pictured.SIZE, 65_535).save(out, "PNG")
        shown = repainted(out.getvalue())
        assert shown.getpixel((5, 5)) == (255, 255, 255)
    else:
        shown = repainted(pictured.saved("PNG", mode=mode))
    assert (shown.mode, shown.size) == ("RGB", pictured.SIZE)


def test_what_can_be_seen_through_is_white():
    out = io.BytesIO()
    Image.new("RGBA", pictured.SIZE, (0, 0, 0, 0)).save(out, "PNG")
    assert repainted(out.getvalue()).getpixel((5, 5)) == (255, 255, 255)


def test_cmyk_is_painted():
    assert repainted(pictured.saved("JPEG", mode="CMYK")).mode == "RGB"


def test_of_a_moving_picture_the_first_is_painted():
    out = io.BytesIO()
    more = [Image.new("RGB", pictured.SIZE, "black")]
    pictured.image().save(out, "WEBP", save_all=True, append_images=more)
    assert repainted(out.getvalue()).getpixel((50, 20))[0] > 200


@pytest.mark.parametrize(
    "bomb",
    [
        pictured.bomb_png(4_000, 3_001),
        pictured.bomb_png(16_001, 1),
        pictured.bomb_webp(16_000, 16_000),
        pictured.saved("JPEG", size=(5_201, 5_000)),
        pictured.saved("WEBP", size=(4_001, 3_000)),
    ],
    ids=["png", "long png", "webp header", "jpeg", "webp"],
)
def test_more_than_12_million_points_are_refused_before_they_are_painted(bomb):
    assert len(bomb) < 500_000
    with pytest.raises(pictures.TooLarge):
        pictures.repaint(bomb)


@pytest.mark.parametrize("size", [(4_032, 3_024), (4_160, 3_120)], ids=str)
def test_a_photograph_of_a_phone_with_12_megapixels_is_painted_whole(size):
    assert repainted(pictured.saved("JPEG", size=size)).size == size


LARGE = [
    ("JPEG", {}),
    ("JPEG", {"progressive": True}),
    ("MPO", {"save_all": True, "append_images": [pictured.image()]}),
]


@pytest.mark.parametrize(("kind", "options"), LARGE, ids=["plain", "progressive", "with another behind it"])
def test_a_photograph_with_16_megapixels_is_painted_at_half_its_width_and_upright(kind, options):
    shown = repainted(pictured.saved(kind, size=(4_608, 3_456), exif=pictured.exif(6), **options))
    assert shown.size == (1_728, 2_304)


def test_exactly_12_million_points_are_painted():
    assert repainted(pictured.bomb_png(4_000, 3_000)).size == (4_000, 3_000)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_cut_short_is_broken_at_every_place(kind):
    whole = pictured.saved(kind, size=(200, 150))
    for length in range(12, len(whole) - 20, max(1, len(whole) // 40)):
        with pytest.raises(pictures.Broken):
            pictures.repaint(whole[:length])


@given(st.sampled_from(KINDS), st.data())
@settings(max_examples=300, deadline=None)
def test_damaged_pictures_are_painted_or_refused_and_never_an_error_of_ours(kind, data):
    damaged = bytearray(pictured.marked(kind))
    for _harm in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        painted = pictures.repaint(bytes(damaged))
    except (pictures.Broken, pictures.TooLarge):
        return
    assert pictured.MARK not in painted


@pytest.fixture
def held_painting(monkeypatch):
    """Painting waits until this is set."""
    held, whole = threading.Event(), pictures._repainted

    def slowly(data):
        held.wait(10)
        return whole(data)

    monkeypatch.setattr(pictures, "_repainted", slowly)
    return held


def test_the_fifth_at_the_same_moment_is_asked_to_wait(held_painting):
    sent, painted = pictured.saved("PNG"), []
    threads = [threading.Thread(target=lambda: painted.append(pictures.repaint(sent))) for _number in range(4)]
    for thread in threads:
        thread.start()
    while pictures._admitted._value:
        time.sleep(0.01)
    with pytest.raises(pictures.Busy):
        pictures.repaint(sent)
    held_painting.set()
    for thread in threads:
        thread.join()
    assert painted == [pictures.repaint(sent)] * 4

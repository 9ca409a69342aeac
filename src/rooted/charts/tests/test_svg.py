"""What all drawings share: texts are safe, links stay on this server, those who hear a drawing hear what it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.charts import svg, words
from rooted.charts.bars import draw_bars
from rooted.charts.rows import Row
from rooted.charts.tests.reading import parse
from rooted.charts.timeline import draw_timeline
from rooted.charts.world_map import draw_map

TEXT = st.text(max_size=30)
SAID = {"name": "c", "title": "Where", "description": "Strikes by country"}


def every_drawing(text, href=""):
    said = {"name": "c", "title": text, "description": text}
    return [
        draw_map({"DE": 3}, labels={"DE": text}, links={"DE": href}, **said),
        draw_timeline({2020: 3}, link=lambda first, last: href, years_named=lambda first, last: text, **said),
        draw_bars([Row(text, 3, [1, 2], few=text, href=href, links=[href, href])], kinds=[text, text], **said),
    ]


@given(TEXT)
def test_whatever_is_written_stays_text(text):
    for drawing in every_drawing(text):
        tags = {element.tag.split("}")[1] for element in parse(drawing).iter()}
        assert tags <= {"svg", "title", "desc", "path", "circle", "rect", "text", "g", "defs", "pattern"}


@given(TEXT)
def test_title_and_description_are_said_as_they_are(text):
    for drawing in every_drawing(text):
        root = parse(drawing)
        kept = svg.CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
        assert [(root[0].text or ""), (root[1].text or "")] == [kept, kept]


@pytest.mark.parametrize("drawing", every_drawing('"><script>alert(1)</script> style="x" onload=1', "?a=1&b=<"))
def test_a_drawing_has_no_style_and_no_script(drawing):
    attributes = {name for element in parse(drawing).iter() for name in element.keys()}  # noqa: SIM118
    assert not [name for name in attributes if name == "style" or name.startswith("on")]
    assert "<script" not in drawing


def test_a_drawing_is_named_by_its_title_and_description():
    root = parse(draw_map({"DE": 3}, labels={}, **SAID))
    assert root.get("aria-labelledby") == "c-title c-desc"
    assert [root[0].get("id"), root[1].get("id")] == ["c-title", "c-desc"]


def test_a_drawing_is_a_picture_but_one_with_links_is_a_group():
    assert [parse(drawing).get("role") for drawing in every_drawing("x")] == ["img"] * 3
    assert [parse(drawing).get("role") for drawing in every_drawing("x", "/s/")] == ["group"] * 3


@pytest.mark.parametrize("href", ["javascript:alert(1)", "//elsewhere.example", "mailto:a@b.example", "page"])
def test_a_link_to_elsewhere_is_refused(href):
    with pytest.raises(ValueError, match="this server"):
        every_drawing("x", href)


@pytest.mark.parametrize("name", ["", "1", "a b", 'a"', "ä"])
def test_a_name_that_is_no_id_is_refused(name):
    with pytest.raises(ValueError, match="Not an id"):
        draw_map({}, name=name, title="", description="", labels={})


def test_two_drawings_of_a_page_share_no_id():
    rows, kinds = [Row("x", 4, [2, 2], few="few")], ["a", "b"]
    both = [draw_bars(rows, name=name, title="", description="", kinds=kinds) for name in ("c", "d")]
    ids = [re.findall(r' id="([^"]*)"', drawing) for drawing in both]
    assert len(ids[0]) == 4
    assert not set(ids[0]) & set(ids[1])


def test_a_pattern_that_is_used_is_there():
    drawing = draw_bars([Row("x", 6, [1] * 6, few="few")], name="c", title="", description="", kinds=list("abcdef"))
    assert set(re.findall(r"url\(#([^)]*)\)", drawing)) == set(re.findall(r'<pattern id="([^"]*)"', drawing))


@given(st.floats(-10_000, 10_000))
def test_lengths_are_written_short_and_right(value):
    written = svg.num(value)
    assert abs(float(written) - value) <= 0.00501
    assert len(written) <= 9
    assert written != "-0"


@given(st.text(), st.floats(0, 400))
def test_what_is_cut_fits(text, room):
    kept = words.cut(text, room)
    assert kept == text or words.width(kept) <= max(room, words.width("…"))


@given(st.text(), st.floats(40, 400), st.integers(1, 4))
def test_broken_lines_fit_and_are_not_too_many(text, room, most):
    found = words.lines(text, room, most)
    assert len(found) <= most
    assert all(words.width(line) <= room for line in found)


def test_a_label_that_fits_keeps_all_its_words():
    text = "Petition handed to the employer and to the council"
    assert " ".join(words.lines(text, 300, 3)) == text


@pytest.mark.parametrize(
    ("sign", "em"), [("0", 0.572), ("٠", 0.572), ("W", 0.967), ("m", 0.982), ("a", 0.604), ("罷", 1.0)]
)
def test_a_sign_is_taken_as_broad_as_in_noto_sans_bold_at_least(sign, em):
    assert words.width(sign) >= em * words.SIZE

"""tasks:section-edit, rewriting a section."""

from rooted.tasks.reading import section_rows
from rooted.tasks.tests import make


def write(member, section, text, seen):
    return make.post(member, "section-edit", section.pk, title="Where the keys are", text=text, seen=seen)


def test_it_says_the_new_words(ana, bo):
    section = make.section(ana)
    assert write(bo, section, "With Bo.", 1).url == make.at("hand-over", bo)
    assert [row.text for row in section_rows(ana.seat)] == ["With Bo."]


def test_the_second_of_two_sees_the_firsts_text_and_keeps_their_own(ana, bo):
    section = make.section(ana)
    write(bo, section, "With Bo.", 1)
    page = write(ana, section, "With Ana.", 1).content.decode()
    assert "Somebody changed this while you wrote." in page
    assert "<p>With Bo.</p>" in page
    assert "With Ana.</textarea>" in page
    assert 'name="seen" value="2"' in page
    assert [row.text for row in section_rows(ana.seat)] == ["With Bo."]


def test_then_both_together_are_kept(ana, bo):
    section = make.section(ana)
    write(bo, section, "With Bo.", 1)
    write(ana, section, "With Ana and Bo.", 2)
    assert [row.text for row in section_rows(ana.seat)] == ["With Ana and Bo."]


def test_others_change_nothing(ana, cem):
    section = make.section(ana)
    assert write(cem, section, "x", 1).status_code == 404

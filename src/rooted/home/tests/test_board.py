import re
import sys
from datetime import date, timedelta
from types import ModuleType

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from rooted.base.board import Line, Part, Step
from rooted.home import notice

TODAY = date(2026, 11, 23)


@pytest.fixture
def says(monkeypatch):
    """Let the notice board hear this and nothing else."""

    def say(lines=(), parts=(), steps=()):
        module = ModuleType("rooted.base.board")
        answers = {"lines": lines, "parts": parts, "steps": steps}
        for question, answer in answers.items():
            setattr(module, question, lambda seat, answer=answer: list(answer))
        for config in apps.get_app_configs():
            monkeypatch.setitem(sys.modules, f"{config.name}.board", ModuleType("silent"))
        monkeypatch.setitem(sys.modules, "rooted.base.board", module)

    return say


def line(title, day=None, **values):
    return Line(title=title, url="/x/", action="Open", when=day, **values)


def in_days(number):
    return timezone.now().date() + timedelta(days=number)


def board(member, query=""):
    answer = member.client.get(reverse("home:board", args=[member.group.address]) + query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def titles(html):
    return re.findall(r"<h[23]>([^<]*)</h[23]>", html.split('<main id="page">')[1].split("</main>")[0])


def test_a_new_group_s_board_is_its_next_step(ana):
    html = board(ana)
    assert "Nothing waits for anyone. Your next step:" in html
    assert titles(html) == ["1 of 2: bring in the second person"]
    assert html.count('class="button main"') == 1


def test_the_soonest_is_first_and_the_largest_and_the_rest_follow_by_day(ana, says):
    says([line("Meeting", in_days(9)), line("Letter", in_days(1)), line("Someday"), line("Claim", in_days(3))])
    html = board(ana)
    assert titles(html) == ["Letter", "Claim", "Meeting", "Someday"]
    assert '<li class="first">' in html
    assert html.count('class="button main"') == 1


def test_two_members_read_one_of_you_and_three_someone(ana, bo, says):
    says([line("Letter", in_days(1))])
    assert "Needs one of you now" in board(bo)


def test_one_member_reads_someone(ana, says):
    says([line("Letter", in_days(1))])
    assert "Needs someone now" in board(ana)


def test_a_line_says_when_what_is_urgent_and_that_nobody_has_it(ana, says):
    says(
        [line("Letter", date(2026, 11, 26), urgent="7 hours left of 48", who="Nobody has it. In Polish.", nobody=True)]
    )
    html = board(ana)
    assert '<time datetime="2026-11-26">Thu 26 Nov</time>' in html
    assert '<span class="urgent">7 hours left of 48</span>' in html
    assert "<strong>Nobody has it.</strong> In Polish." in html


def test_what_members_wrote_is_shown_as_text(ana, says):
    says([line("<script>x</script>", in_days(1), who="<b>Bo. She</b>", nobody=True)])
    html = board(ana)
    assert "<script>" not in html
    assert "<b>" not in html


def test_many_lines_can_be_narrowed_to_what_nobody_has(ana, says):
    says([line(f"Line {count}", in_days(count), nobody=count % 4 == 0) for count in range(8)])
    assert "Nobody yet 2" in board(ana)
    assert titles(board(ana, "?only=nobody")) == ["Line 0", "Line 4"]


def test_the_next_step_is_the_first_that_is_not_done(ana, says):
    steps = [
        Step(title, "Why.", "/x/", "Go", rank, done)
        for title, rank, done in (("C", 3, False), ("B", 2, False), ("A", 1, True))
    ]
    says([line("Letter", in_days(1))], steps=steps)
    assert titles(board(ana)) == ["Letter", "Your next step", "B"]


def test_with_nothing_to_do_it_says_so(ana, says):
    says()
    assert "<h1>Nothing waits for anyone</h1>" in board(ana)


def test_the_parts_stand_beside_in_their_order(ana, says):
    says(parts=[Part("Members", "/m/", rank=80), Part("Letters", "/l/", count=2, rank=10)])
    side = board(ana).split('<nav id="parts"')[1].split("</nav>")[0]
    links = [("/l/", "Letters <b>2</b>"), ("/m/", "Members")]
    assert re.findall(r'<a href="([^"]*)">(.*?)</a>', side) == links


def test_a_new_group_sees_few_parts_and_the_others_under_more(ana):
    parts = notice.parts_for(ana.seat)
    assert [part.name for part in parts if part.used] == ["Letters", "Members", "Your public page", "Search"]
    more = ["Announcements", "Assemblies", "Proposals", "Decisions"]
    more += ["Notes and minutes", "Tasks", "Rota", "Roles", "Files"]
    more += ["Imports to the chronicle", "Posters", "Reports", "Our area", "Hand-over"]
    assert [part.name for part in parts if not part.used] == [*more, "Other groups", "Reminders"]


def test_nobody_else_opens_a_board(ana, cem, stranger):
    path = reverse("home:board", args=[ana.group.address])
    assert [client.get(path).status_code for client in (cem.client, stranger)] == [404, 403]


@pytest.mark.parametrize("number", [3, 50])
def test_three_and_fifty_lines_cost_the_same(ana, says, django_assert_num_queries, number):
    says([line(f"Line {count}", in_days(count)) for count in range(number)])
    path = reverse("home:board", args=[ana.group.address])
    with django_assert_num_queries(4):
        ana.client.get(path)


def cut(*days):
    lines = [line(str(day), TODAY + timedelta(days=day) if day is not None else None) for day in days]
    return [(stretch.title, [each.title for each in stretch.lines]) for stretch in notice.stretches(lines, today=TODAY)]


def test_few_lines_stand_without_headings():
    assert cut(-1, 0, 30) == [("", ["-1", "0", "30"])]
    assert cut() == []


def test_many_lines_are_cut_at_tomorrow_and_at_a_week():
    assert cut(-1, 0, 1, 2, 7, 8, None) == [
        ("Today and tomorrow", ["-1", "0", "1"]),
        ("The next seven days", ["2", "7"]),
        ("Later", ["8", "None"]),
    ]


def test_an_empty_stretch_is_left_out():
    assert [title for title, _ in cut(8, 9, 10, 11, 12, 13, 14)] == ["Later"]


def test_a_part_nobody_uses_yet_stays_in_more(ana, says):
    says(parts=[Part("Letters", "/a/", count=2), Part("Rota", "/b/", used=False)])
    shown, _more, hidden = board(ana).partition("<summary>More</summary>")
    assert ("/a/" in shown, "/b/" in shown) == (True, False)
    assert ("/a/" in hidden, "/b/" in hidden) == (False, True)


def test_a_group_that_uses_every_part_sees_no_more(ana, says):
    says(parts=[Part("Letters", "/a/")])
    assert "<summary>" not in board(ana)


def test_what_nothing_waits_in_is_not_opened(ana, bo, django_assert_num_queries):
    with django_assert_num_queries(4):  # session, seat, keys, and what all parts of the product ask together
        board(ana)

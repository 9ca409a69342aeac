"""assembly:sitting-detail"""

from rooted.assembly import running
from rooted.assembly.tests.make import at, minutes, page, point, sitting, speaker


def test_the_page_shows_the_point_who_speaks_and_the_minutes(ana):
    one = sitting(ana)
    current = point(ana, one.assembly, "Breaks", "Twenty minutes are too short.")
    running.set_point(one, current)
    running.give_the_word(speaker(ana, one, "Noor"))
    minutes(ana, one, "We ask for thirty.")
    shown = page(ana, "sitting-detail", one.pk)
    assert [words in shown for words in ("Twenty minutes", "Noor", "We ask for thirty.")] == [True] * 3


def test_it_costs_the_same_with_3_and_with_50_speakers(ana, django_assert_num_queries):
    one = sitting(ana)
    minutes(ana, one)
    for number in range(50):
        if number == 3:
            count(ana, one, django_assert_num_queries)
        speaker(ana, one, f"Speaker {number}")
        point(ana, one.assembly, f"Point {number}")
    count(ana, one, django_assert_num_queries)


def count(member, one, django_assert_num_queries):
    with django_assert_num_queries(11):
        assert member.client.get(at("sitting-detail", member, one.pk)).status_code == 200

from rooted.circles.models import SealedItem
from rooted.register import board
from rooted.register.actions import burn_due
from rooted.register.tests.make import at, corrected, decided, fresh, in_days, page, today, walk_out


def send(member, entry, day):
    """What register:entry-burn answers."""
    return member.client.post(at("entry-burn", member, entry.pk), {"day": day.isoformat()})


def test_a_text_without_a_day_gets_one_and_burns_on_it(ana, bo):
    entry = decided(ana)
    send(bo, entry, in_days(3))
    assert (fresh(entry).burns_on, fresh(entry).item.expires_on) == (in_days(3), in_days(3))
    assert (burn_due(in_days(2)), burn_due(in_days(3))) == (0, 1)


def test_everybody_sees_it_on_the_board_at_once_and_for_three_days(ana, bo):
    send(bo, decided(ana, "We meet"), in_days(3))
    assert [(line.title, line.when) for line in board.lines(ana.seat)] == [("The text burns: We meet", in_days(3))]


def test_a_day_comes_earlier_and_never_later(ana):
    entry = walk_out(ana)
    later = send(ana, entry, in_days(8))
    assert (list(later.context["form"].errors), fresh(entry).burns_on) == (["day"], in_days(7))
    send(ana, entry, in_days(4))
    assert fresh(entry).burns_on == in_days(4)


def test_less_than_three_days_is_too_early(ana):
    entry = decided(ana)
    for days in (0, 1, 2):
        assert list(send(ana, entry, in_days(days)).context["form"].errors) == ["day"]
    assert fresh(entry).burns_on is None


def test_every_wording_of_one_decision_burns_and_no_other(ana):
    first = decided(ana)
    second = corrected(first, ana)
    third = corrected(second, ana)
    decided(ana, supersedes=third)
    send(ana, second, in_days(3))
    assert (burn_due(in_days(3)), SealedItem.objects.filter(kind="register.decision").count()) == (3, 1)


def test_burnt_it_leads_back(ana):
    entry = decided(ana, burns_on=today())
    burn_due(today())
    assert ana.client.get(at("entry-burn", ana, entry.pk)).url == at("entry-detail", ana, entry.pk)
    assert at("entry-burn", ana, entry.pk) not in page(ana, "entry-detail", entry.pk)


def test_another_group_cannot(ana, cem):
    entry = decided(ana)
    assert (send(cem, entry, in_days(3)).status_code, fresh(entry).burns_on) == (404, None)

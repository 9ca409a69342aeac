from rooted.register.actions import burn_due, mark_done
from rooted.register.models import Entry
from rooted.register.reading import entry_rows
from rooted.register.tests.make import WALK_OUT, at, corrected, in_days, page, today, walk_out
from rooted.tasks.models import Task

TYPED = {"title": "We walk out on Saturday", "text": "At six.", "result": "carried"}


def send(member, entry, **changed):
    """What register:entry-correct answers."""
    return member.client.post(at("entry-correct", member, entry.pk), TYPED | changed)


def test_the_form_holds_what_stood_there(ana):
    text = page(ana, "entry-correct", walk_out(ana).pk)
    assert [
        words for words in (WALK_OUT.title, WALK_OUT.text, WALK_OUT.tally[1], "Bring the banner") if words not in text
    ] == []


def test_it_is_an_entry_of_its_own_in_the_place_of_the_first(ana, bo):
    first = walk_out(ana)
    answer = send(bo, first)
    second = Entry.objects.get(number=2)
    assert answer.url == at("entry-detail", bo, second.pk)
    assert (second.kind, second.supersedes, second.burns_on) == ("correction", first, first.burns_on)
    assert WALK_OUT.text in page(ana, "entry-detail", first.pk)


def test_no_new_tasks_are_given_and_known_ones_keep_who_and_when(ana):
    send(ana, walk_out(ana), tasks="Tell the drivers\nRing the press")
    row = entry_rows(ana.seat)[0]
    assert [(one.text, one.who) for one in row.decision.tasks] == [("Tell the drivers", "Ana"), ("Ring the press", "")]
    assert Task.objects.count() == 2


def test_what_was_done_stays_done_unless_it_is_to_be_looked_at_again(ana):
    first = walk_out(ana)
    mark_done(first, today=in_days(-1))
    send(ana, first)
    second = Entry.objects.get(number=2)
    send(ana, second, review_on=in_days(9).isoformat())
    assert [one.done_on for one in Entry.objects.order_by("number")] == [in_days(-1), in_days(-1), None]
    assert at("entry-done", ana, first.pk) not in page(ana, "entry-detail", first.pk)


def test_the_second_of_two_is_told_and_keeps_what_was_typed(ana):
    first = walk_out(ana)
    corrected(first, ana)
    text = send(ana, first, text="All at seven.").content.decode()
    assert ("Number 2 has taken the place of number 1 already" in text, "All at seven." in text) == (True, True)
    assert Entry.objects.count() == 2


def test_what_has_burnt_or_was_corrected_leads_back(ana):
    first, second = walk_out(ana), walk_out(ana, burns_on=today())
    corrected(first, ana)
    burn_due(today())
    answers = [ana.client.get(at("entry-correct", ana, entry.pk)) for entry in (first, second)]
    assert [answer.url for answer in answers] == [at("entry-detail", ana, entry.pk) for entry in (first, second)]


def test_another_group_cannot(ana, cem):
    first = walk_out(ana)
    assert cem.client.post(at("entry-correct", cem, first.pk), TYPED).status_code == 404
    assert (Entry.objects.count(), burn_due(in_days(6))) == (1, 0)

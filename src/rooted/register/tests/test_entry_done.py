from rooted.register.tests.make import at, decided, fresh, in_days, today


def send(member, entry, **typed):
    """What register:entry-done answers."""
    return member.client.post(at("entry-done", member, entry.pk), typed)


def test_done_is_written_down_and_nobody_is_asked_again(ana):
    entry = decided(ana, review_on=in_days(3))
    send(ana, entry, state="done")
    assert (fresh(entry).done_on, fresh(entry).review_on) == (today(), None)


def test_not_done_after_all_and_another_day_to_look_at_it(ana):
    entry = decided(ana)
    send(ana, entry, state="done")
    send(ana, entry, state="open", review_on=in_days(30).isoformat())
    assert (fresh(entry).done_on, fresh(entry).review_on) == (None, in_days(30))


def test_done_twice_keeps_the_first_day(ana):
    entry = decided(ana)
    type(entry).objects.filter(pk=entry.pk).update(done_on=in_days(-4))
    send(ana, entry, state="done")
    assert fresh(entry).done_on == in_days(-4)


def test_a_day_gone_by_is_refused(ana):
    entry = decided(ana)
    answer = send(ana, entry, state="open", review_on=in_days(-1).isoformat())
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["review_on"])


def test_what_was_not_carried_leads_back(ana):
    entry = decided(ana, result="blocked")
    send(ana, entry, state="done")
    assert fresh(entry).done_on is None


def test_the_chain_does_not_know_of_it(ana):
    entry = decided(ana)
    send(ana, entry, state="done")
    assert bytes(fresh(entry).head) == bytes(entry.head)

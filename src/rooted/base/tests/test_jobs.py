import json
import os
import subprocess
import sys
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from rooted.base import jobs
from rooted.base.models import Job

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=2)
pytestmark = pytest.mark.django_db


@pytest.fixture
def seen():
    """What the jobs of this test were given."""
    return []


@pytest.fixture(autouse=True)
def own_kinds(monkeypatch, seen):
    """Only the jobs of this test are registered."""
    monkeypatch.setattr(jobs, "_kinds", {})

    @jobs.job("keep")
    def keep(**values):
        seen.append(values)

    @jobs.job("fail")
    def fail(number):
        jobs.enqueue("keep", number=number)
        raise KeyError("canary")


def now_into(seen):
    def note(now):
        seen.append(now)

    return note


def test_a_job_is_carried_out_once_and_its_row_is_gone(seen):
    jobs.enqueue("keep", run_after=NOW, number=2**62, word="w", none=None, some=[1, True])
    assert jobs.run_due(NOW) == 1
    assert jobs.run_due(LATER) == 0
    assert seen == [{"number": 2**62, "word": "w", "none": None, "some": [1, True]}]
    assert not Job.objects.exists()


def test_a_job_waits_for_its_hour(seen):
    jobs.enqueue("keep", run_after=NOW + timedelta(seconds=1))
    assert jobs.run_due(NOW) == 0
    assert jobs.run_due(NOW + timedelta(seconds=1)) == 1


def test_jobs_are_done_in_the_order_of_their_hours(seen):
    for number in (3, 1, 2):
        jobs.enqueue("keep", run_after=NOW + timedelta(seconds=number), number=number)
    assert jobs.run_due(LATER, limit=2) == 2
    assert seen == [{"number": 1}, {"number": 2}]


def test_only_the_lanes_asked_for_are_done(seen):
    jobs.job("post", lane="mail")(lambda: seen.append("post"))
    jobs.enqueue("post", run_after=NOW)
    jobs.enqueue("keep", run_after=NOW)
    assert jobs.run_due(NOW, lanes=["mail"]) == 1
    assert seen == ["post"]


def test_a_job_with_a_parameter_now_is_given_the_moment(seen):
    jobs.job("clock")(now_into(seen))
    jobs.enqueue("clock", run_after=NOW)
    jobs.run_due(LATER)
    assert seen == [LATER]


def test_what_the_caller_undoes_is_never_done():
    def act():
        with transaction.atomic():
            jobs.enqueue("keep", run_after=NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        act()
    assert not Job.objects.exists()


def test_a_failing_job_leaves_no_effect_and_is_put_off():
    jobs.enqueue("fail", run_after=NOW, number=1)
    assert jobs.run_due(NOW) == 0
    row = Job.objects.get()
    assert (row.name, row.attempts, row.last_error, row.lease_until) == ("fail", 1, "KeyError", None)
    assert timedelta(seconds=7.5) <= row.run_after - NOW <= timedelta(seconds=12.5)


def test_a_job_that_fails_twenty_times_is_kept_for_the_operator(seen):
    jobs.enqueue("fail", run_after=NOW, number=1)
    moment = NOW
    for _ in range(30):
        jobs.run_due(moment)
        moment += timedelta(hours=2)
    row = Job.objects.get()
    assert (row.attempts, row.last_error) == (20, "KeyError")
    assert jobs.given_up() == [
        f"The job fail failed 20 times, at last with KeyError, and was given up on {row.failed_on}. "
        "Nothing is lost: repair the cause, then let it try again."
    ]
    assert jobs.try_again(moment) == 1
    assert jobs.given_up() == []
    jobs.run_due(moment)
    assert Job.objects.get().attempts == 1


def test_a_job_that_kills_every_worker_is_given_up_too():
    jobs.enqueue("keep", run_after=NOW)
    Job.objects.update(attempts=20, lease_until=NOW)
    assert jobs.run_due(NOW) == 0
    assert Job.objects.get().last_error == "Interrupted"
    assert Job.objects.get().failed_on == NOW.date()


def test_a_job_in_a_workers_hands_is_left_alone_until_its_lease_ends(seen):
    jobs.enqueue("keep", run_after=NOW)
    jobs._take(NOW, None)  # and the worker dies
    assert jobs.run_due(NOW + timedelta(minutes=4)) == 0
    assert jobs.run_due(NOW + timedelta(minutes=5)) == 1
    assert seen == [{}]


def test_a_worker_that_was_too_slow_has_no_effect(seen):
    jobs.enqueue("keep", run_after=NOW)
    slow = jobs._take(NOW, None)
    jobs._take(NOW + timedelta(minutes=6), None)
    with pytest.raises(jobs.Lost):
        jobs._carry_out(slow, NOW)
    assert seen == []
    assert Job.objects.count() == 1


def test_slow_work_outside_runs_outside_a_transaction_of_its_own(seen):
    def depth():
        return len(transaction.get_connection().savepoint_ids)

    jobs.job("out", outside=True)(lambda: seen.append(depth()))
    jobs.job("in")(lambda: seen.append(depth()))
    jobs.enqueue("out", run_after=NOW)
    jobs.enqueue("in", run_after=LATER)
    before = depth()
    assert jobs.run_due(LATER) == 2
    assert seen == [before, before + 1]
    assert not Job.objects.exists()


def test_a_job_that_comes_back_has_one_row_and_returns_after_its_period(seen):
    jobs.job("daily", every=timedelta(days=1))(now_into(seen))
    for _ in range(3):
        jobs.ensure_periodic(NOW)
    assert jobs.run_due(NOW) == 1
    jobs.ensure_periodic(NOW)
    assert Job.objects.get().run_after == NOW + timedelta(days=1)
    assert jobs.run_due(LATER) == 1
    assert seen == [NOW, LATER]


def test_a_job_that_comes_back_can_be_asked_for_at_once_and_leaves_no_second_row(seen):
    jobs.job("daily", every=timedelta(days=1))(now_into(seen))
    jobs.ensure_periodic(NOW)
    jobs.enqueue("daily", run_after=NOW)
    assert jobs.run_due(NOW) == 2
    assert [(job.once, job.run_after) for job in Job.objects.all()] == [("daily", NOW + timedelta(days=1))]


def test_a_job_that_comes_back_is_never_given_up():
    @jobs.job("hourly", every=timedelta(hours=1))
    def fail():
        raise OSError

    jobs.ensure_periodic(NOW)
    for hour in range(40):
        jobs.run_due(NOW + timedelta(hours=2 * hour))
    assert Job.objects.get().failed_on is None
    assert jobs.given_up() == []


def test_a_shorter_period_counts_at_once_and_a_job_that_is_no_more_is_dropped():
    jobs.job("old", every=timedelta(days=1))(lambda: None)
    jobs.job("report", every=timedelta(days=30))(lambda: None)
    jobs.ensure_periodic(NOW)
    jobs.run_due(NOW)
    del jobs._kinds["old"], jobs._kinds["report"]
    jobs.job("report", every=timedelta(days=1), lane="slow")(lambda: None)
    jobs.ensure_periodic(NOW)
    assert list(Job.objects.values_list("name", "lane", "run_after")) == [("report", "slow", NOW)]


def test_a_job_of_another_release_waits_for_it(seen):
    jobs.enqueue("keep", run_after=NOW)
    Job.objects.update(name="of-a-later-release")
    assert jobs.run_due(NOW) == 0
    assert Job.objects.get().attempts == 0


def test_two_jobs_cannot_have_one_name():
    with pytest.raises(ValueError, match="two jobs are called keep"):
        jobs.job("keep")(print)


def test_only_a_known_job_can_be_enqueued():
    with pytest.raises(LookupError):
        jobs.enqueue("nobody-knows-it")


@pytest.mark.parametrize("value", [b"bytes", object(), "x" * 201, {"a": 1}, NOW])
def test_a_payload_holds_plain_short_values_only(value):
    with pytest.raises(TypeError):
        jobs.enqueue("keep", value=value)


def test_an_id_is_carried_as_text(seen):
    key = uuid.uuid4()
    jobs.enqueue("keep", run_after=NOW, key=key)
    jobs.run_due(NOW)
    assert seen == [{"key": str(key)}]


@given(st.integers(1, 32_000), st.floats(0, 1))
def test_pauses_double_up_to_an_hour_with_a_quarter_of_chance(attempts, chance):
    seconds = jobs.pause_after(attempts, chance).total_seconds()
    middle = min(10 * 2 ** (attempts - 1), 3600)
    assert 0.75 * middle - 1e-6 <= seconds <= 1.25 * middle + 1e-6


def run_script(name, folder, *words):
    """Run a script of this folder on a database of its own; its JSON, and what it wrote on stderr."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("ROOTED_")}
    env |= {"ROOTED_DATA": str(folder), "PYTHONPATH": str(settings.SOURCE / "src")}
    script = Path(__file__).with_name(name)
    done = subprocess.run(
        [sys.executable, script, *words], env=env, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), done.stderr


@pytest.mark.long
def test_killed_workers_lose_no_job_and_do_none_twice(tmp_path):
    found, _ = run_script("kill_rounds.py", tmp_path, "20", "60")
    assert found["effects"] == [
        [number, part] for number in range(60) for part in ("first half", "follow", "second half")
    ]
    assert found["whole"] == "ok"
    assert found["inside"] >= 5  # workers really died between two writes
    assert found["left"] > 0  # and the last worker had something to repair


def test_the_worker_outlives_failing_jobs_and_an_absent_database(tmp_path):
    found, log = run_script("worker_trouble.py", tmp_path)
    assert found == {"done": ["after a failing job", "after the database was away"], "ended": True}
    events = {line.split(" ")[2] for line in log.splitlines()}
    assert events == {"job-failed", "worker-trouble"}
    assert "canary" not in log

"""Several people doing things to one report at the same moment, in threads of their own."""

from functools import partial

from django.core.exceptions import ValidationError
from django.utils import timezone

from rooted.base import search
from rooted.base.tests.at_once import at_once
from rooted.drafts.steps.every import STEPS
from rooted.reports.actions import (
    Forward,
    erase_report,
    open_for_correction,
    put_forward,
    release_report,
    stop_publication,
)
from rooted.reports.models import Report, Version
from rooted.reports.reading import newest_of
from rooted.reports.tests import make
from rooted.reports.writing import Erased, save_step
from rooted.struggles.actions import make_public
from rooted.struggles.models import Struggle
from rooted.struggles.storing import SEARCH_KIND
from rooted.struggles.tests import make as chronicle

together = partial(at_once, refusals=(ValidationError, Erased))


def step(report, member, name, **typed):
    """Saving one step from a page that showed version 1."""
    seat, draft = member.seat, make.draft(report, member)
    form = STEPS[name].form({"seen": "1"} | typed, draft=draft)
    assert form.is_valid(), form.errors
    return lambda: save_step(report, form, seat=seat, seen=1, now=timezone.now(), step=name) is None


def different_steps(ana, bo):
    """Both save another step of the same page: (saved, versions, both texts stand there)."""
    report = make.report(ana)
    saved = together(step(report, ana, "account", account="of ana"), step(report, bo, "ask-spark", text="of bo"))
    record = make.draft(report, ana).record
    stands = (record.account, [answer.text for answer in record.answers]) == ("of ana", ["of bo"])
    return saved, Version.objects.filter(report=report).count(), stands


def the_same_step(ana, bo):
    """Both save the same step: one is saved, the other is told; nothing is mixed."""
    report = make.report(ana)
    saved = together(step(report, ana, "account", account="of ana"), step(report, bo, "account", account="of bo"))
    account = make.draft(report, ana).record.account
    return saved, Version.objects.filter(report=report).count(), account in ("of ana", "of bo")


def yes(report, member):
    seat, row = member.seat, make.fresh(report)
    return lambda: release_report(row, seat=seat, seen=1, now=timezone.now())


def releases(ana, bo):
    """The second member presses the button three times at once: how many were done, how many records there are."""
    report, before = make.report(ana), Struggle.objects.count()
    make.put_forward(report, ana)
    return together(*[yes(report, bo) for _ in range(3)]), Struggle.objects.count() - before


def both_put_forward(ana, bo):
    """Both say the first yes: one of them has it."""
    report = make.report(ana)

    def first(member):
        seat = member.seat
        return lambda: put_forward(report, Forward(), seat=seat, seen=1, now=timezone.now())

    return together(first(ana), first(bo)), Report.objects.filter(pk=report.pk, forward__isnull=False).count()


def release_and_save(ana, bo):
    """One releases while the other saves: what is public is what was put forward, or nothing is public."""
    report = make.report(ana)
    make.put_forward(report, ana)
    done = together(yes(report, bo), step(report, ana, "account", account="of ana"))
    row = make.fresh(report)
    told = row.struggle.account if row.struggle else ""
    return (
        done in (1, 2),
        told in ("", make.record().account),
        newest_of(ana.seat, row).draft.record.account == "of ana",
    )


def release_and_erase(ana, bo):
    """One releases while the other erases: either it is public and stays on the desk, or nothing is left."""
    report, before = make.report(ana), Struggle.objects.count()
    make.put_forward(report, ana)
    done = together(yes(report, bo), lambda: erase_report(report))
    row = Report.objects.filter(pk=report.pk).first()
    public = Struggle.objects.count() - before
    return done == 1, (row is not None and row.struggle_id is not None) == (public == 1)


def stop_and_publish(ana, bo):
    """One stops it while its day comes: either it is public and found, or nothing of it is left but the draft."""
    word = f"Zweek{Report.objects.count()}"
    report = make.published(ana, bo, make.running(title=word))
    rows, day = Struggle.objects.filter(pk=report.struggle_id), report.struggle.publish_on
    stopped = []

    def stops():
        stop_publication(report)
        stopped.append(True)

    together(stops, lambda: make_public(rows, day))
    row, found = make.fresh(report), len(search.matching(SEARCH_KIND, word, limit=9))
    public = row.struggle is not None and row.struggle.published_on == day
    left = (public, rows.count(), row.released_number, found)
    return left == ((False, 0, 0, 0) if stopped else (True, 1, 1, 1))


def opened_for_correction(ana, bo):
    """Both open a published record: one report."""
    struggle = chronicle.struggle(ana.group)

    def opened(member):
        seat = member.seat
        return lambda: open_for_correction(seat, struggle, now=timezone.now())

    return together(opened(ana), opened(bo)), Report.objects.filter(struggle=struggle).count()


RACES = (
    different_steps,
    the_same_step,
    releases,
    both_put_forward,
    release_and_save,
    release_and_erase,
    stop_and_publish,
    opened_for_correction,
)
EXPECTED = {
    "different_steps": (2, 3, True),
    "the_same_step": (1, 2, True),
    "releases": (1, 1),
    "both_put_forward": (1, 1),
    "release_and_save": (True, True, True),
    "release_and_erase": (True, True),
    "stop_and_publish": True,
    "opened_for_correction": (2, 1),
}

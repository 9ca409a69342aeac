"""How far a report is on its way into the chronicle: one rung after the other, each with its day where it has one."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rooted.drafts.draft import Draft
from rooted.reports.models import Report
from rooted.struggles.models import Struggle


@dataclass(frozen=True)
class Rung:
    """One stage: its name in the code, its words, whether it is reached and since when, what it asks for."""

    stage: str
    title: str
    text: str = ""
    done: bool = False
    on: date | None = None


def path_of(report: Report, draft: Draft) -> list[Rung]:
    """Every rung in its order; what happened in the open (corrected, withdrawn) only where it did."""
    public = report.struggle
    forward = report.forward_on if public is None else None
    cleared = public.cleared_on if public else None
    two = _("Two sources, or one and somebody who took part.")
    told = _("By questions or freely. A record without it is listed among the short ones.")
    return [
        Rung("stub", _("Begun"), _("A title and a year are enough."), True, report.begun_on),
        Rung("sourced", _("Sources given"), two, draft.sourced),
        Rung("drafted", _("Written"), told, draft.written),
        Rung("forward", _("Put forward"), _("One of you has read it and says yes."), bool(forward or cleared), forward),
        Rung(
            "cleared",
            _("A second member agreed"),
            _("Another member has read it and says yes."),
            cleared is not None,
            cleared,
        ),
        _published(public),
        *_in_the_open(public),
    ]


def _published(public: Struggle | None) -> Rung:
    text = _("Anyone can read it.")
    if public is not None and public.published_on is None:
        return Rung("published", _("Published on its day"), text, False, public.publish_on)
    return Rung("published", _("Published"), text, public is not None, public.published_on if public else None)


def _in_the_open(public: Struggle | None) -> list[Rung]:
    found = []
    if public is not None and public.corrected_on:
        text = _("What was changed stands on the record.")
        found.append(Rung("corrected", _("Corrected in the open"), text, True, public.corrected_on))
    if public is not None and public.withdrawn_on:
        text = _("Its page stays and says why.")
        found.append(Rung("withdrawn", _("Withdrawn in the open"), text, True, public.withdrawn_on))
    return found


def stage_of(rungs: list[Rung]) -> Rung:
    """Where it stands: the last rung before the first one that is not reached."""
    reached = rungs[0]
    for rung in rungs:
        if not rung.done:
            break
        reached = rung
    return reached


def next_of(rungs: list[Rung]) -> Rung | None:
    """The rung that is next; None when the way is gone."""
    return next((rung for rung in rungs if not rung.done), None)

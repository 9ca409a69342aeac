"""Files to take away, and the feed; each takes the list's own filters in its address."""

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.utils import timezone

from rooted.base.headers import DOWNLOAD_POLICY
from rooted.base.kept_pages import kept_for_strangers
from rooted.exports import atom, entries
from rooted.exports.columns import acled, cat, ilo, lat
from rooted.exports.columns.cells import Context, table
from rooted.exports.forms import ThresholdForm
from rooted.exports.streams import lines, pieces
from rooted.exports.thresholds import reaching
from rooted.exports.views.pages import selection_of
from rooted.people.access import open_to_strangers
from rooted.struggles.exchange import origin_of
from rooted.struggles.reading import record_of

COLUMNS = {"lat": lat, "cat": cat, "ilo": ilo, "acled": acled}
IN_A_FEED = 50


@open_to_strangers
def export_json(request):
    selection = selection_of(request)
    parts = entries.chronicle_file(reached(request, selection), selection=selection.query())
    return attachment(parts, "application/json", f"struggles-{timezone.localdate()}.json")


@open_to_strangers
def export_whole(request):
    parts = entries.chronicle_file(entries.whole())
    return attachment(parts, "application/json", f"chronicle-{timezone.localdate()}.json")


@open_to_strangers
def export_csv(request, columns):
    if columns not in COLUMNS:
        raise Http404
    register, struggles = COLUMNS[columns], reached(request, selection_of(request))
    rows = (
        row
        for struggle in pieces(struggles)
        for row in register.rows(record_of(struggle), context_of(request, struggle))
    )
    parts = table(register.COLUMNS, rows)
    return attachment(parts, "text/csv; charset=utf-8", f"struggles-{columns}-{timezone.localdate()}.csv")


def context_of(request, struggle):
    """What a row says beyond its record; where it was brought in, with which list."""
    gathered = origin_of(struggle) if struggle.batch_id or struggle.origin else ""
    return Context(str(struggle.public_id), atom.address(request, struggle), gathered)


@open_to_strangers
@kept_for_strangers
def feed(request):
    selection = selection_of(request)
    struggles = selection.narrow(atom.newest())[:IN_A_FEED]
    return HttpResponse(atom.feed(request, selection, struggles), content_type="application/atom+xml; charset=utf-8")


def reached(request, selection):
    """The records of a selection that reach the threshold asked for; a threshold we do not have is no address."""
    form = ThresholdForm(request.GET)
    if not form.is_valid():
        raise Http404
    struggles = selection.records()
    return struggles.filter(reaching(form.cleaned_data["at_least"])) if form.cleaned_data["at_least"] else struggles


def attachment(parts, content_type, name):
    """A file to be saved, sent as it is written."""
    response = StreamingHttpResponse(lines(parts), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = DOWNLOAD_POLICY
    return response

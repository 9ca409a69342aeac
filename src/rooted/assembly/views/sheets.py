"""Sheets on paper: printing them, typing in what came back, comparing what another member typed in."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from rooted.assembly import filling
from rooted.assembly.access import filled_of
from rooted.assembly.reading import point_rows, read_assembly, read_sitting
from rooted.assembly.sheet_forms import FORMS, SheetForm
from rooted.assembly.sheets import filled_rows
from rooted.assembly.views.sittings import sitting_of, to_sitting
from rooted.groups.access import members_only

EMPTY_LINES = 15  # of a printed speaking list
POINTS = 8  # rows of a printed agenda, so that it fills one sheet; two at least stay empty


@members_only
def sitting_sheets(request, seat, pk):
    """What is printed for a sitting: agenda, speaking list, count and tally, each on its own sheet (?sheet=)."""
    sitting = sitting_of(seat, pk)
    sheet = request.GET.get("sheet")
    points = point_rows(seat, sitting.assembly.points.select_related("item"))
    sheet = sheet if sheet in {"speaking", "count", "tally"} else "agenda"
    context = {
        "seat": seat,
        "sitting": sitting,
        "row": read_sitting(seat, sitting),
        "about": read_assembly(seat, sitting.assembly).about,
        "points": points,
        "sheet": sheet,
        "empty": range(EMPTY_LINES if sheet == "speaking" else max(POINTS - len(points), 2)),
    }
    return render(request, "assembly/sitting_sheets.html", context)


@members_only
def sitting_sheet(request, seat, pk):
    """Type in what came back on paper, as the first or the second of two."""
    sitting = sitting_of(seat, pk)
    form = SheetForm(request.POST or None)
    if form.is_valid():
        typed = {"what": filling.SHEET, "values": form.cleaned_data}
        try:
            counts = filling.fill_in(sitting, seat=seat, now=timezone.now(), **typed)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return to_sitting(seat, pk, "filled", "counts" if counts else "waits")
    context = {"seat": seat, "row": read_sitting(seat, sitting), "form": form}
    return render(request, "assembly/sitting_sheet.html", context)


def sheet_of(seat, pk):
    """A sheet and what was typed; 404 for one that cannot be opened."""
    sheet = get_object_or_404(filled_of(seat), pk=pk)
    (row,) = filled_rows(seat, [sheet])
    return sheet, row if not row.lost else get_object_or_404(filled_of(seat).none(), pk=pk)


@members_only
def sheet_confirm(request, seat, pk):
    """Compare what another member typed in with the sheet: the same counts, anything else stands beside it."""
    sheet, row = sheet_of(seat, pk)
    mine, kind = row.typed_by(seat), FORMS[row.what]
    if sheet.confirmed_on and request.method != "POST":
        return to_sitting(seat, sheet.sitting_id, "filled")
    form = kind(request.POST if request.method == "POST" else None, initial=begin_with(kind, mine or row.typings[-1]))
    if form.is_valid():
        try:
            counts = filling.compare_with(sheet, seat=seat, values=form.cleaned_data, now=timezone.now())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return to_sitting(seat, sheet.sitting_id, "filled", "counts" if counts else "waits")
    context = {"seat": seat, "sheet": sheet, "row": row, "mine": mine, "form": form}
    return render(request, "assembly/sheet_confirm.html", context | {"sitting": read_sitting(seat, sheet.sitting)})


def begin_with(kind, typing):
    """What stands in the form: what was typed last, or what one typed oneself."""
    return kind.filled_with(typing.values) if kind is SheetForm else typing.values


@members_only
def sheet_erase(request, seat, pk):
    """Take out what was typed in and does not count, after asking once."""
    sheet, row = sheet_of(seat, pk)
    context = {"seat": seat, "sheet": sheet, "row": row, "refusal": None}
    if request.method == "POST":
        try:
            filling.take_out(sheet)
        except ValidationError as refusal:
            context["refusal"] = refusal
        else:
            return to_sitting(seat, sheet.sitting_id, "filled")
    return render(request, "assembly/sheet_erase.html", context | {"sitting": read_sitting(seat, sheet.sitting)})

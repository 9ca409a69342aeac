"""Sittings: adding, changing, the page from which one is run, the projector, the end."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from rooted.assembly import calling, running
from rooted.assembly.access import sittings_of
from rooted.assembly.forms import MinutesForm, SittingEditForm, SittingForm, SittingTaskForm, SpeakerForm
from rooted.assembly.reading import minutes_text, point_rows, read_assembly, read_sitting, speaking_list
from rooted.assembly.sheet_forms import HandsForm, PresentForm
from rooted.assembly.sheets import waiting_of
from rooted.assembly.views.assemblies import assembly_of, to_assembly
from rooted.groups.access import members_only

SECONDS = 15  # so often the projector's page asks again while the sitting goes on


@members_only
def sitting_add(request, seat, pk):
    """One more sitting of an assembly."""
    assembly = assembly_of(seat, pk)
    form = SittingForm(request.POST or None, initial={"day": assembly.day})
    if form.is_valid():
        try:
            calling.add_sitting(assembly, seat=seat, met=form.met())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return to_assembly(seat, pk)
    return render(request, "assembly/sitting_add.html", {"seat": seat, "assembly": assembly, "form": form})


def sitting_of(seat, pk):
    return get_object_or_404(sittings_of(seat), pk=pk)


def to_sitting(seat, pk, fragment=None, said=None):
    """Its page at `fragment`; `said`: a word for what was done there."""
    query = {"said": said} if said else None
    return redirect(reverse("assembly:sitting-detail", args=[seat.group.address, pk], query=query, fragment=fragment))


@members_only
def sitting_detail(request, seat, pk):
    """The page from which a sitting is run."""
    return show_sitting(request, seat, sitting_of(seat, pk))


def show_sitting(request, seat, sitting, **given):
    """The same with forms that came back, or a `refusal`."""
    row = read_sitting(seat, sitting)
    points = point_rows(seat, sitting.assembly.points.select_related("item"), sitting.current_id)
    speakers = sitting.speakers.select_related("item")
    context = {
        "seat": seat,
        "sitting": sitting,
        "row": row,
        "about": read_assembly(seat, sitting.assembly).about,
        "points": points,
        "current": next((one for one in points if one.now), None),
        "after": next_point(points),
        "list": speaking_list(seat, speakers, new_first=bool(row.said["new_first"]), turns=sitting.turns),
        "minutes": minutes_text(seat, sitting),
        "filled": waiting_of(seat, sitting),
        "speaker_form": SpeakerForm(),
        "minutes_form": MinutesForm(),
        "task_form": SittingTaskForm(),
        "present_form": PresentForm(),
        "hands_form": HandsForm(),
        "said": request.GET.get("said", ""),
    }
    return render(request, "assembly/sitting_detail.html", context | given)


def next_point(points):
    """The point after the one being spoken about; the first before any."""
    here = next((place for place, one in enumerate(points) if one.now), -1)
    return points[here + 1] if here + 1 < len(points) else None


@members_only
def sitting_edit(request, seat, pk):
    """Another day, place or facilitator; what somebody changed meanwhile is shown first."""
    sitting = sitting_of(seat, pk)
    row = read_sitting(seat, sitting)
    initial = row.said | {"day": sitting.day, "seen": sitting.version}
    form, theirs = SittingEditForm(request.POST or None, initial=initial), None
    if form.is_valid():
        try:
            calling.edit_sitting(sitting, seat=seat, met=form.met(), seen=form.cleaned_data["seen"] or 0)
        except ValidationError as refusal:
            sitting = sitting_of(seat, pk)
            form, theirs = form.again(sitting.version, refusal), read_sitting(seat, sitting)
        else:
            return to_sitting(seat, pk)
    context = {"seat": seat, "sitting": sitting, "row": row, "form": form, "theirs": theirs}
    return render(request, "assembly/sitting_edit.html", context)


@members_only
def sitting_erase(request, seat, pk):
    """Take a sitting out, after asking once."""
    sitting = sitting_of(seat, pk)
    context = {"seat": seat, "row": read_sitting(seat, sitting), "refusal": None}
    if request.method == "POST":
        try:
            calling.erase_sitting(sitting)
        except ValidationError as refusal:
            context["refusal"] = refusal
        else:
            return to_assembly(seat, sitting.assembly_id)
    return render(request, "assembly/sitting_erase.html", context)


@members_only
def sitting_screen(request, seat, pk):
    """For the projector: the current point and who speaks, large; it turns by itself until the sitting ends."""
    sitting = sitting_of(seat, pk)
    row = read_sitting(seat, sitting)
    points = point_rows(seat, sitting.assembly.points.select_related("item"), sitting.current_id)
    speakers = sitting.speakers.select_related("item")
    today = timezone.localdate()
    turns = sitting.ended_on is None and abs(sitting.day - today) <= timedelta(days=1) and "still" not in request.GET
    context = {
        "seat": seat,
        "sitting": sitting,
        "row": row,
        "current": next((one for one in points if one.now), None),
        "after": next_point(points),
        "list": speaking_list(seat, speakers, new_first=bool(row.said["new_first"]), turns=sitting.turns),
        "turns": turns,
    }
    answer = render(request, "assembly/sitting_screen.html", context)
    if turns:
        answer["Refresh"] = str(SECONDS)
    return answer


@members_only
def sitting_end(request, seat, pk):
    """It is over, after asking once."""
    sitting = sitting_of(seat, pk)
    if request.method == "POST":
        running.end_sitting(sitting, seat=seat, now=timezone.now())
        return to_sitting(seat, pk)
    return render(request, "assembly/sitting_end.html", {"seat": seat, "row": read_sitting(seat, sitting)})

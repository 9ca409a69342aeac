"""The hand-over: one page for whoever takes over, on screen and on paper."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from rooted.groups.access import members_only
from rooted.tasks import handover as actions
from rooted.tasks.forms import SectionEditForm, SectionForm
from rooted.tasks.models import HandOver, Section, Slot, Task
from rooted.tasks.reading import BY_DAY, duty_rows, opened, role_rows, section_rows, slot_rows, task_rows
from rooted.tasks.sealed import SECTION

AHEAD_DAYS = 31
MOST = 200  # rows of one list; a group with more has its own pages for them


def whole(seat):
    """All that the hand-over says, read from this part and the group's public page."""
    today = timezone.localdate()
    last = today + timedelta(days=AHEAD_DAYS)
    duties, roles = duty_rows(seat), role_rows(seat, today)
    slots = Slot.objects.of(seat.group).filter(day__gte=today, day__lt=last).order_by("day", "duty")[:MOST]
    rota = slot_rows(seat, slots, duties)
    undone = Task.objects.of(seat.group).filter(done_on=None).select_related("item").order_by(*BY_DAY)
    tasks = task_rows(seat, undone[:MOST], today)
    ends = [(holder.ends_on, role.name, holder.name) for role in roles for holder in role.holders]
    due = [(row.task.due_on or date.max, row, "") for row in tasks]
    due += [(day, role, name) for day, role, name in ends if day < last]
    return {
        "seat": seat,
        "today": today,
        "duties": duties.values(),
        "next": {row.slot.duty_id: row for row in reversed(rota)}.values(),
        "rota": rota,
        "roles": roles,
        "due": sorted(due, key=lambda one: one[0]),
        "tasks": tasks,
        "sections": section_rows(seat),
        "kept": HandOver.objects.filter(group=seat.group).first(),
    }


@members_only
def hand_over(request, seat):
    """What a new person needs to take over."""
    return render(request, "tasks/hand_over.html", whole(seat))


@members_only
def hand_over_print(request, seat):
    """The same for paper, with room to write."""
    return render(request, "tasks/hand_over_print.html", whole(seat))


@members_only
def hand_over_printed(request, seat):
    """It is on paper for this month."""
    if request.method == "POST":
        actions.say_printed(seat.group, today=timezone.localdate())
    return redirect("tasks:hand-over", seat.group.address)


@members_only
def hand_over_monthly(request, seat):
    """Be reminded each month, or no longer."""
    if request.method == "POST" and request.POST.get("remind") == "no":
        actions.stop_monthly(seat.group)
    elif request.method == "POST":
        actions.want_monthly(seat.group, today=timezone.localdate())
    return redirect("tasks:hand-over", seat.group.address)


@members_only
def section_add(request, seat):
    """Write down what only one of us knows."""
    form = SectionForm(request.POST or None)
    if form.is_valid():
        actions.add_section(seat, **form.cleaned_data)
        return redirect("tasks:hand-over", seat.group.address)
    return render(request, "tasks/section_add.html", {"seat": seat, "form": form})


def section_of(seat, pk):
    return get_object_or_404(Section.objects.of(seat.group).select_related("item"), pk=pk)


@members_only
def section_edit(request, seat, pk):
    """Rewrite a section; what somebody wrote meanwhile is shown first."""
    section = section_of(seat, pk)
    said = opened(seat, section.item, SECTION)
    context = {"seat": seat, "section": section}
    form = SectionEditForm(request.POST or None, initial={**said, "seen": section.version})
    if form.is_valid():
        typed = form.cleaned_data | {"seen": form.cleaned_data["seen"] or 0}
        try:
            actions.edit_section(section, seat=seat, **typed)
        except ValidationError as refusal:
            section = section_of(seat, pk)
            form = form.again(section.version, refusal)
            context["theirs"] = opened(seat, section.item, SECTION)
        else:
            return redirect("tasks:hand-over", seat.group.address)
    return render(request, "tasks/section_edit.html", {**context, "form": form})


@members_only
def section_delete(request, seat, pk):
    """Erase a section, after asking."""
    section = section_of(seat, pk)
    if request.method == "POST":
        actions.erase_section(section)
        return redirect("tasks:hand-over", seat.group.address)
    title = opened(seat, section.item, SECTION)["title"]
    return render(request, "tasks/section_delete.html", {"seat": seat, "section": section, "title": title})

"""Tasks: the list, one task, and what members do with it."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from rooted.groups.access import members_only
from rooted.groups.models import Seat
from rooted.tasks import actions
from rooted.tasks.access import member_choices
from rooted.tasks.forms import TaskEditForm, TaskForm, TaskGiveForm
from rooted.tasks.models import Task
from rooted.tasks.reading import in_order, place_of, task_rows

PAGE = 50


@members_only
def task_list(request, seat):
    """Open tasks, one's own first, then by day; with ?show=done those that are done."""
    return show_list(request, seat, TaskForm())


def show_list(request, seat, form):
    done = request.GET.get("show") == "done"
    tasks = Task.objects.of(seat.group).filter(done_on__isnull=not done).select_related("item")
    ordered = tasks.order_by("-done_on", "pk") if done else in_order(tasks, seat)
    page = Paginator(ordered, PAGE).get_page(request.GET.get("page"))
    rows = task_rows(seat, page.object_list, timezone.localdate())
    context = {"seat": seat, "form": form, "done": done, "page": page, "rows": rows}
    return render(request, "tasks/task_list.html", context)


@members_only
def task_add(request, seat):
    """Write a task down, in one line of the list."""
    if request.method != "POST":
        return redirect("tasks:task-list", seat.group.address)
    form = TaskForm(request.POST)
    if not form.is_valid():
        return show_list(request, seat, form)
    actions.add_task(seat, form.cleaned_data["text"], form.cleaned_data["due_on"])
    return redirect("tasks:task-list", seat.group.address)


@members_only
def task_detail(request, seat, pk):
    """One task: who has it, what can be done with it."""
    return show_task(request, seat, task_of(seat, pk))


def task_of(seat, pk):
    return get_object_or_404(Task.objects.of(seat.group).select_related("item"), pk=pk)


def show_task(request, seat, task, *, edit=None, give=None, refusal=None):
    (row,) = task_rows(seat, [task], timezone.localdate())
    context = {
        "seat": seat,
        "row": row,
        "task": task,
        "edit_form": edit or TaskEditForm(initial={"text": row.text, "due_on": task.due_on}),
        "give_form": give or TaskGiveForm(members=member_choices(seat)),
        "refusal": refusal,
    }
    return render(request, "tasks/task_detail.html", context)


@members_only
def task_edit(request, seat, pk):
    """Say it in other words or for another day."""
    task = task_of(seat, pk)
    if request.method == "POST":
        form = TaskEditForm(request.POST)
        if not form.is_valid():
            return show_task(request, seat, task, edit=form)
        actions.edit_task(task, seat=seat, **form.cleaned_data)
    return redirect("tasks:task-detail", seat.group.address, pk)


@members_only
def task_give(request, seat, pk):
    """Ask a member to do it."""
    task = task_of(seat, pk)
    if request.method == "POST":
        form = TaskGiveForm(request.POST, members=member_choices(seat))
        if not form.is_valid():
            return show_task(request, seat, task, give=form)
        try:
            actions.ask_for_task(task, whom=Seat(pk=int(form.cleaned_data["whom"])), seat=seat)
        except ValidationError as refusal:
            return show_task(request, seat, task_of(seat, pk), refusal=refusal)
    return redirect("tasks:task-detail", seat.group.address, pk)


def act(request, seat, pk, deed):
    """Do `deed` to one task, then show where one was: the list, or the task; a refusal is shown in the task."""
    task = task_of(seat, pk)
    if request.method == "POST":
        try:
            deed(task)
        except ValidationError as refusal:
            return show_task(request, seat, task_of(seat, pk), refusal=refusal)
    if request.POST.get("from") == "list":
        return redirect(reverse("tasks:task-list", args=[seat.group.address], fragment=place_of("t", pk)))
    return redirect("tasks:task-detail", seat.group.address, pk)


@members_only
def task_take(request, seat, pk):
    """Take a task, also when asked for it."""
    return act(request, seat, pk, lambda task: actions.take_task(task, seat=seat))


@members_only
def task_release(request, seat, pk):
    """Put it back, or say that whoever was asked cannot."""
    return act(request, seat, pk, actions.release_task)


@members_only
def task_finish(request, seat, pk):
    """It is done."""
    return act(request, seat, pk, lambda task: actions.finish_task(task, today=timezone.localdate()))


@members_only
def task_reopen(request, seat, pk):
    """It was not done after all."""
    return act(request, seat, pk, actions.reopen_task)


@members_only
def task_delete(request, seat, pk):
    """Erase a task at once, after asking."""
    task = task_of(seat, pk)
    if request.method == "POST":
        actions.erase_task(task)
        return redirect("tasks:task-list", seat.group.address)
    (row,) = task_rows(seat, [task], timezone.localdate())
    return render(request, "tasks/task_delete.html", {"seat": seat, "row": row})

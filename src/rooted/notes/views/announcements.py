"""What all members of a group are told: reading it, writing it, correcting it, withdrawing it, counting who read it."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from rooted.base import markup
from rooted.base.versions import SeenForm
from rooted.groups.access import members_only
from rooted.notes import actions
from rooted.notes.access import FEWEST_TO_COUNT, announcements_of, counts_since, members
from rooted.notes.forms import AnnouncementCorrectForm, AnnouncementForm
from rooted.notes.reading import read_announcements

PAGE = 50


@members_only
def announcement_list(request, seat):
    """All that was announced, the newest first."""
    rows = announcements_of(seat).newest_first().select_related("item")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {"seat": seat, "page": page, "rows": read_announcements(seat, page.object_list)}
    return render(request, "notes/announcement_list.html", context)


def found(seat, pk):
    return get_object_or_404(announcements_of(seat).select_related("item"), pk=pk)


def back_to(seat, pk):
    return redirect("notes:announcement-detail", seat.group.address, pk)


@members_only
def announcement_detail(request, seat, pk):
    """One announcement."""
    return show(request, seat, pk)


def show(request, seat, pk, *, refusal=None):
    (said,) = read_announcements(seat, [found(seat, pk)])
    context = {"seat": seat, "said": said, "refusal": refusal, "text": markup.html(said.content.get("text", ""))}
    return render(request, "notes/announcement_detail.html", context)


@members_only
def announcement_write(request, seat):
    """Tell everyone in the group."""
    form = AnnouncementForm(request.POST or None, today=timezone.localdate())
    if form.is_valid():
        made = actions.announce_to_group(seat, **form.cleaned_data, now=timezone.now())
        return back_to(seat, made.pk)
    return render(request, "notes/announcement_write.html", {"seat": seat, "form": form})


@members_only
def announcement_correct(request, seat, pk):
    """Say it anew; only its author can."""
    (said,) = read_announcements(seat, [found(seat, pk)])
    if not said.mine or (said.withdrawn_by and request.method != "POST"):
        return back_to(seat, pk)
    row, today = said.announcement, timezone.localdate()
    initial = {name: said.content[name] for name in ("title", "text")} | {"until": row.until, "seen": row.corrections}
    form = AnnouncementCorrectForm(request.POST or None, today=today, initial=initial)
    if form.is_valid():
        typed = form.cleaned_data | {"seen": form.cleaned_data["seen"] or 0}
        try:
            actions.correct_announcement(row, seat=seat, **typed, now=timezone.now())
        except ValidationError as refusal:
            row.refresh_from_db()
            form = form.again(row.corrections, refusal)
        else:
            return back_to(seat, pk)
    return render(request, "notes/announcement_correct.html", {"seat": seat, "said": said, "form": form})


@members_only
def announcement_withdraw(request, seat, pk):
    """Erase what an announcement says, after asking once."""
    (said,) = read_announcements(seat, [found(seat, pk)])
    if said.withdrawn_by:
        return back_to(seat, pk)
    form = SeenForm(request.POST or None, initial={"seen": said.announcement.corrections})
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"] or 0
        try:
            actions.withdraw_announcement(said.announcement, seat=seat, seen=seen, now=timezone.now())
        except ValidationError as refusal:
            return show(request, seat, pk, refusal=refusal)
        return back_to(seat, pk)
    return render(request, "notes/announcement_withdraw.html", {"seat": seat, "said": said, "form": form})


@members_only
def announcement_read(request, seat, pk):
    """Be counted among those who have read it."""
    announcement = found(seat, pk)
    form = SeenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.mark_as_read(announcement, seat=seat, seen=form.cleaned_data["seen"] or 0)
        except ValidationError as refusal:
            return show(request, seat, pk, refusal=refusal)
    return back_to(seat, pk)


@members_only
def announcement_counting(request, seat):
    """Whether the group counts how many have read what is announced."""
    many = members(seat)
    if request.method == "POST":
        if request.POST.get("count") != "yes":
            actions.stop_counting(seat.group)
        elif many >= FEWEST_TO_COUNT:
            actions.count_readings(seat.group, today=timezone.now().date())
        return redirect("notes:announcement-counting", seat.group.address)
    context = {"seat": seat, "since": counts_since(seat), "may_count": many >= FEWEST_TO_COUNT}
    return render(request, "notes/announcement_counting.html", context)

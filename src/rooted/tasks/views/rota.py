"""The rota: the days to come, the duties, and what members do with them."""

from datetime import timedelta
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from rooted.groups.access import members_only
from rooted.tasks import rota as actions
from rooted.tasks.forms import DutyForm
from rooted.tasks.models import Duty, Slot
from rooted.tasks.reading import duty_rows, opened, place_of, slot_rows
from rooted.tasks.sealed import DUTY

PAGE = 50
PRINTED_DAYS = 28


@members_only
def rota(request, seat):
    """The days to come, the soonest first; the duties below."""
    return show_rota(request, seat)


def show_rota(request, seat, *, refusal=None):
    duties = duty_rows(seat)
    slots = Slot.objects.of(seat.group).filter(day__gte=timezone.localdate()).order_by("day", "duty")
    only = request.GET.get("only") == "nobody"
    page = Paginator(slots.free() if only else slots, PAGE).get_page(request.GET.get("page"))
    context = {
        "seat": seat,
        "duties": duties.values(),
        "rows": slot_rows(seat, page.object_list, duties),
        "page": page,
        "only": only,
        "place": urlencode(place_in(request)),
        "refusal": refusal,
    }
    return render(request, "tasks/rota.html", context)


@members_only
def rota_print(request, seat):
    """Four weeks on one sheet, with room to write."""
    today = timezone.localdate()
    duties = duty_rows(seat)
    last = today + timedelta(days=PRINTED_DAYS)
    slots = Slot.objects.of(seat.group).filter(day__gte=today, day__lt=last).order_by("day", "duty")
    context = {"seat": seat, "duties": duties.values(), "rows": slot_rows(seat, slots, duties), "last": last}
    return render(request, "tasks/rota_print.html", context)


def duty_of(seat, pk):
    return get_object_or_404(Duty.objects.of(seat.group).select_related("item"), pk=pk)


@members_only
def duty_add(request, seat):
    """Put a duty on the rota."""
    today = timezone.localdate()
    form = DutyForm(request.POST or None, initial={"starts_on": today})
    if form.is_valid():
        actions.add_duty(seat, **form.cleaned_data, today=today)
        return redirect("tasks:rota", seat.group.address)
    return render(request, "tasks/duty_add.html", {"seat": seat, "form": form})


@members_only
def duty_edit(request, seat, pk):
    """Change a duty."""
    duty = duty_of(seat, pk)
    said = opened(seat, duty.item, DUTY)
    initial = {name: said[name] for name in ("kind", "name", "hour")}
    initial |= {"every_weeks": duty.every_weeks, "starts_on": duty.starts_on}
    initial["weekdays"] = [str(day) for day in actions.weekdays_in(duty.weekdays)]
    form = DutyForm(request.POST or None, initial=initial)
    if form.is_valid():
        actions.edit_duty(duty, seat=seat, **form.cleaned_data, today=timezone.localdate())
        return redirect("tasks:rota", seat.group.address)
    return render(request, "tasks/duty_edit.html", {"seat": seat, "row": duty_rows(seat)[pk], "form": form})


@members_only
def duty_take(request, seat, pk):
    """Take every day to come that nobody has."""
    duty = duty_of(seat, pk)
    if request.method == "POST":
        actions.take_duty(duty, seat=seat, today=timezone.localdate())
    return redirect("tasks:rota", seat.group.address)


@members_only
def duty_delete(request, seat, pk):
    """Erase a duty with all its days, after asking."""
    duty = duty_of(seat, pk)
    if request.method == "POST":
        actions.erase_duty(duty)
        return redirect("tasks:rota", seat.group.address)
    return render(request, "tasks/duty_delete.html", {"seat": seat, "row": duty_rows(seat)[pk]})


def place_in(request):
    """Which days of the rota are looked at."""
    return {name: request.GET[name] for name in ("only", "page") if name in request.GET}


def act(request, seat, pk, deed):
    """Do `deed` to one slot, then show its row in the rota; a refusal is shown above."""
    slot = get_object_or_404(Slot.objects.of(seat.group), pk=pk)
    if request.method == "POST":
        try:
            deed(slot)
        except ValidationError as refusal:
            return show_rota(request, seat, refusal=refusal)
    address = reverse("tasks:rota", args=[seat.group.address], query=place_in(request), fragment=place_of("d", pk))
    return redirect(address)


@members_only
def slot_take(request, seat, pk):
    """I can."""
    return act(request, seat, pk, lambda slot: actions.take_slot(slot, seat=seat, today=timezone.localdate()))


@members_only
def slot_offer(request, seat, pk):
    """I cannot: who takes it?"""
    return act(request, seat, pk, lambda slot: actions.offer_slot(slot, seat=seat, today=timezone.localdate()))

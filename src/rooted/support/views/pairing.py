"""What members of two groups do together."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from rooted.base import seal
from rooted.base.markup import html
from rooted.groups.access import members_only
from rooted.support import pairings
from rooted.support.access import help_entries, is_host, other_group, pairings_of
from rooted.support.first_weeks import as_told
from rooted.support.forms import CallForm, PairingAskForm, PairingWriteForm
from rooted.support.models import HelpEntry
from rooted.support.sealed import ASK


@members_only
def together(request, seat):
    """Other groups: who stands by whom, and what this group offers."""
    rows = [(pairing, other_group(pairing, seat.group)) for pairing in pairings_of(seat.group)]
    known = {other.pk for pairing, other in rows if pairing.ended_on is None}
    offers = help_entries().exclude(group=None).exclude(group=seat.group).exclude(group__in=known)
    context = {
        "rows": rows,
        "hosts": is_host(seat.group),
        "entry": HelpEntry.objects.filter(group=seat.group).first(),
        "offers": offers[:50],
    }
    return render(request, "support/together.html", context)


@members_only
def pairing_ask(request, seat, pk):
    """Ask a group of this server to stand by us."""
    entry = get_object_or_404(help_entries().exclude(group=None).exclude(group=seat.group), pk=pk)
    form = PairingAskForm(request.POST or None)
    if form.is_valid():
        try:
            pairing = pairings.ask_to_stand_by(seat, entry.group, **form.cleaned_data, now=timezone.now())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("support:pairing-detail", seat.group.address, pairing.pk)
    return render(request, "support/pairing_ask.html", {"form": form, "other": entry.group})


@members_only
def pairing_detail(request, seat, pk):
    """The shared thread of two groups."""
    return show_pairing(request, seat, get_object_or_404(pairings_of(seat.group), pk=pk))


def show_pairing(request, seat, pairing, *, form=None, call_form=None, refusal=None):
    context = {"pairing": pairing, "other": other_group(pairing, seat.group), "refusal": refusal}
    context["asked_us"] = pairing.standing_id == seat.group_id
    if pairing.agreed_on and pairing.ended_on is None:
        context |= shared(seat, pairing)
        context["form"] = form or PairingWriteForm()
        context["call_form"] = call_form or CallForm(initial={"day": pairing.call_on})
    elif context["asked_us"] and pairing.ask_item is not None:
        context["asked"] = asked(seat, pairing)
    return render(request, "support/pairing_detail.html", context)


def shared(seat, pairing):
    """What the two groups wrote, and the asking group's steps if they show them."""
    try:
        keys = pairings.open_pairing(pairing, seat)
    except seal.Closed:
        return {"closed": True}
    groups = {str(group.pk): group for group in (pairing.asking, pairing.standing)}
    said = pairings.read_messages(pairing, keys)
    return {
        "messages": [one | {"from_group": groups.get(one["group"]), "html": html(one["text"])} for one in said],
        "steps": pairings.shown_steps(pairing, keys),
    }


def asked(seat, pairing):
    try:
        return seat.keys.read(pairing.ask_item, ASK)
    except seal.Closed:
        return {}


def act(request, seat, pk, deed):
    """Do `deed` to one pairing of the group, then show it; a refusal is shown in it."""
    pairing = get_object_or_404(pairings_of(seat.group), pk=pk)
    if request.method == "POST":
        try:
            deed(pairing)
        except seal.Closed:
            return show_pairing(request, seat, pairing)
        except ValidationError as refusal:
            pairing.refresh_from_db()
            return show_pairing(request, seat, pairing, refusal=refusal)
    return redirect("support:pairing-detail", seat.group.address, pk)


@members_only
def pairing_agree(request, seat, pk):
    """We stand by them."""
    return act(request, seat, pk, lambda pairing: pairings.agree_to_stand_by(pairing, seat, now=timezone.now()))


@members_only
def pairing_write(request, seat, pk):
    """Write to both groups; what was typed stands in the page again when it is refused."""
    pairing = get_object_or_404(pairings_of(seat.group), pk=pk)
    form = PairingWriteForm(request.POST or None)
    if form.is_valid():
        try:
            pairings.write_to_the_group(pairing, seat, **form.cleaned_data, now=timezone.now())
        except ValidationError as refusal:
            form.add_error(None, refusal)
            pairing.refresh_from_db()
        else:
            return redirect("support:pairing-detail", seat.group.address, pk)
    if request.method != "POST":
        return redirect("support:pairing-detail", seat.group.address, pk)
    return show_pairing(request, seat, pairing, form=form)


@members_only
def call_set(request, seat, pk):
    """The day of the next call."""
    pairing = get_object_or_404(pairings_of(seat.group), pk=pk)
    form = CallForm(request.POST or None)
    if request.method == "POST" and not form.is_valid():
        return show_pairing(request, seat, pairing, call_form=form)
    return act(request, seat, pk, lambda pairing: pairings.set_call(pairing, form.cleaned_data["day"]))


@members_only
def steps_show(request, seat, pk):
    """Let the group that stands by us see how far we are."""
    return act(
        request, seat, pk, lambda pairing: pairings.show_steps(pairing, seat, steps=as_told(seat), now=timezone.now())
    )


@members_only
def steps_hide(request, seat, pk):
    """Take that away again."""
    return act(request, seat, pk, lambda pairing: pairings.hide_steps(pairing, seat.group))


@members_only
def pairing_end(request, seat, pk):
    """End it for both, after asking once; all that was written is erased."""
    pairing = get_object_or_404(pairings_of(seat.group), pk=pk)
    if request.method == "POST":
        pairings.end_pairing(pairing, today=timezone.now().date())
        return redirect("support:together", seat.group.address)
    context = {"pairing": pairing, "other": other_group(pairing, seat.group)}
    return render(request, "support/pairing_end.html", context)

"""What members of a hosting group open: who wants to start, the founding link, introductions."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from rooted.groups.access import members_only
from rooted.support import actions, introductions
from rooted.support.access import introductions_of, is_host, may_host, wishes_of
from rooted.support.forms import GiveLinkForm, HostForm


@members_only
def host(request, seat):
    """Say that the group hosts, or no longer does."""
    now = is_host(seat.group)
    form = HostForm(request.POST or None, initial={"hosts": "yes" if now else "no"})
    if form.is_valid():
        try:
            if form.cleaned_data["hosts"]:
                actions.start_hosting(seat.group, today=timezone.now().date())
            else:
                actions.stop_hosting(seat.group)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("support:together", seat.group.address)
    return render(request, "support/host.html", {"form": form, "hosts": now, "may_host": may_host(seat.group)})


@members_only
def wish_list(request, seat):
    """Who wants to start, by the day they wrote; who is alone says so."""
    return render(request, "support/wish_list.html", {"wishes": introductions.read_wishes(seat)})


@members_only
def wish_detail(request, seat, pk):
    """One of them: the town, who else is near, the founding link."""
    return show_wish(request, seat, pk)


def show_wish(request, seat, pk, *, form=None, refusal=None):
    wishes = introductions.read_wishes(seat)
    one = next((read for read in wishes if read.wish.pk == pk), None)
    if one is None:
        raise Http404
    proposed = {other_of(made, pk): made for made in introductions_of(one.wish)}
    near = [(read, proposed.get(read.wish.pk)) for read in introductions.near(one, wishes)] if one.waits else []
    context = {
        "one": one,
        "near": near,
        "met": [made for made in proposed.values() if made.met_on],
        "form": form or GiveLinkForm(initial={"seen": one.wish.thread.length}),
        "refusal": refusal,
        "hosts": is_host(seat.group),
    }
    return render(request, "support/wish_detail.html", context)


def other_of(introduction, pk):
    return introduction.second_id if introduction.first_id == pk else introduction.first_id


@members_only
def founding_link_give(request, seat, pk):
    """Answer with a founding link for this thread alone."""
    wish = get_object_or_404(wishes_of(seat), pk=pk)
    if request.method != "POST":
        return redirect("support:wish-detail", seat.group.address, pk)
    form = GiveLinkForm(request.POST)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            actions.give_founding_link(wish, seat=seat, text=typed["text"], seen=typed["seen"] or 0, now=timezone.now())
        except ValidationError as refusal:
            if getattr(refusal, "code", "") == "overtaken":
                return show_wish(request, seat, pk, form=typed_again(form, wish), refusal=refusal)
            form.add_error(None, refusal)
        else:
            return redirect("support:wish-detail", seat.group.address, pk)
    return show_wish(request, seat, pk, form=form)


def typed_again(form, wish):
    """The same text, for a second try after the member has read what came meanwhile."""
    wish.thread.refresh_from_db()
    data = form.data.copy()
    data["seen"] = str(wish.thread.length)
    return GiveLinkForm(data)


@members_only
def introduction_propose(request, seat, pk):
    """Ask two people whether they want to meet."""
    wish = get_object_or_404(wishes_of(seat), pk=pk)
    if request.method == "POST":
        other = request.POST.get("other", "")
        other = wishes_of(seat).filter(pk=int(other) if other.isdecimal() and len(other) < 20 else 0).first()
        try:
            introductions.propose_introduction(seat, wish, other or wish, today=timezone.now().date())
        except ValidationError as refusal:
            return show_wish(request, seat, pk, refusal=refusal)
    return redirect("support:wish-detail", seat.group.address, pk)

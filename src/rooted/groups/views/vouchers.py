"""Two vouchers: the group's rule, the newcomer who waits, and the second member who lets them in."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from rooted.groups import vouching
from rooted.groups.access import members_only, seat_at, seat_names
from rooted.groups.forms import VouchForm
from rooted.groups.models import Newcomer, Seat


@members_only
def vouchers(request, seat):
    """How many members it takes to let somebody in; a POST asks for two."""
    if request.method == "POST":
        vouching.ask_for_two(seat, today=timezone.now().date())
        return redirect("groups:vouchers", seat.group.address)
    wants = seat.group.one_voucher_by_id
    context = {
        "seat": seat,
        "alone": Seat.objects.taken().filter(group=seat.group).count() < vouching.FEWEST,
        "proposer": seat_names(seat).get(wants, "") if wants else "",
        "yours": wants == seat.pk,
    }
    return render(request, "groups/vouchers.html", context)


@require_POST
@members_only
def vouchers_end(request, seat):
    vouching.ask_for_one(seat)
    return redirect("groups:vouchers", seat.group.address)


@require_POST
@members_only
def vouchers_keep(request, seat):
    vouching.keep_two(seat)
    return redirect("groups:vouchers", seat.group.address)


@members_only
def newcomer_vouch(request, seat, pk):
    """Hear a newcomer's four words and let them in; only this makes their key."""
    today = timezone.now().date()
    rows = Newcomer.objects.filter(pk=pk, group=seat.group, expires_on__gte=today)
    newcomer = rows.select_related("name_item").first()
    if newcomer is None:
        raise Http404
    form = VouchForm(request.POST or None)
    if form.is_valid():
        try:
            vouching.vouch(seat, pk, said=form.cleaned_data["said"], today=today)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("groups:seat-list", seat.group.address)
    context = {
        "seat": seat,
        "newcomer": newcomer,
        "name": vouching.newcomer_name(seat, newcomer),
        "first": seat_names(seat).get(newcomer.vouched_by_id, ""),
        "may": vouching.may_vouch(seat, newcomer),
        "form": form,
    }
    return render(request, "groups/newcomer_vouch.html", context)


@require_POST
@members_only
def newcomer_refuse(request, seat, pk):
    vouching.refuse(seat, pk)
    return redirect("groups:seat-list", seat.group.address)


def own_waiting(request, group):
    """This person's own waiting in the group at this address; 404 for everyone else, as if it were absent."""
    newcomer = vouching.waiting(request.keyring, group)
    if newcomer is None:
        raise Http404
    return newcomer


def waiting(request, group):
    """What a newcomer sees who waits for a second voucher; once they are in, the board."""
    seat = seat_at(request.keyring, group)
    if seat is not None:
        return redirect(seat.group.board_url)
    newcomer = own_waiting(request, group)
    ended = newcomer.expires_on < timezone.now().date()
    context = {"newcomer": newcomer, "words": vouching.spoken_words(newcomer).split(), "ended": ended}
    return render(request, "groups/waiting.html", context)


@require_POST
def waiting_end(request, group):
    vouching.withdraw_waiting(request.keyring, own_waiting(request, group))
    return redirect("/")

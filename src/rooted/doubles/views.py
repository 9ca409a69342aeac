"""Records that may be one, for the members of the groups that published them."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from rooted.doubles import access, actions
from rooted.doubles.beside import rows_of, should_stand
from rooted.doubles.forms import JoinForm, NameForm
from rooted.doubles.naming import name_pair
from rooted.doubles.saying import sentences
from rooted.groups.access import members_only

ON_A_PAGE = 50
LISTS = {
    "": (access.to_decide, ("asked_group", "-alike", "id")),
    "asked": (access.asked_by, ("-asked_on", "id")),
    "decided": (access.decided, ("-decided_on", "id")),
}


@members_only
def double_list(request, seat):
    which = request.GET.get("show", "")
    chosen, order = LISTS.get(which, LISTS[""])
    pages = Paginator(chosen(seat).order_by(*order).whole(), ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    for pair in page:
        pair.said = sentences(pair.reasons)
    context = {"page": page, "which": which, "query": f"show={which}" if which in LISTS and which else ""}
    return render(request, "doubles/double_list.html", context)


@members_only
def double_detail(request, seat, pk):
    return show(request, seat, pair_at(seat, pk))


@members_only
def double_add(request, seat, public_id):
    """A record of the group, and another that tells of the same struggle."""
    record = get_object_or_404(access.records_of(seat), public_id=public_id)
    form = NameForm(request.POST or None, record=record)
    if form.is_valid() and form.cleaned_data["other"]:
        try:
            pair = name_pair(record, form.cleaned_data["other"], today=timezone.localdate())
        except ValidationError as refusal:
            form.add_error("other", refusal)
        else:
            return redirect("doubles:double-detail", seat.group.address, pair.pk)
    return render(request, "doubles/double_add.html", {"record": record, "form": form})


@members_only
@require_POST
def double_join(request, seat, pk):
    pair = pair_at(seat, pk)
    form = JoinForm(request.POST, pair=pair, seat=seat)
    if not form.is_valid():
        return show(request, seat, pair, form=form)
    return decide(request, seat, pair, lambda: actions.join_records(pair, seat=seat, **form.cleaned_data))


@members_only
@require_POST
def double_keep(request, seat, pk):
    pair = pair_at(seat, pk)
    return decide(request, seat, pair, lambda: actions.keep_apart(pair, seat=seat))


@members_only
@require_POST
def double_part(request, seat, pk):
    pair = pair_at(seat, pk)
    return decide(request, seat, pair, lambda: actions.part_again(pair, seat=seat))


@members_only
@require_POST
def double_reopen(request, seat, pk):
    pair = pair_at(seat, pk)
    return decide(request, seat, pair, lambda: actions.open_again(pair, seat=seat))


def pair_at(seat, pk):
    return get_object_or_404(access.visible(seat).whole(), pk=pk)


def decide(request, seat, pair, act):
    """Do it, and come back to the pair; where somebody was faster, its page says so."""
    try:
        act()
    except ValidationError as refusal:
        return show(request, seat, pair_at(seat, pair.pk), refusal=refusal)
    return redirect("doubles:double-detail", seat.group.address, pair.pk)


def show(request, seat, pair, *, form=None, refusal=None):
    """Both records, and what this member can do now."""
    rows = rows_of(pair)
    stands = pair.standing is pair.one if pair.yields else should_stand(pair) == "one"
    context = {
        "pair": pair,
        "said": sentences(pair.reasons),
        "differing": [row for row in rows if row.differs],
        "same": [row for row in rows if not row.differs],
        "form": form or JoinForm(pair=pair, seat=seat, initial={"stands": "one" if stands else "other"}),
        "both_stand": actions.public(pair.one) and actions.public(pair.other),
        "may_part": access.may_part(pair),
        "may_reopen": access.may_open_again(pair, seat),
        "asked_us": pair.asked_group_id not in (None, seat.group_id),
        "refusal": refusal,
    }
    status = 409 if refusal else 200
    return render(request, "doubles/double_detail.html", context, status=status)

"""A group's area: its page, choosing it, writing about it, and what strangers read of it."""

import json

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.areas import actions
from rooted.areas.access import public_area, public_area_of
from rooted.areas.bounds import Bounds, from_plain, towns_of
from rooted.areas.forms import BoundsForm, TextForm
from rooted.areas.models import TEXTS, Piece
from rooted.areas.reading import overtaken_by, read_area, read_piece, was_saved
from rooted.areas.shown import in_words, marked_up, shown
from rooted.base.comparison import compare
from rooted.base.kept_pages import kept_for_strangers
from rooted.base.versions import SeenForm
from rooted.groups.access import members_only, public_group, seat_names
from rooted.people.access import open_to_strangers
from rooted.struggles.access import regions_known


@members_only
def area(request, seat):
    """Struggles nearby, in our branches, with our employers; beside each what the group writes."""
    opened = read_area(seat)
    context = {
        "seat": seat,
        "area": opened.area,
        "pieces": opened.pieces,
        "texts": marked_up(opened.texts),
        "published": public_area_of(seat.group),
        "public_url": reverse("areas:area-public", args=[seat.group.address]),
    }
    return render(request, "areas/area.html", context | shown(opened.bounds, request.GET.get("page")))


@open_to_strangers
@kept_for_strangers
def area_public(request, group):
    """The copy two members agreed to, with the figures of today; 404 if there is none."""
    found = public_area(public_group(group))
    content = json.loads(found.content)
    context = {"group": found.group, "published": found, "texts": marked_up(content["texts"])}
    return render(request, "areas/area_public.html", context | shown(from_plain(content), request.GET.get("page")))


@members_only
def area_choose(request, seat):
    """Say which towns, countries, regions and branches are the group's: one more of each at a time."""
    told = read_piece(seat, Piece.Name.BOUNDS)
    kept = from_plain(told.content) if told.content else Bounds()
    given = {"kept": kept, "regions": regions_known()}
    form = BoundsForm(request.POST or None, **given, initial={"keep": kept.tokens, "seen": told.number})
    if form.is_valid():
        chosen, seen = form.cleaned_data["bounds"], form.cleaned_data["seen"] or 0
        try:
            if chosen != kept:
                actions.save_bounds(seat, chosen, seen=seen, now=timezone.now())
        except ValidationError:
            told = read_piece(seat, Piece.Name.BOUNDS)
            data = request.POST.copy()
            data["seen"] = str(told.number)
            form = BoundsForm(data, kept=from_plain(told.content), regions=given["regions"])
            form.full_clean()
            form.add_error(None, overtaken_by(seat, told))
        else:
            return redirect("areas:area", seat.group.address)
    return render(request, "areas/area_choose.html", {"seat": seat, "form": form, "told": told})


@members_only
def text_write(request, seat, piece):
    """Save one of the texts, unless somebody saved it meanwhile: then show what changed, with the text kept."""
    if piece not in TEXTS:
        raise Http404
    told = read_piece(seat, piece)
    context = {"seat": seat, "title": Piece.Name(piece).label}
    form = TextForm(request.POST or None, initial={"text": told.text, "seen": told.number})
    if form.is_valid():
        text, seen = form.cleaned_data["text"], form.cleaned_data["seen"] or 0
        if (seen == told.number and told.text == text) or save(seat, piece, text, seen):
            return redirect("areas:area", seat.group.address)
        told = read_piece(seat, piece)
        context |= {"meanwhile": True, "yours": compare(told.text, text)}
        context["theirs"] = compare(told.before, told.text) if seen == told.number - 1 else None
        form = form.again(told.number, overtaken_by(seat, told))
    return render(request, "areas/text_write.html", context | {"form": form, "told": told})


def save(seat, piece, text, seen):
    """Save what was typed; whether that text stands there now, also when the form was sent twice."""
    try:
        actions.save_text(seat, piece, text, seen=seen, now=timezone.now())
    except ValidationError:
        return was_saved(seat, read_piece(seat, piece), text)
    return True


@members_only
def area_publish(request, seat):
    """What will strangers read? The first member agrees, then another: from then on they read it."""
    opened = read_area(seat)
    if opened.area is None:
        return redirect("areas:area", seat.group.address)
    form = SeenForm(request.POST or None, initial={"seen": opened.area.number})
    if request.method == "POST" and form.is_valid():
        try:
            agree(seat, opened, form.cleaned_data["seen"] or 0)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("areas:area", seat.group.address)
    first = actions.put_forward_by(opened.area, seat)
    html = marked_up(opened.texts)
    context = {"seat": seat, "form": form, "area": opened.area, "published": public_area_of(seat.group)}
    context |= {"first": first, "mine": first == seat.pk, "who": seat_names(seat).get(first or 0)}
    context |= {"told": [(name.label, html[name]) for name in TEXTS if name in html]}
    return render(request, "areas/area_publish.html", context | in_words(opened.bounds, towns_of(opened.bounds)))


def agree(seat, opened, seen):
    """The first yes, or the second."""
    if not (opened.bounds or opened.texts):
        raise ValidationError(_("There is nothing to show yet. Choose your area first."))
    if opened.area.forward is None:
        actions.put_forward(opened.area, seat=seat, seen=seen, now=timezone.now())
        return
    said = {"bounds": opened.bounds, "texts": opened.texts, "today": timezone.localdate()}
    actions.publish_area(opened.area, seat=seat, seen=seen, **said)


@members_only
def area_take_back(request, seat):
    """Let strangers read nothing any more, at once, after asking once."""
    if request.method == "POST" and request.POST.get("sure") == "yes":
        actions.take_back(seat.group)
        return redirect("areas:area", seat.group.address)
    return render(request, "areas/area_take_back.html", {"seat": seat})

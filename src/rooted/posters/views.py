"""Making a poster, and where each hangs."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rooted.base import printing
from rooted.groups.access import members_only
from rooted.posters import actions
from rooted.posters.access import posters_of
from rooted.posters.board import rows
from rooted.posters.forms import PosterHangForm, PosterMakeForm, RenewForm
from rooted.posters.paper import TEMPLATE, paper

PAGE = 50
BUSY = _("Other papers are being made at this moment. Nothing is lost. Try again in a moment.")
FAILED = _("This paper could not be made. Try with fewer or shorter words.")


@members_only
def poster_list(request, seat):
    """Where posters hang, the one to renew first on top; with ?show=down those taken down."""
    down = request.GET.get("show") == "down"
    posters = posters_of(seat).filter(down_on__isnull=not down)
    page = Paginator(posters, PAGE).get_page(request.GET.get("page"))
    context = {"seat": seat, "down": down, "page": page, "rows": rows(seat, page.object_list)}
    return render(request, "posters/poster_list.html", context)


@members_only
def poster_make(request, seat):
    """Choose and print: the PDF is the answer to the form, and nothing of it is kept."""
    form = PosterMakeForm(request.POST or None, group=seat.group)
    if form.is_valid():
        try:
            made = printing.pdf(TEMPLATE, paper(seat.group, server=server(request), **form.paper()))
        except (printing.Busy, printing.Failed) as refusal:
            form.add_error(None, BUSY if isinstance(refusal, printing.Busy) else FAILED)
        else:
            headers = {"Content-Disposition": 'attachment; filename="notice.pdf"'}
            return HttpResponse(made, content_type="application/pdf", headers=headers)
    context = {"seat": seat, "form": form, "here_only": not settings.ADDRESS}
    return render(request, "posters/poster_make.html", context)


def server(request):
    return settings.ADDRESS or request.build_absolute_uri("/").rstrip("/")


@members_only
def poster_hang(request, seat):
    """Write down where a poster hangs."""
    form = PosterHangForm(request.POST or None)
    if form.is_valid():
        actions.hang_poster(seat, told=form.told(), renew_on=form.cleaned_data["renew_on"], now=timezone.now())
        return redirect("posters:poster-list", seat.group.address)
    return render(request, "posters/poster_hang.html", {"seat": seat, "form": form})


@members_only
def poster_renew(request, seat, pk):
    """It was hung anew: until when?"""
    poster = get_object_or_404(posters_of(seat), pk=pk)
    form = RenewForm(request.POST or None)
    if form.is_valid():
        try:
            actions.renew_poster(poster, renew_on=form.cleaned_data["renew_on"])
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("posters:poster-list", seat.group.address)
    (row,) = rows(seat, [poster])
    return render(request, "posters/poster_renew.html", {"seat": seat, "form": form, "row": row})


@members_only
def poster_take_down(request, seat, pk):
    """It no longer hangs."""
    poster = get_object_or_404(posters_of(seat), pk=pk)
    if request.method == "POST":
        actions.take_poster_down(poster, today=timezone.localdate())
        return redirect("posters:poster-list", seat.group.address)
    return redirect("posters:poster-renew", seat.group.address, pk)

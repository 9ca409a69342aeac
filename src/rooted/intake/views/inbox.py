"""What the group decides about letters to come; those held back; the counts."""

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from rooted.groups.access import members_only
from rooted.intake.access import threads_of
from rooted.intake.counts import months_page
from rooted.intake.flood import inbox_of
from rooted.intake.held import erase_held, release_held
from rooted.intake.inbox import decide, decided
from rooted.intake.member_forms import InboxForm
from rooted.intake.reading import letter_rows

PAGE = 100


@members_only
def inbox_edit(request, seat):
    """The group's own question, how many letters are too many, and whether new ones are taken."""
    inbox, today = inbox_of(seat.group), timezone.now().date()
    form = InboxForm(request.POST if request.method == "POST" else None, initial=decided(inbox, today))
    if form.is_valid():
        decide(seat.group, **form.cleaned_data, today=today)
        return redirect("intake:letter-list", seat.group.address)
    return render(request, "intake/inbox_edit.html", {"seat": seat, "form": form})


@members_only
def held_list(request, seat):
    """Letters that came in a flood, to be let in or erased, many at once."""
    threads = threads_of(seat).held().order_by("held_on", "pk")
    page = Paginator(threads, PAGE).get_page(request.GET.get("page"))
    context = {"seat": seat, "page": page, "rows": letter_rows(seat, page.object_list)}
    return render(request, "intake/held_list.html", context)


def chosen(request, seat):
    """The held letters that were ticked; all of them where "all" was pressed."""
    if request.POST.get("which") == "all":
        return list(threads_of(seat).held().values_list("pk", flat=True))
    typed = [value for value in request.POST.getlist("letter") if value.isascii() and value.isdigit()]
    return [pk for pk in map(int, (value[:20] for value in typed)) if pk < 2**63]


@require_POST
@members_only
def held_release(request, seat):
    """Let them in."""
    release_held(seat.group, chosen(request, seat), today=timezone.now().date())
    return redirect("intake:held-list", seat.group.address)


@members_only
def held_erase(request, seat):
    """Erase them for good, after asking once."""
    pks = chosen(request, seat) if request.method == "POST" else []
    if pks and request.POST.get("sure") != "yes":
        held = threads_of(seat).held().filter(pk__in=pks)
        return render(request, "intake/held_erase.html", {"seat": seat, "threads": held, "count": held.count()})
    erase_held(seat.group, pks)
    return redirect("intake:held-list", seat.group.address)


@members_only
def letter_counts(request, seat):
    """How many letters, about what, in which language, and how they ended; no letter is named."""
    return render(request, "intake/letter_counts.html", {"seat": seat, "months": months_page(seat)})

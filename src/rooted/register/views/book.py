"""The register on paper and as a file."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from rooted.base import markup
from rooted.groups.access import members_only
from rooted.register.document import write_document
from rooted.register.reading import entry_rows, filed, first_broken, words_of

PAGE = 50


@members_only
def minute_book(request, seat):
    """Everything that was decided, number 1 first, to be printed, read out and signed."""
    rows = entry_rows(seat)
    page = Paginator(rows[::-1], PAGE).get_page(request.GET.get("page"))
    last = page.object_list[-1].entry if page.object_list else None
    context = {
        "seat": seat,
        "page": page,
        "today": timezone.localdate(),
        "broken": first_broken(rows),
        "last": last,
        "words": words_of(seat, last) if last else "",
        "head": bytes(last.head).hex() if last else "",
        "rows": [(row, markup.html(row.decision.text) if row.decision else "") for row in page.object_list],
    }
    return render(request, "register/minute_book.html", context)


@members_only
def register_file(request, seat):
    """The whole register as a file, with its texts or without; it tells first what does not burn in it."""
    if request.method == "POST":
        data = write_document(filed(entry_rows(seat)), with_texts=request.POST.get("texts") == "yes")
        name = {"Content-Disposition": 'attachment; filename="register.json"'}
        return HttpResponse(data, content_type="application/json", headers=name)
    return render(request, "register/register_file.html", {"seat": seat})

"""Files of letters and answers, to be saved: members by an address, the stranger by the words in a form."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from rooted.base import seal, uploads
from rooted.circles.files import chunks_of
from rooted.groups.access import members_only
from rooted.intake.files import files_for_stranger, files_of, shown_to_member
from rooted.intake.forms import LetterMoreForm, ReceiptForm
from rooted.intake.views.stranger import ask_for_words, opened_by, show_conversation
from rooted.people.access import open_to_strangers


def handed_over(open_file):
    """The file as a download; 404 when it cannot be opened."""
    if open_file is None:
        raise Http404
    try:
        return uploads.download(chunks_of(open_file), media_type=open_file.media_type, size=open_file.size)
    except seal.Closed:
        raise Http404 from None


@require_safe
@members_only
def letter_file(request, seat, pk):
    """A file that came with a letter or an answer."""
    return handed_over(shown_to_member(seat, get_object_or_404(files_of(seat), pk=pk)).open_file)


@open_to_strangers
def answer_file(request):
    """A file the group sent with an answer, for whoever has the words."""
    if request.method != "POST":
        return redirect("intake:receipt")
    form = ReceiptForm(request.POST)
    opened = opened_by(request, form)
    if opened is None:
        return ask_for_words(request, form)
    for one in files_for_stranger(opened)["files"]:
        if str(one.sent.pk) == request.POST.get("file", ""):
            return handed_over(one.open_file)
    return show_conversation(request, opened, LetterMoreForm(initial={"receipt": form["receipt"].value()}))

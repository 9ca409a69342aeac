"""What somebody without an account opens. Words travel in the body of each form, nowhere else."""

from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rooted.base import seal
from rooted.groups.access import may_found, public_group
from rooted.groups.views.joining import picture
from rooted.intake import flood
from rooted.intake.forms import BUSY, TRAP, ReceiptForm
from rooted.intake.receipts import keys_of
from rooted.intake.sealed import ASKED
from rooted.intake.views.stranger import opened_by, show_words
from rooted.people.access import open_to_strangers
from rooted.support import introductions
from rooted.support.access import help_entries, hosts, is_host
from rooted.support.actions import ask_to_start
from rooted.support.forms import HelpFilters, IntroductionAnswerForm, IntroductionWriteForm, StartForm
from rooted.support.importing import export_directory
from rooted.support.models import Wish

PAGE = 50


@require_safe
@open_to_strangers
def start(request):
    """For two people with two phones: whom to ask, what comes then; or where to turn to."""
    context = {"hosts": hosts(), "may_found": may_found(), "founding": settings.FOUNDING}
    return render(request, "support/start.html", context)


@open_to_strangers
def start_letter(request, group):
    """Write to a group that hosts; once sent, the words, in the same answer."""
    group = public_group(group)
    if not group.listed or not is_host(group):
        raise Http404
    gate = flood.gate(group, today=timezone.now().date())
    form = StartForm(request.POST or None, group=group, gate=gate)
    if form.is_valid():
        try:
            thread = deliver(form)
        except seal.Busy:
            form.add_error(None, BUSY)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return show_words(request, form.receipt(), group=group, brings="start", held=thread.held_on)
    return render(request, "support/start_letter.html", {"asked": group, "form": form, "gate": gate, "trap": TRAP})


def deliver(form):
    return ask_to_start(
        form.group,
        keys=keys_of(form.receipt()),
        letter={name: form.cleaned_data.get(name, "") for name in ASKED},
        wish=form.wish(),
        language=form.cleaned_data["language"],
        now=timezone.now(),
        danger=form.cleaned_data.get("danger", ()),
    )


@open_to_strangers
def start_back(request):
    """What came of a letter of this kind: the founding link, and who wants to meet."""
    form = ReceiptForm(request.POST if request.method == "POST" else None)
    opened = opened_by(request, form) if request.method == "POST" else None
    return show_start(request, opened, form)


def show_start(request, opened, form, *, typed=None):
    """The page of a stranger's start; `typed` is a form of it that was refused."""
    context = {"form": form, "receipt": form["receipt"].value() or "", "opened": opened}
    wish = Wish.objects.filter(thread=opened.thread).select_related("link").first() if opened else None
    if wish is not None:
        context |= {
            "wish": wish,
            "town": introductions.opened_copy(opened, wish.copy).get("town", ""),
            "asked": [asked_with_forms(one, context["receipt"], typed) for one in introductions.asked(opened, wish)],
            **given_link(request, opened, wish),
        }
    if typed is not None and all(own is not typed for _one, own in context.get("asked", [])):
        context["unplaced"] = typed  # what it belonged to is gone, or the words did not open: nothing typed is lost
    return render(request, "support/start_back.html", context)


def given_link(request, opened, wish):
    """The founding link as text and picture while it can be used."""
    if wish.link is None or wish.link.expires_on < timezone.now().date():
        return {"link_over": wish.link_on is not None}
    path = introductions.opened_copy(opened, wish.link_copy).get("path", "")
    link = (settings.ADDRESS or f"{request.scheme}://{request.get_host()}") + path
    return {"link": link, "path": path, "picture": picture(link)} if path else {}


def asked_with_forms(one, receipt, typed):
    """An introduction with the form it needs now: the one that was typed in, or an empty one."""
    kind = IntroductionWriteForm if one.introduction.met_on else IntroductionAnswerForm
    pk = one.introduction.pk
    if isinstance(typed, kind) and str(typed["introduction"].value()) == str(pk):
        return one, typed
    begun = {"receipt": receipt, "introduction": pk}
    return one, kind(pk=pk, initial=begun if one.introduction.met_on else begun | {"text": one.mine})


def act_on_introduction(request, kind, deed):
    """Do `deed(opened, form)` with a valid form, then show the page; what was refused stands in it again."""
    if request.method != "POST":
        return redirect("support:start-back")
    words = ReceiptForm(request.POST)
    opened = opened_by(request, words)
    number = request.POST.get("introduction", "")
    form = kind(request.POST, pk=number if number.isdecimal() else "")
    if opened is not None and form.is_valid():
        try:
            deed(opened, form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
    if opened is None and form.is_bound:
        form.is_valid()
        form.add_error(None, words.non_field_errors())
    done = opened is not None and form.is_valid()
    return show_start(request, opened, words, typed=None if done else form)


@open_to_strangers
def introduction_answer(request):
    """Yes or no to being introduced."""

    def answer(opened, typed):
        introductions.answer_introduction(
            opened, typed["introduction"], yes=typed["answer"] == "yes", text=typed["text"], now=timezone.now()
        )

    return act_on_introduction(request, IntroductionAnswerForm, answer)


@open_to_strangers
def introduction_write(request):
    """Write to the other once both said yes."""

    def write(opened, typed):
        introductions.write_to_the_other(
            opened, typed["introduction"], text=typed["text"], token=typed["token"], now=timezone.now()
        )

    return act_on_introduction(request, IntroductionWriteForm, write)


@require_safe
@open_to_strangers
def help_list(request):
    """Groups that stand by others, here and elsewhere."""
    form = HelpFilters(request.GET or None)
    entries, narrowed = help_entries(), False
    if form.is_valid():
        for field, name in (("language", "languages"), ("kind", "kinds")):
            if code := form.cleaned_data[field]:
                entries, narrowed = entries.filter(**{f"{name}__contains": f",{code},"}), True
    page = Paginator(entries, PAGE).get_page(request.GET.get("page"))
    query = urlencode(form.cleaned_data) if narrowed else ""
    return render(request, "support/help_list.html", {"form": form, "page": page, "narrowed": narrowed, "query": query})


@require_safe
@open_to_strangers
def help_export(request):
    """The whole list as a file, for other servers."""
    content = export_directory(address=settings.ADDRESS, today=timezone.now().date())
    response = HttpResponse(content, content_type="application/json; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="rooted-directory.json"'
    return response

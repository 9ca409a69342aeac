"""The tellers' page: a code, what is asked, what the sitting counted. All travels in the body of the form."""

from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils import timezone

from rooted.ballots.codes import keys_of
from rooted.ballots.count_forms import TYPED, count_form
from rooted.ballots.counting_hands import BUSY, WrongCode, count_hands, open_sitting
from rooted.ballots.forms import WRONG_CODE, CodeForm
from rooted.ballots.methods import RANK
from rooted.base import seal, throttle
from rooted.groups.access import public_group
from rooted.people.access import open_to_strangers


@open_to_strangers
def count(request, group):
    """Type a code; type what was counted; read whether both tellers agree. Figures come back with a refused code."""
    group = public_group(group)
    form = CodeForm(request.POST or None)
    opened = opened_by(request, form, group) if form.is_valid() else None
    context = {"group": group, "form": form}
    if opened is not None:
        context |= counted(request, opened)
    else:
        context["typed"] = [pair for pair in request.POST.items() if pair[0].startswith(TYPED)]
    return render(request, "ballots/count.html", context)


def opened_by(request, form, group):
    """The sitting a code opens; else None and the reason in the form. Any code costs one Argon2id."""
    try:
        throttle.slow(request, "count")
        return open_sitting(group, keys_of(form.cleaned_data["code"], group.pk))
    except (seal.Busy, throttle.Busy):
        form.add_error(None, BUSY)
    except WrongCode:
        throttle.failed(request, "count")
        form.add_error("code", WRONG_CODE)
    except ValidationError as refusal:
        form.add_error(None, refusal)
    return None


def counted(request, opened):
    """What the page shows once the code was right; takes the figures, if any came with it."""
    code, asked = request.POST["code"], opened.asked
    if "present" not in request.POST:
        return {"opened": opened, "form": count_form(asked, code=code)}
    form = count_form(asked, request.POST)
    if form.is_valid():
        if "add" in request.POST and asked.how.form == RANK:
            return {"opened": opened, "form": form.added()}
        try:
            said = count_hands(opened, **form.counted, today=timezone.localdate())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            begun = form.longer  # nobody types forty lines twice
            return {"opened": opened, "said": said, "form": count_form(asked, code=code, begun=begun)}
    return {"opened": opened, "form": form}

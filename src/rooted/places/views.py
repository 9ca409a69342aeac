"""Looking towns up."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from rooted.places.finding import towns_beginning
from rooted.places.forms import TownSearchForm


@require_safe
def town_list(request):
    """Towns whose name begins with what was typed; a field of another form asks with its own name as `of`."""
    typed = request.GET.get(request.GET.get("of", "q"), "")
    form = TownSearchForm({"q": typed} if request.GET else None)
    asked = form.is_valid() and form.cleaned_data["q"]
    towns = towns_beginning(asked) if asked else []
    return render(request, "places/town_list.html", {"form": form, "asked": asked, "towns": towns})


town_list.open_to_strangers = True  # type: ignore[attr-defined]  # the mark of people.access, which stands beside this app

"""Views that do what no view may do, for test_access: the walk must see each. The product's own stand beside."""

from django.http import HttpResponse, HttpResponseNotFound
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from rooted.config import urls
from rooted.groups.models import Group
from rooted.people.access import open_to_strangers


@open_to_strangers
@csrf_exempt
def writes(request):
    Group.objects.update(area="Elsewhere")
    return HttpResponse("done")


@open_to_strangers
@csrf_exempt
def refuses_and_writes(request):
    writes(request)
    return HttpResponseNotFound("Not here")


@open_to_strangers
def tells(request):
    return HttpResponse("Here is the letter")


@open_to_strangers
def breaks(request):
    raise RuntimeError("planted")


PLANTED = {"writes/": writes, "refuses-and-writes/": refuses_and_writes, "tells/": tells, "breaks/": breaks}
urlpatterns = [*(path(address, view) for address, view in PLANTED.items()), *urls.urlpatterns]
handler400, handler404, handler500 = urls.handler400, urls.handler404, urls.handler500

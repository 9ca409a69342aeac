"""Towns and countries."""

from django.urls import path

from rooted.places import views

app_name = "places"
urlpatterns = [path("towns/", views.town_list, name="town-list")]

"""The one page of tellers: what a sitting counted."""

from django.urls import path

from rooted.ballots import views

app_name = "ballots"
urlpatterns = [
    path("g/<group:group>/count/", views.count, name="count"),
]

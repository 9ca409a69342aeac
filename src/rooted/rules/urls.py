"""How we decide here."""

from django.urls import path

from rooted.rules import views

app_name = "rules"
urlpatterns = [
    path("g/<group:group>/rules/", views.rules, name="rules"),
]

"""The first pages: for strangers, for a signed-in person, for a group."""

from django.urls import path

from rooted.home import views

app_name = "home"
urlpatterns = [
    path("", views.front, name="front"),
    path("home/", views.home, name="home"),
    path("privacy/", views.privacy, name="privacy"),
    path("g/<group:group>/board/", views.board, name="board"),
]

"""The first pages: for strangers, for a signed-in person, for a group."""

from django.urls import path

from rooted.home import views

app_name = "home"
urlpatterns = [
    path("", views.front, name="front"),
    path("home/", views.home, name="home"),
    path("you/data/", views.own_data, name="own-data"),
    path("you/leave/", views.leave_server, name="leave-server"),
    path("privacy/", views.privacy, name="privacy"),
    path("g/<group:group>/board/", views.board, name="board"),
    path("g/<group:group>/search/", views.search, name="search"),
]

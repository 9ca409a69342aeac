"""Pages that belong to no part."""

from django.urls import path

from rooted.base import views

app_name = "base"
urlpatterns = [
    path("language/", views.language_set, name="language-set"),
    path("leave/", views.leave, name="leave"),
    path("patterns/", views.patterns, name="patterns"),
    path("source/", views.source, name="source"),
    path("source.tar.gz", views.source_archive, name="source-archive"),
    path("robots.txt", views.robots, name="robots"),
]

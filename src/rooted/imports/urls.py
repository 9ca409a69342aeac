"""A group's imports into the chronicle, under its own address."""

from django.urls import path

from rooted.imports import views

app_name = "imports"
urlpatterns = [
    path("g/<group:group>/struggles/imports/", views.import_list, name="import-list"),
    path("g/<group:group>/struggles/imports/<uuid:pk>/", views.import_detail, name="import-detail"),
    path("g/<group:group>/struggles/imports/<uuid:pk>/forward/", views.import_forward, name="import-forward"),
    path("g/<group:group>/struggles/imports/<uuid:pk>/clear/", views.import_clear, name="import-clear"),
]

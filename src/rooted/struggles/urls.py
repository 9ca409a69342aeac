"""The chronicle for everyone; a group's imports under its own address."""

from django.urls import path

from rooted.struggles import views

app_name = "struggles"
urlpatterns = [
    path("struggles/", views.struggle_list, name="struggle-list"),
    path("struggles/<uuid:pk>/", views.struggle_detail, name="struggle-detail"),
    path("g/<group:group>/struggles/imports/", views.import_list, name="import-list"),
    path("g/<group:group>/struggles/imports/<uuid:pk>/", views.import_detail, name="import-detail"),
    path("g/<group:group>/struggles/imports/<uuid:pk>/forward/", views.import_forward, name="import-forward"),
    path("g/<group:group>/struggles/imports/<uuid:pk>/clear/", views.import_clear, name="import-clear"),
]

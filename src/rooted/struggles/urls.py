"""The chronicle for everyone."""

from django.urls import path

from rooted.struggles import views

app_name = "struggles"
urlpatterns = [
    path("struggles/", views.struggle_list, name="struggle-list"),
    path("struggles/map/", views.struggle_map, name="struggle-map"),
    path("struggles/timeline/", views.struggle_timeline, name="struggle-timeline"),
    path("struggles/<uuid:public_id>/", views.struggle_detail, name="struggle-detail"),
]

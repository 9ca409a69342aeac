"""A group's reading of its area."""

from django.urls import path

from rooted.areas import views

app_name = "areas"
urlpatterns = [
    path("g/<group:group>/area/", views.area, name="area"),
    path("g/<group:group>/area/public/", views.area_public, name="area-public"),
    path("g/<group:group>/area/choose/", views.area_choose, name="area-choose"),
    path("g/<group:group>/area/publish/", views.area_publish, name="area-publish"),
    path("g/<group:group>/area/take-back/", views.area_take_back, name="area-take-back"),
    path("g/<group:group>/area/write/<slug:piece>/", views.text_write, name="text-write"),
]

"""Likely doubles of records, for members of the groups that published them."""

from django.urls import path

from rooted.doubles import views

app_name = "doubles"
urlpatterns = [
    path("g/<group:group>/struggles/doubles/", views.double_list, name="double-list"),
    path("g/<group:group>/struggles/doubles/add/<uuid:public_id>/", views.double_add, name="double-add"),
    path("g/<group:group>/struggles/doubles/<uuid:pk>/", views.double_detail, name="double-detail"),
    path("g/<group:group>/struggles/doubles/<uuid:pk>/join/", views.double_join, name="double-join"),
    path("g/<group:group>/struggles/doubles/<uuid:pk>/keep/", views.double_keep, name="double-keep"),
    path("g/<group:group>/struggles/doubles/<uuid:pk>/part/", views.double_part, name="double-part"),
    path("g/<group:group>/struggles/doubles/<uuid:pk>/reopen/", views.double_reopen, name="double-reopen"),
]

"""Every address of the bare project."""

from django.urls import path

from bare import views

urlpatterns = [
    path("", views.hello, name="hello"),
    path("records/", views.record_list, name="record-list"),
    path("records/<int:pk>/", views.record_detail, name="record-detail"),
    path("mine/<int:count>/", views.mine, name="mine"),
    path("note/", views.note, name="note"),
    path("search/", views.search, name="search"),
]

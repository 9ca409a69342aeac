from django.urls import path

from rooted.shelf import views

app_name = "shelf"
urlpatterns = [
    path("g/<group:group>/shelf/", views.file_list, name="file-list"),
    path("g/<group:group>/shelf/add/", views.file_add, name="file-add"),
    path("g/<group:group>/shelf/<key:pk>/", views.file_detail, name="file-detail"),
    path("g/<group:group>/shelf/<key:pk>/download/", views.file_download, name="file-download"),
    path("g/<group:group>/shelf/<key:pk>/title/", views.file_rename, name="file-rename"),
    path("g/<group:group>/shelf/<key:pk>/erase/", views.file_erase, name="file-erase"),
]

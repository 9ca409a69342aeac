"""The register of a group: what it decided."""

from django.urls import path

from rooted.register.views import book, entries

app_name = "register"
urlpatterns = [
    path("g/<group:group>/register/", entries.entry_list, name="entry-list"),
    path("g/<group:group>/register/add/", entries.entry_add, name="entry-add"),
    path("g/<group:group>/register/book/", book.minute_book, name="minute-book"),
    path("g/<group:group>/register/file/", book.register_file, name="register-file"),
    path("g/<group:group>/register/<key:pk>/", entries.entry_detail, name="entry-detail"),
    path("g/<group:group>/register/<key:pk>/correct/", entries.entry_correct, name="entry-correct"),
    path("g/<group:group>/register/<key:pk>/burn/", entries.entry_burn, name="entry-burn"),
    path("g/<group:group>/register/<key:pk>/done/", entries.entry_done, name="entry-done"),
]

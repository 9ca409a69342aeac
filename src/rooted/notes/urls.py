from django.urls import path

from rooted.notes.views import announcements, notes, versions

app_name = "notes"
urlpatterns = [
    path("g/<group:group>/announcements/", announcements.announcement_list, name="announcement-list"),
    path("g/<group:group>/announcements/new/", announcements.announcement_write, name="announcement-write"),
    path("g/<group:group>/announcements/count/", announcements.announcement_counting, name="announcement-counting"),
    path("g/<group:group>/announcements/<key:pk>/", announcements.announcement_detail, name="announcement-detail"),
    path(
        "g/<group:group>/announcements/<key:pk>/correct/",
        announcements.announcement_correct,
        name="announcement-correct",
    ),
    path(
        "g/<group:group>/announcements/<key:pk>/withdraw/",
        announcements.announcement_withdraw,
        name="announcement-withdraw",
    ),
    path("g/<group:group>/announcements/<key:pk>/read/", announcements.announcement_read, name="announcement-read"),
    path("g/<group:group>/notes/", notes.note_list, name="note-list"),
    path("g/<group:group>/notes/new/", notes.note_write, name="note-write"),
    path("g/<group:group>/notes/<key:pk>/", notes.note_detail, name="note-detail"),
    path("g/<group:group>/notes/<key:pk>/edit/", notes.note_edit, name="note-edit"),
    path("g/<group:group>/notes/<key:pk>/erase/", notes.note_erase, name="note-erase"),
    path("g/<group:group>/notes/<key:pk>/versions/", versions.version_list, name="version-list"),
    path("g/<group:group>/notes/<key:pk>/compare/", versions.version_compare, name="version-compare"),
    path("g/<group:group>/notes/versions/<key:pk>/", versions.version_detail, name="version-detail"),
    path("g/<group:group>/notes/versions/<key:pk>/restore/", versions.version_restore, name="version-restore"),
]

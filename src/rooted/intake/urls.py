from django.urls import path

from rooted.intake.views import members, stranger

app_name = "intake"
urlpatterns = [
    path("g/<group:group>/letter/", stranger.letter, name="letter"),
    path("letters/back/", stranger.receipt, name="receipt"),
    path("letters/save/", stranger.letter_save, name="letter-save"),
    path("letters/write/", stranger.letter_more, name="letter-more"),
    path("letters/delete/", stranger.letter_delete, name="letter-delete"),
    path("g/<group:group>/letters/", members.letter_list, name="letter-list"),
    path("g/<group:group>/letters/<key:pk>/", members.letter_detail, name="letter-detail"),
    path("g/<group:group>/letters/<key:pk>/take/", members.letter_take, name="letter-take"),
    path("g/<group:group>/letters/<key:pk>/release/", members.letter_release, name="letter-release"),
    path("g/<group:group>/letters/<key:pk>/answer/", members.letter_answer, name="letter-answer"),
    path("g/<group:group>/letters/<key:pk>/note/", members.letter_note, name="letter-note"),
    path("g/<group:group>/letters/<key:pk>/close/", members.letter_close, name="letter-close"),
    path("g/<group:group>/letters/<key:pk>/reopen/", members.letter_reopen, name="letter-reopen"),
]

from django.urls import path

from rooted.intake.views import answering, book, files, inbox, interpreting, members, spoken, stranger

app_name = "intake"
urlpatterns = [
    path("g/<group:group>/letter/", stranger.letter, name="letter"),
    path("struggles/<uuid:public_id>/ask/", stranger.struggle_ask, name="struggle-ask"),
    path("letters/back/", stranger.receipt, name="receipt"),
    path("letters/save/", stranger.letter_save, name="letter-save"),
    path("letters/write/", stranger.letter_more, name="letter-more"),
    path("letters/delete/", stranger.letter_delete, name="letter-delete"),
    path("letters/file/", files.answer_file, name="answer-file"),
    path("interpret/<key:pk>/", interpreting.interpret, name="interpret"),
    path("g/<group:group>/letters/", members.letter_list, name="letter-list"),
    path("g/<group:group>/letters/spoken/", spoken.letter_spoken, name="letter-spoken"),
    path("g/<group:group>/letters/counts/", inbox.letter_counts, name="letter-counts"),
    path("g/<group:group>/letters/inbox/", inbox.inbox_edit, name="inbox-edit"),
    path("g/<group:group>/letters/held/", inbox.held_list, name="held-list"),
    path("g/<group:group>/letters/held/release/", inbox.held_release, name="held-release"),
    path("g/<group:group>/letters/held/erase/", inbox.held_erase, name="held-erase"),
    path("g/<group:group>/letters/book/", book.book_list, name="book-list"),
    path("g/<group:group>/letters/book/add/", book.book_add, name="book-add"),
    path("g/<group:group>/letters/book/<key:pk>/", book.book_edit, name="book-edit"),
    path("g/<group:group>/letters/book/<key:pk>/erase/", book.book_erase, name="book-erase"),
    path("g/<group:group>/letters/quick/", book.quick_list, name="quick-list"),
    path("g/<group:group>/letters/quick/add/", book.quick_add, name="quick-add"),
    path("g/<group:group>/letters/quick/<key:pk>/", book.quick_edit, name="quick-edit"),
    path("g/<group:group>/letters/quick/<key:pk>/erase/", book.quick_erase, name="quick-erase"),
    path(
        "g/<group:group>/letters/interpreters/<key:pk>/withdraw/",
        interpreting.interpreter_withdraw,
        name="interpreter-withdraw",
    ),
    path("g/<group:group>/letters/files/<key:pk>/", files.letter_file, name="letter-file"),
    path("g/<group:group>/letters/<key:pk>/", members.letter_detail, name="letter-detail"),
    path("g/<group:group>/letters/<key:pk>/take/", members.letter_take, name="letter-take"),
    path("g/<group:group>/letters/<key:pk>/release/", members.letter_release, name="letter-release"),
    path("g/<group:group>/letters/<key:pk>/answer/", answering.letter_answer, name="letter-answer"),
    path("g/<group:group>/letters/<key:pk>/insert/", answering.letter_insert, name="letter-insert"),
    path("g/<group:group>/letters/<key:pk>/note/", answering.letter_note, name="letter-note"),
    path("g/<group:group>/letters/<key:pk>/danger/", answering.letter_danger, name="letter-danger"),
    path("g/<group:group>/letters/<key:pk>/interpreter/", interpreting.interpreter_invite, name="interpreter-invite"),
    path(
        "g/<group:group>/letters/<key:pk>/interpreter/share/", interpreting.interpreter_share, name="interpreter-share"
    ),
    path("g/<group:group>/letters/<key:pk>/close/", members.letter_close, name="letter-close"),
    path("g/<group:group>/letters/<key:pk>/reopen/", members.letter_reopen, name="letter-reopen"),
]

"""A person's own pages."""

from django.urls import path

from rooted.people import views

app_name = "people"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("unlock/", views.unlock, name="unlock"),
    path("lock/", views.lock, name="lock"),
    path("recover/", views.recover, name="recover"),
    path("you/", views.you, name="you"),
    path("you/recovery/", views.recovery, name="recovery"),
    path("you/recovery/check/", views.recovery_check, name="recovery-check"),
    path("you/passphrase/", views.passphrase_change, name="passphrase-change"),
    path("you/preferences/", views.preferences, name="preferences"),
    path("you/sessions/end/", views.sessions_end, name="sessions-end"),
]

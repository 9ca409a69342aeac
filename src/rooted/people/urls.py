"""A person's own pages."""

from django.urls import path

from rooted.people.views import doors, own, recovery, second

app_name = "people"
urlpatterns = [
    path("sign-in/", doors.sign_in, name="sign-in"),
    path("sign-out/", doors.sign_out, name="sign-out"),
    path("unlock/", doors.unlock, name="unlock"),
    path("lock/", doors.lock, name="lock"),
    path("code/", doors.code, name="code"),
    path("recover/", doors.recover, name="recover"),
    path("you/", own.you, name="you"),
    path("you/recovery/", recovery.recovery, name="recovery"),
    path("you/recovery/check/", recovery.recovery_check, name="recovery-check"),
    path("you/recovery/renew/", recovery.recovery_renew, name="recovery-renew"),
    path("you/code/on/", second.code_on, name="code-on"),
    path("you/code/off/", second.code_off, name="code-off"),
    path("you/passphrase/", own.passphrase_change, name="passphrase-change"),
    path("you/preferences/", own.preferences, name="preferences"),
    path("you/sessions/end/", own.sessions_end, name="sessions-end"),
    path("you/sessions/<key:pk>/end/", own.session_end, name="session-end"),
]

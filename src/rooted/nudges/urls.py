from django.urls import path

from rooted.nudges import views

app_name = "nudges"
urlpatterns = [
    path("calendar/<slug:feed>.ics", views.calendar, name="calendar"),
    path("g/<group:group>/nudges/", views.nudges, name="nudges"),
    path("g/<group:group>/nudges/mail/", views.mail_set, name="mail-set"),
    path("g/<group:group>/nudges/mail/stop/", views.mail_stop, name="mail-stop"),
    path("g/<group:group>/nudges/calendar/", views.calendar_make, name="calendar-make"),
    path("g/<group:group>/nudges/calendar/stop/", views.calendar_stop, name="calendar-stop"),
    path("g/<group:group>/nudges/go-on/", views.nudges_go_on, name="nudges-go-on"),
]

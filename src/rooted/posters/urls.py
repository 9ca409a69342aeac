from django.urls import path

from rooted.posters import views

app_name = "posters"
urlpatterns = [
    path("g/<group:group>/posters/", views.poster_list, name="poster-list"),
    path("g/<group:group>/posters/make/", views.poster_make, name="poster-make"),
    path("g/<group:group>/posters/hang/", views.poster_hang, name="poster-hang"),
    path("g/<group:group>/posters/<key:pk>/renew/", views.poster_renew, name="poster-renew"),
    path("g/<group:group>/posters/<key:pk>/down/", views.poster_take_down, name="poster-take-down"),
]

"""Questions put to the chronicle, answered as sentence, table and picture."""

from django.urls import path

from rooted.comparisons import views

app_name = "comparisons"
urlpatterns = [
    path("struggles/compare/", views.compare, name="compare"),
    path("struggles/compare/together/", views.together, name="together"),
    path("struggles/compare/beside/", views.beside, name="beside"),
]

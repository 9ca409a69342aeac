"""A group's reading of its area."""

app_name = "areas"
urlpatterns: list = []

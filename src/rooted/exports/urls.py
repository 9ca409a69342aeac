"""What leaves the chronicle: files, feeds and the read API."""

app_name = "exports"
urlpatterns: list = []

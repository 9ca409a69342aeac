"""The register of a group: what it decided."""

app_name = "register"
urlpatterns = []

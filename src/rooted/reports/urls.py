"""The desk where a group writes its records, sealed until two members release them."""

app_name = "reports"
urlpatterns: list = []

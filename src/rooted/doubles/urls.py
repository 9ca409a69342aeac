"""Likely doubles of records, for a person to decide on."""

app_name = "doubles"
urlpatterns: list = []

"""Questions put to the chronicle, answered as sentence, table and picture."""

app_name = "comparisons"
urlpatterns: list = []

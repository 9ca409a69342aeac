"""The one page of tellers: what a sitting counted."""

app_name = "ballots"
urlpatterns = []

app_name = "nudges"
urlpatterns = []

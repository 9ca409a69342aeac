from django.urls import URLPattern

app_name = "struggles"
urlpatterns: list[URLPattern] = []

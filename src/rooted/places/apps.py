from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "rooted.places"
    label = "places"

from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "rooted.areas"
    label = "areas"

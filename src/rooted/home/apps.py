from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "rooted.home"
    label = "home"

from django.apps import AppConfig


class DoublesConfig(AppConfig):
    name = "rooted.doubles"
    label = "doubles"

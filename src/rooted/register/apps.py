from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "rooted.register"
    label = "register"

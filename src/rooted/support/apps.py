from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "rooted.support"
    label = "support"

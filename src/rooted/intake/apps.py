from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "rooted.intake"
    label = "intake"

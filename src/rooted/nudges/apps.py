from django.apps import AppConfig


class NudgesConfig(AppConfig):
    name = "rooted.nudges"
    label = "nudges"

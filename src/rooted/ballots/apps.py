from django.apps import AppConfig


class BallotsConfig(AppConfig):
    name = "rooted.ballots"
    label = "ballots"

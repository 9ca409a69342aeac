from django.apps import AppConfig


class RulesConfig(AppConfig):
    name = "rooted.rules"
    label = "rules"

from django.apps import AppConfig


class ExportsConfig(AppConfig):
    name = "rooted.exports"
    label = "exports"

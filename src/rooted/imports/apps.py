from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "rooted.imports"
    label = "imports"

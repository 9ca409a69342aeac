from django.apps import AppConfig


class AssemblyConfig(AppConfig):
    name = "rooted.assembly"
    label = "assembly"

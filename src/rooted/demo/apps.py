from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "rooted.demo"
    label = "demo"

from django.apps import AppConfig


class CirclesConfig(AppConfig):
    name = "rooted.circles"
    label = "circles"

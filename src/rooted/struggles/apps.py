from django.apps import AppConfig


class StrugglesConfig(AppConfig):
    name = "rooted.struggles"
    label = "struggles"

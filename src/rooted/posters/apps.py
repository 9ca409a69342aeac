from django.apps import AppConfig


class PostersConfig(AppConfig):
    name = "rooted.posters"
    label = "posters"

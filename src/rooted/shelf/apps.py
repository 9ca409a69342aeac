from django.apps import AppConfig


class ShelfConfig(AppConfig):
    name = "rooted.shelf"
    label = "shelf"

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class HomeConfig(AppConfig):
    name = "rooted.home"
    label = "home"

    def ready(self) -> None:
        autodiscover_modules("board", "related", "found")

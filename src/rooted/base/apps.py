from django.apps import AppConfig
from django.urls import register_converter
from django.utils.module_loading import autodiscover_modules

from rooted.base.converters import GroupConverter, KeyConverter


class BaseConfig(AppConfig):
    name = "rooted.base"
    label = "base"

    def ready(self) -> None:
        register_converter(KeyConverter, "key")
        register_converter(GroupConverter, "group")
        autodiscover_modules("sealed", "jobs", "reactions")

from django.apps import AppConfig


class OperateConfig(AppConfig):
    name = "rooted.operate"
    label = "operate"

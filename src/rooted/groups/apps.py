from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "rooted.groups"
    label = "groups"

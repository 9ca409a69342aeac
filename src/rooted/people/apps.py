from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "rooted.people"
    label = "people"

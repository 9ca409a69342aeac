from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "rooted.tasks"
    label = "tasks"

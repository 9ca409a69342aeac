from django.apps import AppConfig


class NotesConfig(AppConfig):
    name = "rooted.notes"
    label = "notes"

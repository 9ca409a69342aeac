from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "rooted.reports"
    label = "reports"

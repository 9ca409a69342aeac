from django.apps import AppConfig


class ComparisonsConfig(AppConfig):
    name = "rooted.comparisons"
    label = "comparisons"

from django.apps import AppConfig


class ProposalsConfig(AppConfig):
    name = "rooted.proposals"
    label = "proposals"

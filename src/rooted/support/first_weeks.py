"""The steps of the first weeks as every part tells them; this app shows them to the group that stands by."""

import sys
from typing import Any

from django.apps import apps

from rooted.base.board import Step
from rooted.groups.models import Seat


def all_steps(seat: Seat) -> list[Step]:
    """Every step in its order. Asked by name, since parts above this one have steps too."""
    modules = [sys.modules.get(f"{config.name}.board") for config in apps.get_app_configs()]
    asked = [ask for ask in (getattr(module, "steps", None) for module in modules) if ask is not None]
    return sorted((step for ask in asked for step in ask(seat)), key=lambda step: step.rank)


def as_told(seat: Seat) -> list[dict[str, Any]]:
    """The steps as the other group will read them: [{"title": text, "done": bool}]."""
    return [{"title": str(step.title), "done": step.done} for step in all_steps(seat)]

"""The layer map holds: imports, foreign keys, template links and addresses go down only. Planted wrongs are caught."""

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.test.utils import isolate_apps

from tests.walk import forbidden, layers
from tests.walk.report import none_wrong
from tests.walk.source import REAL, plant


def ours():
    return [model for model in apps.get_models() if model.__module__.startswith("rooted.")]


TREE_RULES = [
    layers.unknown_apps,
    layers.imports,
    layers.string_relations,
    layers.python_addresses,
    layers.template_links,
    forbidden.imports,
    forbidden.jobs_that_read,
    forbidden.work_in_save,
]


@pytest.mark.parametrize("rule", TREE_RULES, ids=lambda rule: f"{rule.__module__.split('.')[-1]}.{rule.__name__}")
def test_the_source_keeps_the_rule(rule):
    none_wrong(rule(REAL))


def test_foreign_keys_go_down_and_never_to_a_person_or_an_open_seat():
    none_wrong(layers.relations(ours()))


def test_the_settings_install_no_admin_and_no_request_transactions():
    none_wrong(forbidden.settings({name: getattr(settings, name) for name in ("INSTALLED_APPS", "DATABASES")}))


PLANTED = {
    layers.unknown_apps: {"helpers_of_all/x.py": ""},
    layers.imports: [
        {"struggles/actions.py": "from rooted.intake.models import Thread\n"},
        {"struggles/actions.py": "import rooted.home.wires\n"},
        {"struggles/actions.py": "from rooted import intake\n"},
        {"people/actions.py": "from rooted.places.models import Place\n"},
        {"base/pages.py": 'from importlib import import_module\nimport_module("rooted.groups.access")\n'},
        {"federation/actions.py": "def f():\n    from rooted.ballots import models\n"},
    ],
    layers.string_relations: [
        {"struggles/models.py": 'x = models.ForeignKey("intake.Thread", on_delete=1)\n'},
        {"struggles/models.py": 'x = models.ManyToManyField(to="home.Page")\n'},
        {"people/models.py": 'x = apps.get_model("groups", "Seat")\n'},
        {"struggles/migrations/0001_first.py": 'x = models.ForeignKey(to="intake.thread")\n'},
    ],
    layers.python_addresses: [
        {"struggles/views.py": 'redirect("intake:inbox")\n'},
        {"people/views.py": 'reverse("groups:found", args=[1])\n'},
    ],
    layers.template_links: [
        {"struggles/templates/struggles/x.html": "<a href=\"{% url 'intake:inbox' %}\">"},
        {"struggles/templates/struggles/x.html": '{% include "intake/_letter.html" %}'},
        {"people/templates/people/x.html": '{% extends "places/page.html" %}'},
        {"intake/templates/intake/x.html": '<a href="/g/docks/board/">'},
    ],
    forbidden.imports: [
        {"circles/actions.py": "from nacl.public import SealedBox\n"},
        {"people/actions.py": "import argon2.low_level\n"},
        {"groups/models.py": "from django.db.models.signals import post_save\n"},
        {"people/models.py": "from django.contrib.auth.models import User\n"},
    ],
    forbidden.jobs_that_read: [
        {"intake/jobs.py": "from rooted.base.seal import open_sealed\n"},
        {"intake/jobs.py": "from rooted.base import seal\nseal.decrypt(1)\n"},
        {"intake/jobs.py": "from rooted.circles import actions\nactions.open_circle(1)\n"},
    ],
    forbidden.work_in_save: {"groups/models.py": "class Group:\n    def save(self):\n        pass\n"},
}
CASES = [(rule, files) for rule, cases in PLANTED.items() for files in (cases if isinstance(cases, list) else [cases])]


@pytest.mark.parametrize(("rule", "files"), CASES)
def test_a_planted_wrong_is_found(rule, files, tmp_path):
    assert len(rule(plant(tmp_path, files))) == 1


def test_every_rule_has_a_planted_wrong():
    assert set(PLANTED) == set(TREE_RULES)


ALLOWED = {
    "intake/actions.py": "from rooted.groups.models import Seat\nfrom rooted.intake.models import Thread\n",
    "intake/models.py": 'x = models.ForeignKey("groups.Seat")\n',
    "struggles/templates/struggles/x.html": '{% extends "base/page.html" %}{% include "site/_nav.html" %}',
    "base/seal.py": "import nacl.public\nimport argon2\n",
    "ballots/actions.py": "from rooted.counting.droop import quota\n",
}


@pytest.mark.parametrize("rule", TREE_RULES, ids=lambda rule: rule.__name__)
def test_what_is_allowed_passes(rule, tmp_path):
    assert rule(plant(tmp_path, ALLOWED)) == []


def model(label, **fields):
    """A model class `app.Name` with these fields, inside isolate_apps."""
    app, name = label.split(".")
    meta = type("Meta", (), {"app_label": app})
    return type(name, (models.Model,), {"__module__": __name__, "Meta": meta, **fields})


def to(target):
    return models.ForeignKey(target, models.CASCADE)


@isolate_apps("rooted.people", "rooted.groups", "rooted.struggles", "rooted.intake")
def test_planted_foreign_keys_are_found():
    person = model("people.Person")
    seat = model("groups.Seat", person=to(person))
    struggle = model("struggles.Struggle", author=to(seat))
    letter = model("intake.Letter", taken_by=to(seat), told_in=to(struggle))
    over_the_line = model("struggles.Lesson", letter=to(letter))
    found = layers.relations([person, seat, struggle, letter, over_the_line])
    assert [line.split(" ")[0] for line in found] == [
        "groups.Seat.person",
        "struggles.Struggle.author",
        "struggles.Lesson.letter",
    ]


def test_planted_settings_are_found():
    wrong = {"INSTALLED_APPS": ["django.contrib.admin"], "DATABASES": {"default": {"ATOMIC_REQUESTS": True}}}
    assert len(forbidden.settings(wrong)) == 2

"""Tables about people keep no time finer than a day, no order and no unlimited text."""

import uuid

import pytest
from django.apps import apps
from django.db import connection, models
from django.test.utils import isolate_apps

from rooted.base.fields import LimitedText, LongText, RandomId
from tests.walk import columns
from tests.walk.report import none_wrong

RULES = [columns.times, columns.ordered_ids, columns.told_names, columns.unlimited_texts]


def ours():
    return [model for model in apps.get_models() if model.__module__.startswith("rooted.")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_model_keeps_the_rule(rule):
    none_wrong(rule(ours()))


@pytest.mark.django_db
def test_the_database_checks_the_length_of_every_text():
    none_wrong(columns.unchecked_texts(ours()))


def test_every_allowed_exception_still_exists():
    names = {f"{model._meta.label}.{field.name}" for model in ours() for field in model._meta.local_concrete_fields}
    assert set(columns.ALLOWED) - names == set()


def planted(app="intake", **fields):
    meta = type("Meta", (), {"app_label": app})
    fields = {"id": RandomId()} | fields
    return type("Letter", (models.Model,), {"__module__": __name__, "Meta": meta, **fields})


WRONG = [
    (columns.times, {"arrived": models.DateTimeField()}),
    (columns.times, {"hour": models.TimeField()}),
    (columns.times, {"arrived_on": models.DateField(auto_now_add=True)}),
    (columns.ordered_ids, {"id": models.BigAutoField(primary_key=True)}),
    (columns.ordered_ids, {"id": models.UUIDField(primary_key=True, default=uuid.uuid4)}),
    (columns.ordered_ids, {"app": "struggles", "id": models.BigAutoField(primary_key=True)}),
    (columns.ordered_ids, {"app": "struggles", "id": models.UUIDField(primary_key=True, default=uuid.uuid1)}),
    (columns.told_names, {"created_on": models.DateField()}),
    (columns.told_names, {"taken_at": models.DateField()}),
    (columns.unlimited_texts, {"title": models.CharField(max_length=20)}),
    (columns.unlimited_texts, {"text": models.TextField()}),
    (columns.unlimited_texts, {"text": LongText()}),
    (columns.unlimited_texts, {"address": models.URLField()}),
]


@isolate_apps("rooted.intake", "rooted.struggles")
@pytest.mark.parametrize(("rule", "fields"), WRONG)
def test_a_planted_column_is_found(rule, fields):
    assert len(rule([planted(**fields)])) == 1


@isolate_apps("rooted.intake", "rooted.struggles")
def test_a_right_model_passes():
    right = planted(taken_on=models.DateField(null=True), title=LimitedText(max_length=20), text=LongText(max_length=9))
    public = planted(app="struggles", id=models.UUIDField(primary_key=True, default=uuid.uuid4))
    assert [line for rule in RULES for line in rule([right, public])] == []


@pytest.mark.django_db
@isolate_apps("rooted.intake")
def test_a_planted_column_without_a_check_is_found():
    made = planted(title=models.CharField(max_length=20))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {made._meta.db_table} (id bigint PRIMARY KEY, title varchar(20))")
    claimed = LimitedText(max_length=20)
    claimed.set_attributes_from_name("title")
    made._meta.local_concrete_fields = [claimed]
    assert len(columns.unchecked_texts([made])) == 1

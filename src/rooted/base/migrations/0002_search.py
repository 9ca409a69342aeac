"""What can be found by words, and each database's own way of looking words up.

On SQLite base/search.py keeps the index itself: a trigger may not write to FTS5 while `trusted_schema` is off.
"""

from django.db import migrations, models

import rooted.base.fields

# tokenize=ascii cuts at spaces only (all else above 127 is a letter to it): the words are cut already, by us.
SQLITE = """
CREATE VIRTUAL TABLE base_searchwords USING fts5(
    title, text, content='base_searchentry', content_rowid='id', tokenize='ascii', detail='column', columnsize=0
)
"""
POSTGRESQL = [
    """
    ALTER TABLE base_searchentry
        ADD COLUMN title_words tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(title, ' '))) STORED,
        ADD COLUMN all_words tsvector GENERATED ALWAYS AS (
            array_to_tsvector(string_to_array(title, ' ')) || array_to_tsvector(string_to_array(text, ' '))
        ) STORED
    """,
    "CREATE INDEX base_searchentry_title_words ON base_searchentry USING gin (title_words)",
    "CREATE INDEX base_searchentry_all_words ON base_searchentry USING gin (all_words)",
]


def make_index(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        for statement in [SQLITE] if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
            cursor.execute(statement)


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE base_searchwords")


class Migration(migrations.Migration):
    dependencies = [("base", "0001_first")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("kind", rooted.base.fields.LimitedText(max_length=40)),
                ("key", rooted.base.fields.LimitedText(max_length=64)),
                ("title", rooted.base.fields.LongText(max_length=2000)),
                ("text", rooted.base.fields.LongText(max_length=100000)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=["kind", "key"], name="search_one_entry_a_key")],
            },
        ),
        migrations.RunPython(make_index, drop_index),
    ]

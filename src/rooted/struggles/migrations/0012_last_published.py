"""The feed is read out of an index: the last published records, by the expression SHOWN_ON."""

import django.db.models.functions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("struggles", "0011_found_by_what_words_mean")]

    operations = [
        migrations.AddIndex(
            model_name="struggle",
            index=models.Index(
                models.OrderBy(django.db.models.functions.Coalesce("published_on", "drafted_on"), descending=True),
                models.OrderBy(models.F("started_on"), descending=True),
                models.F("id"),
                condition=models.Q(
                    ("hidden_on", None), ("merged_into", None), ("published_on__isnull", False), ("withdrawn_on", None)
                ),
                name="struggle_last_published",
            ),
        ),
    ]

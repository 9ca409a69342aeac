"""What authors on another server corrected or withdrew waits here until two members publish it."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rooted.base.fields


class Migration(migrations.Migration):
    dependencies = [("imports", "0002_files_and_mappings"), ("struggles", "0013_copies_follow_their_authors")]

    operations = [
        migrations.CreateModel(
            name="Newer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("content", rooted.base.fields.LongText(max_length=2_000_000)),
                ("done_on", models.DateField(blank=True, null=True)),
                (
                    "batch",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="newer",
                        to="struggles.importbatch",
                    ),
                ),
                (
                    "struggle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="struggles.struggle"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("batch", "struggle"), name="one_newer_version")],
            },
        ),
    ]

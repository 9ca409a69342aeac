import django.db.models.deletion
from django.db import migrations, models

import rooted.base.fields


class Migration(migrations.Migration):
    """Open sessions end; their rows no longer keep the order of signing in."""

    dependencies = [("people", "0001_first")]

    operations = [
        migrations.DeleteModel("Session"),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    rooted.base.fields.RandomId(
                        default=rooted.base.fields.random_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("session_key", rooted.base.fields.LimitedText(max_length=40, unique=True)),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to="people.person",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
    ]

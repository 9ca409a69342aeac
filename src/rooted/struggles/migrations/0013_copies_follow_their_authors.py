"""A copy from another server keeps its authors' corrections and the day they withdrew it; imports count newer versions.

What an import brings of running actions waits, unless the first member chose otherwise.
"""

from django.db import migrations, models

import rooted.base.fields


class Migration(migrations.Migration):
    dependencies = [("struggles", "0012_last_published")]

    operations = [
        migrations.AddField("struggle", "withdrawn_there_on", models.DateField(blank=True, null=True)),
        migrations.AddField(
            "correction", "origin", rooted.base.fields.LimitedText(blank=True, default="", max_length=200)
        ),
        migrations.AddField("importbatch", "rows_newer", models.PositiveIntegerField(default=0)),
        migrations.AddField("importbatch", "running_at_once", models.BooleanField(default=False)),
    ]

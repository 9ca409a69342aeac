"""The date of a source may be known to the month or the year only."""

from django.db import migrations

import rooted.base.fields
from rooted.records import codes


class Migration(migrations.Migration):
    dependencies = [("struggles", "0017_found_by_year")]
    operations = [
        migrations.AddField(
            "source",
            "published_precision",
            rooted.base.fields.LimitedText(choices=codes.DATE_PRECISIONS, default="day", max_length=10),
        ),
    ]

"""Which record its authors joined a copy with waits here until two members publish it."""

from django.db import migrations

import rooted.base.fields


class Migration(migrations.Migration):
    dependencies = [("imports", "0003_newer_versions")]

    operations = [
        migrations.AlterField(
            "newer", "content", rooted.base.fields.LongText(max_length=2_000_000, blank=True, default="")
        ),
        migrations.AddField(
            "newer", "join_set", rooted.base.fields.LimitedText(max_length=40, blank=True, default="")
        ),
        migrations.AddField(
            "newer", "join_number", rooted.base.fields.LimitedText(max_length=80, blank=True, default="")
        ),
    ]

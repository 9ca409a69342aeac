"""What is taken back frees its number, and still says on its way to copies elsewhere which one it had."""

from django.db import migrations, models

import rooted.base.fields


class Migration(migrations.Migration):
    dependencies = [("struggles", "0013_copies_follow_their_authors")]

    operations = [
        migrations.AddField(
            "struggle", "freed_number", rooted.base.fields.LimitedText(blank=True, default="", max_length=80)
        ),
        migrations.AddIndex(
            "struggle",
            models.Index(
                "source_set",
                "freed_number",
                name="struggle_freed",
                condition=models.Q(("freed_number", ""), _negated=True),
            ),
        ),
    ]

"""A sitting whose count one member doubts waits for a second one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ballots", "0003_counted_again")]

    operations = [
        migrations.AddField(
            model_name="sittingcount", name="doubted_on", field=models.DateField(blank=True, null=True)
        ),
    ]

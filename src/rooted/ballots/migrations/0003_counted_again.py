"""A sitting that counts again keeps what it counted before."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ballots", "0002_number_for_lots"), ("circles", "0003_files")]

    operations = [
        migrations.AddField(
            model_name="sittingcount",
            name="earlier",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="earlier_of",
                to="circles.sealeditem",
            ),
        ),
    ]

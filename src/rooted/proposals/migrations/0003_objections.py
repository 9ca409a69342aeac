"""Objections raised by hand, with their reasons."""

import django.db.models.deletion
import rooted.base.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ('circles', '0003_files'),
        ('proposals', '0002_series'),
    ]

    operations = [
        migrations.CreateModel(
            name='Objection',
            fields=[
                ('id', rooted.base.fields.RandomId(default=rooted.base.fields.random_id, editable=False, primary_key=True, serialize=False)),
                ('item', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='objection', to='circles.sealeditem')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='objections', to='proposals.proposal')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]

"""Minutes whose sitting was erased after the opening stay to be found, so that they burn with what was decided."""

import django.db.models.deletion
import rooted.base.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ('notes', '0002_minutes_that_burn'),
        ('proposals', '0005_rules_apart'),
    ]

    operations = [
        migrations.CreateModel(
            name='LeftMinutes',
            fields=[
                ('id', rooted.base.fields.RandomId(default=rooted.base.fields.random_id, editable=False, primary_key=True, serialize=False)),
                ('note', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='left_by', to='notes.note')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='left_minutes', to='proposals.proposal')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]

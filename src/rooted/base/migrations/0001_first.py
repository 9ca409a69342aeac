import rooted.base.fields
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', rooted.base.fields.LimitedText(max_length=60)),
                ('payload', rooted.base.fields.LongText(default='{}', max_length=4000)),
                ('lane', rooted.base.fields.LimitedText(max_length=20)),
                ('run_after', models.DateTimeField()),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('lease_until', models.DateTimeField(null=True)),
                ('last_error', rooted.base.fields.LimitedText(blank=True, max_length=80)),
                ('failed_on', models.DateField(null=True)),
                ('once', rooted.base.fields.LimitedText(max_length=60, null=True, unique=True)),
            ],
            options={
                'indexes': [models.Index(fields=['lane', 'run_after'], name='job_due')],
            },
        ),
    ]

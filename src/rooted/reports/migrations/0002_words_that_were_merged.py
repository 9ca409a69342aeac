
import django.db.models.deletion
import rooted.base.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0001_reports_and_versions'),
        ('struggles', '0007_what_was_coded'),
    ]

    operations = [
        migrations.CreateModel(
            name='WordChange',
            fields=[
                ('id', rooted.base.fields.RandomId(default=rooted.base.fields.random_id, editable=False, primary_key=True, serialize=False)),
                ('changed_on', models.DateField()),
                ('into', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='struggles.term')),
                ('term', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='struggles.term')),
            ],
            options={
                'indexes': [models.Index(fields=['changed_on'], name='newest_word_changes')],
            },
        ),
    ]

"""What was asked again and again is known as one series, also once its first question is erased."""

from django.db import migrations, models


def name_series(apps, schema_editor):
    """Give each chain of questions the id of its first one."""
    proposals = apps.get_model("proposals", "Proposal").objects
    links = dict(proposals.exclude(after=None).exclude(opened_on=None).values_list("pk", "after"))
    for pk in links:
        first = pk
        while first in links:
            first = links[first]
        proposals.filter(pk__in=[pk, first]).update(series=first)


class Migration(migrations.Migration):
    dependencies = [
        ('proposals', '0001_from_assembly'),
    ]

    operations = [
        migrations.AddField(
            model_name='proposal',
            name='series',
            field=models.BigIntegerField(blank=True, db_index=True, null=True),
        ),
        migrations.RunPython(name_series, migrations.RunPython.noop, elidable=True),
    ]

"""How a group decides is kept by `rules` now: its rows go there, with the entry of the register they came from."""

from django.db import migrations


def hand_over(apps, _schema):
    kept = apps.get_model("rules", "GroupRules")
    for row in apps.get_model("proposals", "GroupRules").objects.select_related("proposal"):
        entry = row.proposal.entry_id if row.proposal else None
        kept.objects.create(pk=row.pk, group_id=row.group_id, item_id=row.item_id, entry_id=entry, since=row.since)


class Migration(migrations.Migration):
    dependencies = [
        ('proposals', '0004_minutes_that_stay'),
        ('rules', '0001_group_rules'),
    ]

    operations = [
        migrations.RunPython(hand_over, migrations.RunPython.noop),
        migrations.DeleteModel(name='GroupRules'),
    ]

"""Proposals become an app of their own: their tables get its name, with all that is in them."""

from django.db import migrations

MODELS = ("Proposal", "Remark", "Amendment", "GroupRules")


class Migration(migrations.Migration):
    dependencies = [
        ('assembly', '0002_proposals'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.AlterModelTable(name, f"proposals_{name.lower()}") for name in MODELS],
            state_operations=[migrations.DeleteModel(name) for name in reversed(MODELS)],
        ),
    ]

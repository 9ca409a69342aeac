"""Records become findable by the years in which they began and ended: the worker reads those that are stored anew."""

from django.db import migrations
from django.utils import timezone


def ask_worker(apps, schema_editor):
    if apps.get_model("struggles", "Struggle").objects.exclude(published_on=None).exists():
        apps.get_model("base", "Job").objects.create(name="struggles-findable", lane="quick", run_after=timezone.now())


class Migration(migrations.Migration):
    dependencies = [("base", "0002_search"), ("struggles", "0016_codes_by_country")]

    operations = [migrations.RunPython(ask_worker, migrations.RunPython.noop)]

"""Employers stored before are known by their names without the legal form: "Amazon", "Amazon Inc", "AMAZON LTD"."""

from django.db import migrations

from rooted.records.firms import folded


def fold_anew(apps, schema_editor):
    employers = apps.get_model("struggles", "Employer").objects
    for known_by, name in list(employers.order_by().values_list("folded", "name").distinct()):
        if (anew := folded(name)) != known_by:
            employers.filter(folded=known_by, name=name).update(folded=anew)


class Migration(migrations.Migration):
    dependencies = [("struggles", "0014_freed_numbers")]
    operations = [migrations.RunPython(fold_anew, migrations.RunPython.noop)]

"""Each code of a record knows the record's countries, so that what is alike elsewhere is found at once."""

from django.db import migrations, models
from django.db.models import OuterRef, Subquery

import rooted.base.fields


def repeat_countries(apps, schema_editor):
    struggles = apps.get_model("struggles", "Struggle").objects
    of_this = struggles.filter(pk=OuterRef("struggle")).values("countries")[:1]
    apps.get_model("struggles", "Coding").objects.update(countries=Subquery(of_this))


class Migration(migrations.Migration):
    dependencies = [("struggles", "0015_employers_without_legal_form")]
    operations = [
        migrations.AddField(
            "coding", "countries", rooted.base.fields.LimitedText(blank=True, default="", max_length=400)
        ),
        migrations.RunPython(repeat_countries, migrations.RunPython.noop),
        migrations.RemoveIndex("coding", "coding_by_code"),
        migrations.AddIndex(
            "coding", models.Index(fields=["scheme", "code", "countries", "struggle"], name="coding_by_country")
        ),
    ]

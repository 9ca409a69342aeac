"""Records from before the whole record: their public id, whether they have an account, employers' folded names."""

from django.db import migrations
from django.db.models import F

from rooted.base.fold import kept_words


def fill(apps, schema_editor):
    struggles = apps.get_model("struggles", "Struggle").objects
    struggles.filter(published_on__isnull=False).update(public_id=F("id"))
    struggles.exclude(account="").update(has_account=True)
    employers = apps.get_model("struggles", "Employer").objects
    for name in employers.values_list("name", flat=True).order_by().distinct():
        employers.filter(name=name).update(folded=" ".join(kept_words(name))[:240])


class Migration(migrations.Migration):
    dependencies = [("struggles", "0002_the_whole_record")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]

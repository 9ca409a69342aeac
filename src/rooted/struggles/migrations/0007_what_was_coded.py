"""Records from before: their codes once more on the row that lists read."""

from itertools import groupby

from django.db import migrations

from rooted.records.branches import section_of

AT_ONCE = 500


def fill(apps, schema_editor):
    struggles = apps.get_model("struggles", "Struggle").objects
    codings = apps.get_model("struggles", "Coding").objects.exclude(scheme="tag").order_by("struggle_id", "order")
    changed = []
    for pk, rows in groupby(codings.values_list("struggle_id", "scheme", "code").iterator(), key=lambda row: row[0]):
        changed.append(struggles.model(pk=pk, coded=coded([row[1:] for row in rows])))
        if len(changed) == AT_ONCE:
            struggles.bulk_update(changed, ["coded"])
            changed = []
    struggles.bulk_update(changed, ["coded"])


def coded(codes):
    words = [f"{scheme}:{code}" for scheme, code in codes]
    words += [f"branch:{section_of(code)}" for scheme, code in codes if scheme == "branch"]
    text = f" {' '.join(dict.fromkeys(words))} "
    return text if len(text) <= 1_000 else text[:1_000].rpartition(" ")[0] + " "


class Migration(migrations.Migration):
    dependencies = [("struggles", "0006_what_lists_are_narrowed_by")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]

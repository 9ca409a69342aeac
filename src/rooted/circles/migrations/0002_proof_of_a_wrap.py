from django.db import migrations, models


class Migration(migrations.Migration):
    """Wraps made before any release have no proof: their holders must be let in again before the next change of keys."""

    dependencies = [("circles", "0001_first")]

    operations = [
        migrations.AddField(
            model_name="circlewrap",
            name="proof",
            field=models.BinaryField(default=b"", max_length=32),
            preserve_default=False,
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("struggles", "0003_what_was_there")]
    operations = [
        migrations.AddConstraint(
            model_name='struggle',
            constraint=models.CheckConstraint(condition=models.Q(('published_on', None), models.Q(models.Q(('byline', ''), _negated=True), ('public_id__isnull', False)), _connector='OR'), name='published_with_byline'),
        ),
    ]

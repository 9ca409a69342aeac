
import django.db.models.deletion
import rooted.base.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('groups', '0004_vouchers_and_outlook'),
        ('struggles', '0005_origin'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='struggle',
            name='struggle_newest',
        ),
        migrations.RemoveIndex(
            model_name='struggle',
            name='struggle_year',
        ),
        migrations.RemoveIndex(
            model_name='struggle',
            name='struggle_countries',
        ),
        migrations.RemoveIndex(
            model_name='struggle',
            name='struggle_largest',
        ),
        migrations.AddField(
            model_name='struggle',
            name='coded',
            field=rooted.base.fields.LimitedText(blank=True, default='', max_length=1000),
        ),
        migrations.AlterField(
            model_name='struggle',
            name='merged_into',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='struggles.struggle'),
        ),
        migrations.AddIndex(
            model_name='struggle',
            index=models.Index(models.OrderBy(models.F('started_on'), descending=True), models.F('id'), models.F('year'), models.F('has_account'), models.F('has_lessons'), models.F('led_by'), models.F('outcome'), models.F('estimate_low'), models.F('estimate_high'), models.F('lasted_days'), models.F('countries'), models.F('coded'), models.F('hidden_on'), models.F('merged_into'), models.F('published_on'), models.F('withdrawn_on'), condition=models.Q(('hidden_on', None), ('merged_into', None), ('published_on__isnull', False), ('withdrawn_on', None)), name='struggle_newest'),
        ),
        migrations.AddIndex(
            model_name='struggle',
            index=models.Index(models.F('year'), models.F('countries'), models.F('has_account'), models.F('has_lessons'), models.F('hidden_on'), models.F('merged_into'), models.F('published_on'), models.F('withdrawn_on'), condition=models.Q(('hidden_on', None), ('merged_into', None), ('published_on__isnull', False), ('withdrawn_on', None)), name='struggle_year'),
        ),
        migrations.AddIndex(
            model_name='struggle',
            index=models.Index(models.F('countries'), models.F('has_account'), models.F('has_lessons'), models.F('hidden_on'), models.F('merged_into'), models.F('published_on'), models.F('withdrawn_on'), condition=models.Q(('hidden_on', None), ('merged_into', None), ('published_on__isnull', False), ('withdrawn_on', None)), name='struggle_countries'),
        ),
        migrations.AddIndex(
            model_name='struggle',
            index=models.Index(models.F('merged_into'), condition=models.Q(('merged_into__isnull', False)), name='struggle_merged'),
        ),
    ]

"""What assembly/0002 made and assembly/0003 renamed: known here from now on, the database stays as it is."""

import django.db.models.deletion
import rooted.base.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ('assembly', '0003_proposals_of_their_own'),
        ('ballots', '0001_first'),
        ('circles', '0003_files'),
        ('groups', '0004_vouchers_and_outlook'),
        ('register', '0001_first'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='Proposal',
                    fields=[
                        ('id', rooted.base.fields.RandomId(default=rooted.base.fields.random_id, editable=False, primary_key=True, serialize=False)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('written_on', models.DateField()),
                        ('seconded_on', models.DateField(blank=True, null=True)),
                        ('opened_on', models.DateField(blank=True, null=True)),
                        ('withdrawn_on', models.DateField(blank=True, null=True)),
                        ('decided_on', models.DateField(blank=True, null=True)),
                        ('result', rooted.base.fields.LimitedText(blank=True, default='', max_length=20)),
                        ('burns_on', models.DateField(blank=True, db_index=True, null=True)),
                        ('after', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='again', to='proposals.proposal')),
                        ('assembly', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposals', to='assembly.assembly')),
                        ('entry', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposal', to='register.entry')),
                        ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='groups.group')),
                        ('item', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='proposal', to='circles.sealeditem')),
                        ('question', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposal', to='ballots.question')),
                    ],
                ),
                migrations.CreateModel(
                    name='GroupRules',
                    fields=[
                        ('id', rooted.base.fields.RandomId(default=rooted.base.fields.random_id, editable=False, primary_key=True, serialize=False)),
                        ('since', models.DateField()),
                        ('group', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='rules', to='groups.group')),
                        ('item', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='group_rules', to='circles.sealeditem')),
                        ('proposal', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='proposals.proposal')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Amendment',
                    fields=[
                        ('id', rooted.base.fields.RandomId(default=rooted.base.fields.random_id, editable=False, primary_key=True, serialize=False)),
                        ('answered_on', models.DateField(blank=True, null=True)),
                        ('item', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='amendment', to='circles.sealeditem')),
                        ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='amendments', to='proposals.proposal')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Remark',
                    fields=[
                        ('id', rooted.base.fields.RandomId(default=rooted.base.fields.random_id, editable=False, primary_key=True, serialize=False)),
                        ('item', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='remark', to='circles.sealeditem')),
                        ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='proposals.proposal')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.AddIndex(
                    model_name='proposal',
                    index=models.Index(fields=['group', 'decided_on', 'written_on'], name='proposals_of_a_group'),
                ),
                migrations.AddConstraint(
                    model_name='proposal',
                    constraint=models.CheckConstraint(condition=models.Q(('opened_on__isnull', True), ('seconded_on__isnull', False), _connector='OR'), name='open_once_seconded'),
                ),
                migrations.AddConstraint(
                    model_name='proposal',
                    constraint=models.CheckConstraint(condition=models.Q(('decided_on__isnull', True), ('opened_on__isnull', False), _connector='OR'), name='decided_once_open'),
                ),
                migrations.AddConstraint(
                    model_name='proposal',
                    constraint=models.CheckConstraint(condition=models.Q(('decided_on__isnull', True), ('withdrawn_on__isnull', True), _connector='OR'), name='decided_or_withdrawn'),
                ),
                migrations.AddConstraint(
                    model_name='proposal',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_on__isnull', True), ('result', '')), models.Q(('decided_on__isnull', False), models.Q(('result', ''), _negated=True)), _connector='OR'), name='result_when_decided'),
                ),
            ],
        ),
    ]
